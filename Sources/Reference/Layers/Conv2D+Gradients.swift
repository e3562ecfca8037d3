import CKernels

extension Conv2D {
  public func backward(_ outputGradient: Tensor, needsInputGradient: Bool, _ pass: Pass) -> Tensor? {
    guard let input else { return nil }
    let geometry = ConvolutionGeometry(self, input.shape)
    computeWeightGradient(input, outputGradient, geometry, pass.workers)
    return needsInputGradient ? makeInputGradient(input.shape, outputGradient, geometry, pass.workers) : nil
  }

  /// Sums the gradient of each shard of the batch in parallel, then the shards in order.
  private func computeWeightGradient(
    _ input: Tensor, _ outputGradient: Tensor, _ geometry: ConvolutionGeometry, _ workers: Workers
  ) {
    guard let gradient = weights.gradient else { return }
    // More shards use more threads, but large weights would then overflow the caches.
    let shards = min(geometry.batch, max(2, min(16, (1 << 20) / gradient.count)))
    let length = (geometry.batch + shards - 1) / shards
    let partial = Tensor.reusing(&partialGradients, shape: [shards, gradient.count + outputChannels])
    let padded = paddedInputs(geometry, workers)
    let (kernels, kernelSize, stride) = (workers.kernels, kernelSize, stride)
    let (inputChannels, outputChannels) = (inputChannels, outputChannels)
    let (weightCount, hasBias) = (gradient.count, bias != nil)
    workers.forEach(shards) { shard, worker in
      let sums = partial.base + shard * partial.stride
      sums.update(repeating: 0, count: partial.stride)
      var gemm = KernelGEMM.kernelRowGradient(
        kernelSize: kernelSize, stride: stride, inputChannels: inputChannels, outputChannels: outputChannels,
        inputRowStride: geometry.paddedRowStride, outputHeight: geometry.outputHeight,
        outputWidth: geometry.outputWidth)
      for image in min(geometry.batch, shard * length)..<min(geometry.batch, (shard + 1) * length) {
        let source = geometry.paddedImage(image, of: input, scratch: padded, worker)
        let gradients = outputGradient.base + image * outputGradient.stride
        gemm.right = UnsafePointer(gradients)
        for row in 0..<kernelSize {
          gemm.left = source + row * geometry.paddedRowStride
          gemm.out = sums + row * kernelSize * inputChannels * outputChannels
          kernels.gemm(&gemm)
        }
        if hasBias {
          let pixels = geometry.outputHeight * geometry.outputWidth
          kernels.column_sums(gradients, pixels, outputChannels, sums + weightCount)
        }
      }
    }
    partial.sumRows(from: 0, into: gradient, workers)
    if let biasGradient = bias?.gradient { partial.sumRows(from: weightCount, into: biasGradient, workers) }
  }

  /// The input gradient is a convolution too: of the output gradient, dilated by the stride and zero-padded, with the
  /// flipped weights and their channel axes swapped (a transposed convolution).
  private func makeInputGradient(
    _ inputShape: [Int], _ outputGradient: Tensor, _ geometry: ConvolutionGeometry, _ workers: Workers
  ) -> Tensor {
    let result = Tensor.reusing(&inputGradient, shape: inputShape)
    let flipped = flipWeights()
    let (height, width) = (geometry.height + kernelSize - 1, geometry.width + kernelSize - 1)
    let dilated = Tensor.reusing(&dilatedGradients, shape: [workers.count, height, width, outputChannels])
    let inset = kernelSize - 1 - paddingSize
    let (kernels, kernelSize, stride) = (workers.kernels, kernelSize, stride)
    let (inputChannels, outputChannels) = (inputChannels, outputChannels)
    workers.forEach(geometry.batch) { image, worker in
      let scratch = dilated.base + worker * dilated.stride
      for y in 0..<geometry.outputHeight {
        let source = outputGradient.base + image * outputGradient.stride + y * geometry.outputWidth * outputChannels
        let row = scratch + ((inset + y * stride) * width + inset) * outputChannels
        if stride == 1 {
          row.update(from: source, count: geometry.outputWidth * outputChannels)
        } else {
          for x in 0..<geometry.outputWidth {
            (row + x * stride * outputChannels).update(from: source + x * outputChannels, count: outputChannels)
          }
        }
      }
      var gemm = KernelGEMM.convolutionRow(
        weights: flipped.base, kernelSize: kernelSize, inputChannels: outputChannels, outputChannels: inputChannels,
        inputRowStride: width * outputChannels, outputWidth: geometry.width)
      for y in 0..<geometry.height {
        gemm.left = UnsafePointer(scratch) + y * width * outputChannels
        gemm.out = result.base + (image * geometry.height + y) * geometry.width * inputChannels
        kernels.gemm(&gemm)
      }
    }
    return result
  }

  /// The weights rotated by 180° with swapped channel axes: (kernel size, kernel size, output channels, input channels).
  private func flipWeights() -> Tensor {
    let flipped = Tensor.reusing(&flippedWeights, shape: [kernelSize, kernelSize, outputChannels, inputChannels])
    let taps = kernelSize * kernelSize
    for tap in 0..<taps {
      let source = weights.value.base + (taps - 1 - tap) * inputChannels * outputChannels
      let target = flipped.base + tap * inputChannels * outputChannels
      for input in 0..<inputChannels {
        for output in 0..<outputChannels {
          target[output * inputChannels + input] = source[input * outputChannels + output]
        }
      }
    }
    return flipped
  }
}
