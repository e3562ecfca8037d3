import Foundation

/// The embedded data set: ten characters of the Japanese syllabary, written with a brush by many hands.
///
/// It needs no file and no network, and is drawn in a second, the same for the same seed. Every image has a hand of its own:
/// where and how large it writes, how it slants and turns, how it bends the strokes, how thick the brush is and how dry,
/// and whether it links the strokes. The classes share strokes (は and ほ, き and さ, け and は), so that no pixel tells them
/// apart: a linear model reads about three of four, a small convolutional network nearly all.
public struct BrushStrokes: Sendable {
  /// The height and the width of every image, in pixels.
  public static let size = 28

  /// What everything is drawn from.
  public let seed: UInt64

  /// Makes a generator; the data set that `DatasetCatalogue` loads has the default seed.
  public init(seed: UInt64 = 1) { self.seed = seed }

  /// Draws both splits. The test images are of other hands than the training images, but of the same kind.
  public func splits(
    training: Int = 12_000, test: Int = 2_000,
    workers: Workers = Workers(count: ProcessInfo.processInfo.activeProcessorCount)
  ) -> DatasetSplits {
    DatasetSplits(
      training: dataset(count: training, split: 0, workers: workers),
      test: dataset(count: test, split: 1, workers: workers), attribution: nil)
  }

  /// Draws `count` images, the classes in turn; any number of workers draws the same.
  /// - Parameters:
  ///   - count: how many images to draw.
  ///   - split: a number that tells one set of hands from another.
  ///   - workers: who draws.
  public func dataset(count: Int, split: Int, workers: Workers) -> ImageDataset {
    let glyphs = BrushGlyph.all
    let pixelCount = Self.size * Self.size
    let generator = RandomGenerator(seed: seed)
    let pixels = [UInt8](unsafeUninitializedCapacity: count * pixelCount) { buffer, filled in
      nonisolated(unsafe) let images = buffer
      workers.forEachRun(of: count, length: 250) { run, _ in
        var canvas = BrushCanvas(size: Self.size)
        for index in run {
          var random = generator.stream(split, index)
          canvas.clear()
          glyphs[index % glyphs.count].write(on: &canvas, random: &random)
          canvas.develop(
            into: UnsafeMutableBufferPointer(rebasing: images[index * pixelCount..<(index + 1) * pixelCount]),
            random: &random)
        }
      }
      filled = count * pixelCount
    }
    return ImageDataset(
      name: DatasetCatalogue.embedded, height: Self.size, width: Self.size, pixels: pixels,
      labels: (0..<count).map { UInt8($0 % glyphs.count) }, classNames: glyphs.map(\.name))
  }
}
