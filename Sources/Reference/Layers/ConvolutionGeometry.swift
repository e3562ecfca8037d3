/// The sizes of one convolution call, in pixels and elements.
struct ConvolutionGeometry {
  let batch, height, width, channels, padding, outputHeight, outputWidth: Int

  /// - Parameter inputShape: (batch, height, width, channels)
  init(_ layer: Conv2D, _ inputShape: [Int]) {
    (batch, height, width, channels) = (inputShape[0], inputShape[1], inputShape[2], inputShape[3])
    padding = layer.paddingSize
    outputHeight = (height + 2 * padding - layer.kernelSize) / layer.stride + 1
    outputWidth = (width + 2 * padding - layer.kernelSize) / layer.stride + 1
  }

  /// The length of one row of the padded image, in elements.
  var paddedRowStride: Int { (width + 2 * padding) * channels }

  /// The first element of an image with its zero padding, copied to the worker's scratch memory if there is padding.
  func paddedImage(_ image: Int, of input: Tensor, scratch: Tensor?, _ worker: Int) -> UnsafePointer<Float> {
    let source = input.base + image * input.stride
    guard let scratch else { return UnsafePointer(source) }
    let padded = scratch.base + worker * scratch.stride
    for y in 0..<height {
      (padded + (y + padding) * paddedRowStride + padding * channels).update(
        from: source + y * width * channels, count: width * channels)
    }
    return UnsafePointer(padded)
  }
}
