import Glibc

/// Random augmentation of training images: translation, rotation, scaling and cutout.
///
/// Given a generator derived from (seed, epoch, image), a resumed run sees exactly the images it would have seen.
public struct Augmentation: Sendable, Equatable {
  /// The largest translation along each axis, in pixels.
  public var shift: Int
  /// The side length of the cutout square, in pixels; its center is uniform over the image (DeVries and Taylor 2017).
  public var cutout: Int
  /// The largest rotation in either direction, in degrees.
  public var rotation: Float
  /// The largest relative change in size: 0.1 for factors of 0.9 to 1.1.
  public var scale: Float

  /// No augmentation.
  public static let none = Augmentation()

  /// Creates an augmentation; omitted transformations are disabled.
  public init(shift: Int = 0, cutout: Int = 0, rotation: Float = 0, scale: Float = 0) {
    self.shift = shift
    self.cutout = cutout
    self.rotation = rotation
    self.scale = scale
  }

  /// Augments and normalizes one image: pixel / 255 - 0.5, and -0.5 outside the image.
  /// - Parameters:
  ///   - dataset: the dataset of the image.
  ///   - index: the index of the image.
  ///   - random: the generator for all random choices.
  ///   - destination: receives (height × width) values in row-major order.
  public func apply(
    _ dataset: ImageDataset, index: Int, random: inout RandomGenerator, into destination: UnsafeMutablePointer<Float>
  ) {
    let (height, width) = (dataset.height, dataset.width)
    let size = height * width
    dataset.pixels.withUnsafeBufferPointer { pixels in
      let image = UnsafeBufferPointer(rebasing: pixels[index * size..<(index + 1) * size])
      let down = shift > 0 ? random.index(below: 2 * shift + 1) - shift : 0
      let right = shift > 0 ? random.index(below: 2 * shift + 1) - shift : 0
      if rotation == 0 && scale == 0 {
        Self.translate(image, height, width, down: down, right: right, into: destination)
      } else {
        let angle = random.uniform(in: -1...1) * rotation * .pi / 180
        let factor = 1 / max(0.1, 1 + random.uniform(in: -1...1) * scale)
        let rotation = (cosine: cos(angle) * factor, sine: sin(angle) * factor)
        Self.resample(
          image, height, width, rotation: rotation, down: Float(down), right: Float(right), into: destination)
      }
    }
    if cutout > 0 {
      let top = random.index(below: height) - cutout / 2
      let left = random.index(below: width) - cutout / 2
      let columns = max(0, left)..<min(width, left + cutout)
      for row in max(0, top)..<min(height, top + cutout) {
        (destination + row * width + columns.lowerBound).update(repeating: Self.background, count: columns.count)
      }
    }
  }

  private static let background: Float = -0.5

  /// Copies an image translated by whole pixels.
  private static func translate(
    _ image: UnsafeBufferPointer<UInt8>, _ height: Int, _ width: Int, down: Int, right: Int,
    into destination: UnsafeMutablePointer<Float>
  ) {
    if down == 0 && right == 0 {
      for pixel in 0..<height * width { destination[pixel] = Float(image[pixel]) / 255 + background }
      return
    }
    destination.update(repeating: background, count: height * width)
    let columns = max(0, right)..<max(max(0, right), min(width, width + right))
    for row in max(0, down)..<max(max(0, down), min(height, height + down)) {
      let source = (row - down) * width - right
      for column in columns { destination[row * width + column] = Float(image[source + column]) / 255 + background }
    }
  }

  /// Rotates and scales an image about its center, then translates it, with bilinear interpolation.
  /// - Parameter rotation: the cosine and sine of the angle, divided by the scale.
  private static func resample(
    _ image: UnsafeBufferPointer<UInt8>, _ height: Int, _ width: Int, rotation: (cosine: Float, sine: Float),
    down: Float, right: Float, into destination: UnsafeMutablePointer<Float>
  ) {
    let (middleRow, middleColumn) = (Float(height - 1) / 2, Float(width - 1) / 2)
    for row in 0..<height {
      let y = Float(row) - down - middleRow
      for column in 0..<width {
        let x = Float(column) - right - middleColumn
        let sourceRow = rotation.cosine * y - rotation.sine * x + middleRow
        let sourceColumn = rotation.sine * y + rotation.cosine * x + middleColumn
        let (top, left) = (Self.floor(sourceRow), Self.floor(sourceColumn))
        // Pixels outside the image count as 0.
        let (hasTop, hasBottom) = (top >= 0 && top < height, top >= -1 && top + 1 < height)
        let (hasLeft, hasRight) = (left >= 0 && left < width, left >= -1 && left + 1 < width)
        let corner = top * width + left
        let topLeft = hasTop && hasLeft ? Float(image[corner]) : 0
        let topRight = hasTop && hasRight ? Float(image[corner + 1]) : 0
        let bottomLeft = hasBottom && hasLeft ? Float(image[corner + width]) : 0
        let bottomRight = hasBottom && hasRight ? Float(image[corner + width + 1]) : 0
        let (rowFraction, columnFraction) = (sourceRow - Float(top), sourceColumn - Float(left))
        let upper = topLeft + (topRight - topLeft) * columnFraction
        let lower = bottomLeft + (bottomRight - bottomLeft) * columnFraction
        let value = upper + (lower - upper) * rowFraction
        destination[row * width + column] = value / 255 + background
      }
    }
  }

  /// Rounds down to an integer, faster than the C library.
  private static func floor(_ value: Float) -> Int {
    let truncated = Int(value)
    return Float(truncated) > value ? truncated - 1 : truncated
  }
}
