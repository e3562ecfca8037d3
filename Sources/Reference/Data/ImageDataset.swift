/// Grey images of one size with a label each: one split of a data set, in memory.
public struct ImageDataset: Sendable {
  /// What the data set is called, such as `kmnist`.
  public let name: String
  /// The height of every image, in pixels.
  public let height: Int
  /// The width of every image, in pixels.
  public let width: Int
  /// The brightness of every pixel, 0 ... 255: image by image, row by row.
  public let pixels: [UInt8]
  /// The class of every image, as an index into `classNames`.
  public let labels: [UInt8]
  /// What each class is called.
  public let classNames: [String]

  /// How many images there are.
  public var count: Int { labels.count }

  /// Makes a data set of parts that fit together.
  /// - Precondition: `pixels` holds `height` × `width` bytes a label, and every label has a class name.
  public init(name: String, height: Int, width: Int, pixels: [UInt8], labels: [UInt8], classNames: [String]) {
    precondition(
      pixels.count == labels.count * height * width,
      "expected \(labels.count * height * width) pixels, found \(pixels.count)")
    self.name = name
    self.height = height
    self.width = width
    self.pixels = pixels
    self.labels = labels
    self.classNames = classNames
  }

  /// The images at `indices`, in their order.
  public func subset(_ indices: [Int]) -> ImageDataset {
    let size = height * width
    var chosen: [UInt8] = []
    chosen.reserveCapacity(indices.count * size)
    for index in indices { chosen += pixels[index * size..<(index + 1) * size] }
    return ImageDataset(
      name: name, height: height, width: width, pixels: chosen, labels: indices.map { labels[$0] },
      classNames: classNames)
  }
}
