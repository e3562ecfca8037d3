/// Grayscale images of equal size with labels: one split of a dataset, in memory.
public struct ImageDataset: Sendable {
  /// The name of the dataset, such as `kmnist`.
  public let name: String
  /// The height of every image, in pixels.
  public let height: Int
  /// The width of every image, in pixels.
  public let width: Int
  /// (images, height, width) in row-major order, 0 to 255.
  public let pixels: [UInt8]
  /// The class of every image, as an index into `classNames`.
  public let labels: [UInt8]
  /// The class names by label.
  public let classNames: [String]

  /// The number of images.
  public var count: Int { labels.count }

  /// - Precondition: `pixels` holds `height` × `width` bytes per label, and every label has a class name.
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

  /// The images at `indices`, in that order.
  public func subset(_ indices: [Int]) -> ImageDataset {
    let size = height * width
    var selected: [UInt8] = []
    selected.reserveCapacity(indices.count * size)
    for index in indices { selected += pixels[index * size..<(index + 1) * size] }
    return ImageDataset(
      name: name, height: height, width: width, pixels: selected, labels: indices.map { labels[$0] },
      classNames: classNames)
  }

  /// A copy with every image shifted; pixels from outside the image are 0.
  /// - Parameters:
  ///   - down: the vertical shift in pixels; negative shifts up.
  ///   - right: the horizontal shift in pixels; negative shifts left.
  func shifted(down: Int, right: Int) -> ImageDataset {
    var shifted = [UInt8](repeating: 0, count: pixels.count)
    for image in 0..<count {
      let first = image * height * width
      for row in max(0, down)..<min(height, height + down) {
        for column in max(0, right)..<min(width, width + right) {
          shifted[first + row * width + column] = pixels[first + (row - down) * width + column - right]
        }
      }
    }
    return ImageDataset(
      name: name, height: height, width: width, pixels: shifted, labels: labels, classNames: classNames)
  }
}
