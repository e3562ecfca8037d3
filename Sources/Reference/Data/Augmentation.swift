import Foundation

/// Random changes to a training image that leave its class as it is.
///
/// Everything is drawn from the generator handed in; with one that is derived from (seed, epoch, image) a run that resumes
/// sees the images it would have seen.
public struct Augmentation: Sendable, Equatable {
  /// How far an image moves at most, in pixels along each axis.
  public var shift: Int
  /// The side of the square that is wiped out, in pixels; its centre may lie anywhere in the image (DeVries and Taylor, 2017).
  public var cutout: Int
  /// How far an image turns at most, in degrees to either side.
  public var rotation: Float
  /// How much an image grows or shrinks at most, as a share of its size: 0.1 for 0.9 ... 1.1.
  public var scale: Float

  /// No change at all.
  public static let none = Augmentation()

  /// Makes an augmentation; what is left out stays as it is.
  public init(shift: Int = 0, cutout: Int = 0, rotation: Float = 0, scale: Float = 0) {
    self.shift = shift
    self.cutout = cutout
    self.rotation = rotation
    self.scale = scale
  }

  /// Writes one image of a data set as `height` × `width` numbers: brightness / 255 - 0.5, and -0.5 outside of the image.
  /// - Parameters:
  ///   - dataset: where the image is.
  ///   - index: which image.
  ///   - random: where to draw from.
  ///   - destination: room for `height` × `width` numbers.
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
        Self.move(image, height, width, down: down, right: right, into: destination)
      } else {
        let angle = random.uniform(in: -1...1) * rotation * .pi / 180
        let factor = 1 / max(0.1, 1 + random.uniform(in: -1...1) * scale)
        let turn = (cosine: cos(angle) * factor, sine: sin(angle) * factor)
        Self.resample(image, height, width, turn: turn, down: Float(down), right: Float(right), into: destination)
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

  /// Copies an image moved by whole pixels.
  private static func move(
    _ image: UnsafeBufferPointer<UInt8>, _ height: Int, _ width: Int, down: Int, right: Int,
    into destination: UnsafeMutablePointer<Float>
  ) {
    if down == 0 && right == 0 {
      for place in 0..<height * width { destination[place] = Float(image[place]) / 255 + background }
      return
    }
    destination.update(repeating: background, count: height * width)
    let columns = max(0, right)..<max(max(0, right), min(width, width + right))
    for row in max(0, down)..<max(max(0, down), min(height, height + down)) {
      let source = (row - down) * width - right
      for column in columns { destination[row * width + column] = Float(image[source + column]) / 255 + background }
    }
  }

  /// Copies an image turned and scaled about its centre and then moved, each pixel from the four nearest (bilinear).
  /// - Parameter turn: the cosine and the sine of the angle, over the scale.
  private static func resample(
    _ image: UnsafeBufferPointer<UInt8>, _ height: Int, _ width: Int, turn: (cosine: Float, sine: Float),
    down: Float, right: Float, into destination: UnsafeMutablePointer<Float>
  ) {
    let (middleRow, middleColumn) = (Float(height - 1) / 2, Float(width - 1) / 2)
    for row in 0..<height {
      let y = Float(row) - down - middleRow
      for column in 0..<width {
        let x = Float(column) - right - middleColumn
        let sourceRow = turn.cosine * y - turn.sine * x + middleRow
        let sourceColumn = turn.sine * y + turn.cosine * x + middleColumn
        let (top, left) = (Self.floor(sourceRow), Self.floor(sourceColumn))
        // Brightness that lies outside counts as 0.
        let (hasTop, hasBottom) = (top >= 0 && top < height, top >= -1 && top + 1 < height)
        let (hasLeft, hasRight) = (left >= 0 && left < width, left >= -1 && left + 1 < width)
        let corner = top * width + left
        let topLeft = hasTop && hasLeft ? Float(image[corner]) : 0
        let topRight = hasTop && hasRight ? Float(image[corner + 1]) : 0
        let bottomLeft = hasBottom && hasLeft ? Float(image[corner + width]) : 0
        let bottomRight = hasBottom && hasRight ? Float(image[corner + width + 1]) : 0
        let (downShare, rightShare) = (sourceRow - Float(top), sourceColumn - Float(left))
        let upper = topLeft + (topRight - topLeft) * rightShare
        let lower = bottomLeft + (bottomRight - bottomLeft) * rightShare
        let value = upper + (lower - upper) * downShare
        destination[row * width + column] = value / 255 + background
      }
    }
  }

  /// The largest whole number that is not above `value`; quicker than a call of the C library.
  private static func floor(_ value: Float) -> Int {
    let truncated = Int(value)
    return Float(truncated) > value ? truncated - 1 : truncated
  }
}
