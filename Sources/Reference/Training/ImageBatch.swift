/// The images and labels of one step, in memory that every step reuses.
struct ImageBatch {
  /// (batch, height, width, 1)
  private(set) var images: Tensor
  private(set) var labels: [Int] = []
  private var reusable: Tensor?

  init(size: Int, height: Int, width: Int) {
    images = Tensor(shape: [size, height, width, 1])
    reusable = images
  }

  /// Takes up the images at `indices`, each as `augmentation` alters it.
  /// - Parameter random: what images are altered by: a stream of its own for every index.
  mutating func fill(
    from dataset: ImageDataset, at indices: ArraySlice<Int>, augmentation: Augmentation, random: RandomGenerator,
    workers: Workers
  ) {
    let (height, width) = (dataset.height, dataset.width)
    images = Tensor.reusing(&reusable, shape: [indices.count, height, width, 1])
    labels = indices.map { Int(dataset.labels[$0]) }
    let target = images
    workers.forEachRun(of: indices.count, length: 32) { run, _ in
      for position in run {
        let index = indices[indices.startIndex + position]
        var own = random.stream(index)
        augmentation.apply(dataset, index: index, random: &own, into: target.base + position * height * width)
      }
    }
  }
}
