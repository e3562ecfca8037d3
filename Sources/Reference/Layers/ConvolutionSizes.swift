/// The extents of one call, in pixels and numbers.
struct ConvolutionSizes {
  let batch, height, width, channels, margin, outputHeight, outputWidth: Int

  init(_ layer: Convolution, _ inputShape: [Int]) {
    (batch, height, width, channels) = (inputShape[0], inputShape[1], inputShape[2], inputShape[3])
    margin = layer.padding == .same ? layer.kernelSize / 2 : 0
    outputHeight = (height + 2 * margin - layer.kernelSize) / layer.stride + 1
    outputWidth = (width + 2 * margin - layer.kernelSize) / layer.stride + 1
  }

  /// How many numbers a row of the padded image takes.
  var paddedRow: Int { (width + 2 * margin) * channels }

  /// The first number of an image with its border of zeros: copied to the worker's scratch where there is a border.
  func paddedImage(_ image: Int, of input: Tensor, scratch: Tensor?, _ worker: Int) -> UnsafePointer<Float> {
    let source = input.base + image * input.stride
    guard let scratch else { return UnsafePointer(source) }
    let padded = scratch.base + worker * scratch.stride
    for y in 0..<height {
      (padded + (y + margin) * paddedRow + margin * channels).update(
        from: source + y * width * channels, count: width * channels)
    }
    return UnsafePointer(padded)
  }
}
