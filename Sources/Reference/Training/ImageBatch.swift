/// The images and labels of one batch, in memory that is reused for the next.
struct ImageBatch {
  /// (batch, height, width, 1)
  private(set) var images: Tensor
  private(set) var labels: [Int] = []
  private var reusable: Tensor?

  init(size: Int, height: Int, width: Int) {
    images = Tensor(shape: [size, height, width, 1])
    reusable = images
  }

  /// Loads and augments the images at `indices`.
  /// - Parameter random: the generator of the augmentation; each image uses the stream of its index.
  mutating func fill(
    from dataset: ImageDataset, at indices: ArraySlice<Int>, augmentation: Augmentation, random: RandomGenerator,
    workers: Workers
  ) {
    let (height, width) = (dataset.height, dataset.width)
    images = Tensor.reusing(&reusable, shape: [indices.count, height, width, 1])
    labels = indices.map { Int(dataset.labels[$0]) }
    let target = images
    workers.forEachChunk(of: indices.count, size: 32) { chunk, _ in
      for position in chunk {
        let index = indices[indices.startIndex + position]
        var imageRandom = random.stream(index)
        augmentation.apply(
          dataset, index: index, random: &imageRandom, into: target.base + position * height * width)
      }
    }
  }
}
