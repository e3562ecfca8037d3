import Reference

extension Oracle {
  /// A convolution.
  /// - Parameters:
  ///   - input: (batch, height, width, input channels)
  ///   - weights: (kernel height, kernel width, input channels, output channels)
  ///   - bias: (output channels), or nil.
  ///   - stride: the step of the kernel, in pixels.
  ///   - padding: the zero padding on each side, in pixels.
  /// - Returns: (batch, output height, output width, output channels)
  static func conv2d(_ input: Tensor, weights: Tensor, bias: Tensor?, stride: Int, padding: Int) -> Tensor {
    let (x, w) = (Grid(input), Grid(weights))
    var out = Grid(shape: outputShape(input, weights, stride, padding))
    for image in 0..<out.shape[0] {
      for oy in 0..<out.shape[1] {
        for ox in 0..<out.shape[2] {
          for oc in 0..<out.shape[3] {
            var sum = Double(bias?.base[oc] ?? 0)
            for ky in 0..<w.shape[0] {
              for kx in 0..<w.shape[1] {
                for ic in 0..<w.shape[2] {
                  sum += x[image, oy * stride + ky - padding, ox * stride + kx - padding, ic] * w[ky, kx, ic, oc]
                }
              }
            }
            out[image, oy, ox, oc] = sum
          }
        }
      }
    }
    return out.tensor
  }

  /// The gradients of a convolution: each product of the forward sum passes the output gradient to both factors.
  /// - Parameters:
  ///   - input: (batch, height, width, input channels)
  ///   - weights: (kernel height, kernel width, input channels, output channels)
  ///   - gradient: (batch, output height, output width, output channels)
  ///   - stride: the step of the kernel, in pixels.
  ///   - padding: the zero padding on each side, in pixels.
  static func conv2dGradients(
    _ input: Tensor, weights: Tensor, gradient: Tensor, stride: Int, padding: Int
  ) -> (input: Tensor, weights: Tensor, bias: Tensor) {
    let (x, w, g) = (Grid(input), Grid(weights), Grid(gradient))
    var (inputGradient, weightGradient) = (Grid(shape: x.shape), Grid(shape: w.shape))
    var biasGradient = Array(repeating: Double(0), count: g.shape[3])
    for image in 0..<g.shape[0] {
      for oy in 0..<g.shape[1] {
        for ox in 0..<g.shape[2] {
          for oc in 0..<g.shape[3] {
            let outputGradient = g[image, oy, ox, oc]
            biasGradient[oc] += outputGradient
            for ky in 0..<w.shape[0] {
              for kx in 0..<w.shape[1] {
                let (iy, ix) = (oy * stride + ky - padding, ox * stride + kx - padding)
                for ic in 0..<w.shape[2] {
                  inputGradient[image, iy, ix, ic] += outputGradient * w[ky, kx, ic, oc]
                  weightGradient[ky, kx, ic, oc] += outputGradient * x[image, iy, ix, ic]
                }
              }
            }
          }
        }
      }
    }
    let bias = Tensor(shape: [biasGradient.count], values: biasGradient.map(Float.init))
    return (inputGradient.tensor, weightGradient.tensor, bias)
  }

  /// A depthwise convolution: a convolution whose weights between different channels are zero.
  /// - Parameters:
  ///   - input: (batch, height, width, channels)
  ///   - weights: (kernel height, kernel width, channels)
  ///   - stride: the step of the kernel, in pixels.
  ///   - padding: the zero padding on each side, in pixels.
  static func depthwiseConv2D(_ input: Tensor, weights: Tensor, stride: Int, padding: Int) -> Tensor {
    conv2d(input, weights: diagonal(weights), bias: nil, stride: stride, padding: padding)
  }

  /// The gradients of a depthwise convolution.
  /// - Parameters:
  ///   - input: (batch, height, width, channels)
  ///   - weights: (kernel height, kernel width, channels)
  ///   - gradient: (batch, output height, output width, channels)
  ///   - stride: the step of the kernel, in pixels.
  ///   - padding: the zero padding on each side, in pixels.
  static func depthwiseConv2DGradients(
    _ input: Tensor, weights: Tensor, gradient: Tensor, stride: Int, padding: Int
  ) -> (input: Tensor, weights: Tensor) {
    let full = conv2dGradients(
      input, weights: diagonal(weights), gradient: gradient, stride: stride, padding: padding)
    let (taps, channels) = (weights.shape[0] * weights.shape[1], weights.shape[2])
    let weightGradient = Tensor(shape: weights.shape)
    for tap in 0..<taps {
      for channel in 0..<channels {
        weightGradient.base[tap * channels + channel] =
          full.weights.base[(tap * channels + channel) * channels + channel]
      }
    }
    return (full.input, weightGradient)
  }

  /// (kernel height, kernel width, channels) as the diagonal of (kernel height, kernel width, channels, channels).
  private static func diagonal(_ weights: Tensor) -> Tensor {
    let (taps, channels) = (weights.shape[0] * weights.shape[1], weights.shape[2])
    let full = Tensor(shape: weights.shape + [channels])
    for tap in 0..<taps {
      for channel in 0..<channels {
        full.base[(tap * channels + channel) * channels + channel] = weights.base[tap * channels + channel]
      }
    }
    return full
  }

  private static func outputShape(_ input: Tensor, _ weights: Tensor, _ stride: Int, _ padding: Int) -> [Int] {
    let sizes = [1, 2].map { (input.shape[$0] + 2 * padding - weights.shape[$0 - 1]) / stride + 1 }
    return [input.shape[0]] + sizes + [weights.shape[3]]
  }
}
