/// Images shifted to the range -128 ... 127, with their squared norms.
struct CenteredImages: Sendable {
  let count: Int
  let pixelCount: Int
  /// (images, pixels), or (pixels, images) if transposed.
  let values: Tensor
  /// (images)
  let squaredNorms: [Int32]

  init(_ dataset: ImageDataset, _ block: Range<Int>, isTransposed: Bool = false) {
    count = block.count
    pixelCount = dataset.height * dataset.width
    values = Tensor(shape: isTransposed ? [pixelCount, count] : [count, pixelCount])
    let (imageStride, pixelStride) = isTransposed ? (1, count) : (pixelCount, 1)
    var squaredNorms = [Int32](repeating: 0, count: count)
    for image in 0..<count {
      for pixel in 0..<pixelCount {
        let value = Int32(dataset.pixels[(block.lowerBound + image) * pixelCount + pixel]) - 128
        values.base[image * imageStride + pixel * pixelStride] = Float(value)
        squaredNorms[image] += value * value
      }
    }
    self.squaredNorms = squaredNorms
  }
}
