import CKernels

extension Convolution {
  public func backward(_ outputGradient: Tensor, needsInputGradient: Bool, _ pass: Pass) -> Tensor? {
    guard let input else { return nil }
    let size = ConvolutionSizes(self, input.shape)
    findWeightGradient(input, outputGradient, size, pass.workers)
    return needsInputGradient ? findInputGradient(input.shape, outputGradient, size, pass.workers) : nil
  }

  /// Each shard of the batch sums its own gradient; then the shards are summed in their order.
  private func findWeightGradient(
    _ input: Tensor, _ outputGradient: Tensor, _ size: ConvolutionSizes, _ workers: Workers
  ) {
    guard let gradient = weights.gradient else { return }
    // Many shards would keep many threads busy, but large weights would then fill the caches.
    let shards = min(size.batch, max(2, min(16, (1 << 20) / gradient.count)))
    let length = (size.batch + shards - 1) / shards
    let partial = Tensor.reusing(&partialGradients, shape: [shards, gradient.count + outputChannels])
    let padded = paddedInputs(size, workers)
    let (kernels, kernelSize, stride) = (workers.kernels, kernelSize, stride)
    let (inputChannels, outputChannels) = (inputChannels, outputChannels)
    let (weightCount, hasBias) = (gradient.count, bias != nil)
    workers.forEach(shards) { shard, worker in
      let sums = partial.base + shard * partial.stride
      sums.update(repeating: 0, count: partial.stride)
      var product = KernelProduct()
      product.left_row = stride * size.paddedRow
      product.left_step = stride * inputChannels
      product.left_item = 1
      product.right_row = size.outputWidth * outputChannels
      product.right_step = outputChannels
      product.out_item = outputChannels
      product.rows = size.outputHeight
      product.steps = size.outputWidth
      product.items = kernelSize * inputChannels
      product.columns = outputChannels
      product.accumulates = 1
      for image in min(size.batch, shard * length)..<min(size.batch, (shard + 1) * length) {
        let source = size.paddedImage(image, of: input, scratch: padded, worker)
        let gradients = outputGradient.base + image * outputGradient.stride
        product.right = UnsafePointer(gradients)
        for row in 0..<kernelSize {
          product.left = source + row * size.paddedRow
          product.out = sums + row * kernelSize * inputChannels * outputChannels
          kernels.product(&product)
        }
        if hasBias {
          kernels.column_sums(gradients, size.outputHeight * size.outputWidth, outputChannels, sums + weightCount)
        }
      }
    }
    partial.sumRows(from: 0, into: gradient, workers)
    if let biasGradient = bias?.gradient { partial.sumRows(from: weightCount, into: biasGradient, workers) }
  }

  /// The gradient by the input is a convolution too: of the output's gradients, spread by the stride and padded, with
  /// the weights turned and their channels exchanged.
  private func findInputGradient(
    _ inputShape: [Int], _ outputGradient: Tensor, _ size: ConvolutionSizes, _ workers: Workers
  )
    -> Tensor
  {
    let result = Tensor.reusing(&inputGradient, shape: inputShape)
    let turned = turnWeights()
    let (height, width) = (size.height + kernelSize - 1, size.width + kernelSize - 1)
    let spread = Tensor.reusing(&spreadGradients, shape: [workers.count, height, width, outputChannels])
    let inset = kernelSize - 1 - margin
    let (kernels, kernelSize, stride) = (workers.kernels, kernelSize, stride)
    let (inputChannels, outputChannels) = (inputChannels, outputChannels)
    workers.forEach(size.batch) { image, worker in
      let scratch = spread.base + worker * spread.stride
      for y in 0..<size.outputHeight {
        let source = outputGradient.base + image * outputGradient.stride + y * size.outputWidth * outputChannels
        let row = scratch + ((inset + y * stride) * width + inset) * outputChannels
        if stride == 1 {
          row.update(from: source, count: size.outputWidth * outputChannels)
        } else {
          for x in 0..<size.outputWidth {
            (row + x * stride * outputChannels).update(from: source + x * outputChannels, count: outputChannels)
          }
        }
      }
      var product = KernelProduct()
      product.left_row = width * outputChannels
      product.left_step = 1
      product.left_item = outputChannels
      product.right = UnsafePointer(turned.base)
      product.right_row = kernelSize * outputChannels * inputChannels
      product.right_step = inputChannels
      product.out_item = inputChannels
      product.rows = kernelSize
      product.steps = kernelSize * outputChannels
      product.items = size.width
      product.columns = inputChannels
      for y in 0..<size.height {
        product.left = UnsafePointer(scratch) + y * width * outputChannels
        product.out = result.base + (image * size.height + y) * size.width * inputChannels
        kernels.product(&product)
      }
    }
    return result
  }

  /// (kernel size, kernel size, output channels, input channels), turned by half a turn.
  private func turnWeights() -> Tensor {
    let turned = Tensor.reusing(&turnedWeights, shape: [kernelSize, kernelSize, outputChannels, inputChannels])
    let places = kernelSize * kernelSize
    for place in 0..<places {
      let source = weights.value.base + (places - 1 - place) * inputChannels * outputChannels
      let target = turned.base + place * inputChannels * outputChannels
      for input in 0..<inputChannels {
        for output in 0..<outputChannels {
          target[output * inputChannels + input] = source[input * outputChannels + output]
        }
      }
    }
    return turned
  }
}
