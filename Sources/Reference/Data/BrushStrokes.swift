/// The built-in dataset: ten hiragana characters, drawn with a simulated brush in random handwriting styles.
///
/// It needs no files and no network, takes about a second to generate, and is deterministic for a given seed. Every image
/// has its own position, size, slant, distortion, brush thickness, dryness and stroke linking. Classes share strokes (は
/// and ほ, き and さ, け and は), so single pixels do not separate them: a linear model reaches about 75 % accuracy, a small
/// CNN nearly 100 %.
public struct BrushStrokes: Sendable {
  /// The height and width of every image, in pixels.
  public static let size = 28

  /// The seed of all random choices.
  public let seed: UInt64

  /// Creates a generator; `DatasetCatalog` uses the default seed.
  public init(seed: UInt64 = 1) { self.seed = seed }

  /// Generates both splits. Test images have other styles than training images, from the same distribution.
  public func splits(
    training: Int = 12_000, test: Int = 2_000,
    workers: Workers = Workers(count: Workers.availableProcessors)
  ) -> DatasetSplits {
    DatasetSplits(
      training: dataset(count: training, split: 0, workers: workers),
      test: dataset(count: test, split: 1, workers: workers), attribution: nil)
  }

  /// Generates `count` images with balanced classes. The result does not depend on the number of threads.
  /// - Parameters:
  ///   - count: the number of images.
  ///   - split: selects an independent set of styles.
  ///   - workers: the threads that share the work.
  public func dataset(count: Int, split: Int, workers: Workers) -> ImageDataset {
    let glyphs = BrushGlyph.all
    let pixelCount = Self.size * Self.size
    let generator = RandomGenerator(seed: seed)
    let pixels = [UInt8](unsafeUninitializedCapacity: count * pixelCount) { buffer, filled in
      nonisolated(unsafe) let images = buffer
      workers.forEachChunk(of: count, size: 250) { chunk, _ in
        var canvas = BrushCanvas(size: Self.size)
        for index in chunk {
          var random = generator.stream(split, index)
          canvas.clear()
          glyphs[index % glyphs.count].draw(on: &canvas, random: &random)
          canvas.render(
            into: UnsafeMutableBufferPointer(rebasing: images[index * pixelCount..<(index + 1) * pixelCount]),
            random: &random)
        }
      }
      filled = count * pixelCount
    }
    return ImageDataset(
      name: DatasetCatalog.builtIn, height: Self.size, width: Self.size, pixels: pixels,
      labels: (0..<count).map { UInt8($0 % glyphs.count) }, classNames: glyphs.map(\.name))
  }
}
