extension Oracle {
  /// A fully connected layer.
  /// - Parameters:
  ///   - input: (batch, inputs)
  ///   - weights: (inputs, outputs)
  ///   - bias: (outputs)
  /// - Returns: (batch, outputs)
  public static func dense(_ input: Tensor, weights: Tensor, bias: Tensor) -> Tensor {
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
  public static func denseGradients(
    _ input: Tensor, weights: Tensor, gradient: Tensor
  ) -> (input: Tensor, weights: Tensor, bias: Tensor) {
    let (batch, inputs, outputs) = (input.shape[0], weights.shape[0], weights.shape[1])
    let byInput = Tensor(shape: input.shape)
    let byWeights = Tensor(shape: weights.shape)
    let byBias = Tensor(shape: [outputs])
    for example in 0..<batch {
      for output in 0..<outputs {
        let share = gradient.base[example * outputs + output]
        byBias.base[output] += share
        for index in 0..<inputs {
          byInput.base[example * inputs + index] += share * weights.base[index * outputs + output]
          byWeights.base[index * outputs + output] += share * input.base[example * inputs + index]
        }
      }
    }
    return (byInput, byWeights, byBias)
  }
}
