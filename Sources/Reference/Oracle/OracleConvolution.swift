extension Oracle {
  /// A convolution.
  /// - Parameters:
  ///   - input: (batch, height, width, input channels)
  ///   - weights: (kernel height, kernel width, input channels, output channels)
  ///   - bias: (output channels), or nil for none.
  ///   - stride: how many pixels lie between the places of the kernel.
  ///   - margin: how many zeros stand around the image on each side.
  /// - Returns: (batch, output height, output width, output channels)
  public static func convolution(
    _ input: Tensor, weights: Tensor, bias: Tensor?, stride: Int, margin: Int
  ) -> Tensor {
    let (x, w) = (Grid(input), Grid(weights))
    var out = Grid(shape: outputShape(input, weights, stride, margin))
    for image in 0..<out.shape[0] {
      for oy in 0..<out.shape[1] {
        for ox in 0..<out.shape[2] {
          for oc in 0..<out.shape[3] {
            var sum = Double(bias?.base[oc] ?? 0)
            for ky in 0..<w.shape[0] {
              for kx in 0..<w.shape[1] {
                for ic in 0..<w.shape[2] {
                  sum += x[image, oy * stride + ky - margin, ox * stride + kx - margin, ic] * w[ky, kx, ic, oc]
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

  /// The gradients of a convolution: each product of the sum above hands the output's gradient to both its factors.
  /// - Parameters:
  ///   - input: (batch, height, width, input channels)
  ///   - weights: (kernel height, kernel width, input channels, output channels)
  ///   - gradient: (batch, output height, output width, output channels)
  ///   - stride: how many pixels lie between the places of the kernel.
  ///   - margin: how many zeros stand around the image on each side.
  public static func convolutionGradients(
    _ input: Tensor, weights: Tensor, gradient: Tensor, stride: Int, margin: Int
  ) -> (input: Tensor, weights: Tensor, bias: Tensor) {
    let (x, w, g) = (Grid(input), Grid(weights), Grid(gradient))
    var (byInput, byWeights) = (Grid(shape: x.shape), Grid(shape: w.shape))
    var byBias = Array(repeating: Double(0), count: g.shape[3])
    for image in 0..<g.shape[0] {
      for oy in 0..<g.shape[1] {
        for ox in 0..<g.shape[2] {
          for oc in 0..<g.shape[3] {
            let share = g[image, oy, ox, oc]
            byBias[oc] += share
            for ky in 0..<w.shape[0] {
              for kx in 0..<w.shape[1] {
                let (y, left) = (oy * stride + ky - margin, ox * stride + kx - margin)
                for ic in 0..<w.shape[2] {
                  byInput[image, y, left, ic] += share * w[ky, kx, ic, oc]
                  byWeights[ky, kx, ic, oc] += share * x[image, y, left, ic]
                }
              }
            }
          }
        }
      }
    }
    return (byInput.tensor, byWeights.tensor, Tensor(shape: [byBias.count], values: byBias.map(Float.init)))
  }

  /// A convolution of each channel on its own: as a full one whose weights between different channels are zero.
  /// - Parameters:
  ///   - input: (batch, height, width, channels)
  ///   - weights: (kernel height, kernel width, channels)
  ///   - stride: how many pixels lie between the places of the kernel.
  ///   - margin: how many zeros stand around the image on each side.
  public static func depthwiseConvolution(_ input: Tensor, weights: Tensor, stride: Int, margin: Int) -> Tensor {
    convolution(input, weights: spread(weights), bias: nil, stride: stride, margin: margin)
  }

  /// The gradients of a depthwise convolution.
  /// - Parameters:
  ///   - input: (batch, height, width, channels)
  ///   - weights: (kernel height, kernel width, channels)
  ///   - gradient: (batch, output height, output width, channels)
  ///   - stride: how many pixels lie between the places of the kernel.
  ///   - margin: how many zeros stand around the image on each side.
  public static func depthwiseConvolutionGradients(
    _ input: Tensor, weights: Tensor, gradient: Tensor, stride: Int, margin: Int
  ) -> (input: Tensor, weights: Tensor) {
    let full = convolutionGradients(
      input, weights: spread(weights), gradient: gradient, stride: stride, margin: margin)
    let (places, channels) = (weights.shape[0] * weights.shape[1], weights.shape[2])
    let diagonal = Tensor(shape: weights.shape)
    for place in 0..<places {
      for channel in 0..<channels {
        diagonal.base[place * channels + channel] =
          full.weights.base[(place * channels + channel) * channels + channel]
      }
    }
    return (full.input, diagonal)
  }

  /// (kernel height, kernel width, channels) as the diagonal of (kernel height, kernel width, channels, channels).
  private static func spread(_ weights: Tensor) -> Tensor {
    let (places, channels) = (weights.shape[0] * weights.shape[1], weights.shape[2])
    let full = Tensor(shape: weights.shape + [channels])
    for place in 0..<places {
      for channel in 0..<channels {
        full.base[(place * channels + channel) * channels + channel] = weights.base[place * channels + channel]
      }
    }
    return full
  }

  private static func outputShape(_ input: Tensor, _ weights: Tensor, _ stride: Int, _ margin: Int) -> [Int] {
    let extents = [1, 2].map { (input.shape[$0] + 2 * margin - weights.shape[$0 - 1]) / stride + 1 }
    return [input.shape[0]] + extents + [weights.shape[3]]
  }
}
