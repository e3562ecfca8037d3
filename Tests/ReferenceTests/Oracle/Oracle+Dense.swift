import Reference

extension Oracle {
  /// A fully connected layer.
  /// - Parameters:
  ///   - input: (batch, inputs)
  ///   - weights: (inputs, outputs)
  ///   - bias: (outputs)
  /// - Returns: (batch, outputs)
  static func dense(_ input: Tensor, weights: Tensor, bias: Tensor) -> Tensor {
    let (batch, inputs, outputs) = (input.shape[0], weights.shape[0], weights.shape[1])
    let result = Tensor(shape: [batch, outputs])
    for example in 0..<batch {
      for output in 0..<outputs {
        var sum = Double(bias.base[output])
        for index in 0..<inputs {
          sum += Double(input.base[example * inputs + index]) * Double(weights.base[index * outputs + output])
        }
        result.base[example * outputs + output] = Float(sum)
      }
    }
    return result
  }

  /// The gradients of a fully connected layer.
  /// - Parameters:
  ///   - input: (batch, inputs)
  ///   - weights: (inputs, outputs)
  ///   - gradient: (batch, outputs)
  static func denseGradients(
    _ input: Tensor, weights: Tensor, gradient: Tensor
  ) -> (input: Tensor, weights: Tensor, bias: Tensor) {
    let (batch, inputs, outputs) = (input.shape[0], weights.shape[0], weights.shape[1])
    let inputGradient = Tensor(shape: input.shape)
    let weightGradient = Tensor(shape: weights.shape)
    let biasGradient = Tensor(shape: [outputs])
    for example in 0..<batch {
      for output in 0..<outputs {
        let outputGradient = gradient.base[example * outputs + output]
        biasGradient.base[output] += outputGradient
        for index in 0..<inputs {
          inputGradient.base[example * inputs + index] += outputGradient * weights.base[index * outputs + output]
          weightGradient.base[index * outputs + output] += outputGradient * input.base[example * inputs + index]
        }
      }
    }
    return (inputGradient, weightGradient, biasGradient)
  }
}
