/// An image classifier: a stack of layers that maps images to logits.
public final class Network {
  /// The name in the model catalog, such as `cheap`.
  public let name: String
  /// The shape of one image: (height, width, channels).
  public let inputShape: [Int]
  /// The number of classes, which is the length of the output.
  public let classCount: Int
  /// The layers.
  public let body: Sequential

  /// Creates a network and checks that the shapes of its layers match.
  /// - Throws: `ShapeError` if a layer does not accept the previous layer's output, or if the output shape is not
  ///   (`classCount`).
  public init(name: String, inputShape: [Int], classCount: Int, layers: [any Layer]) throws(ShapeError) {
    self.name = name
    self.inputShape = inputShape
    self.classCount = classCount
    body = Sequential(layers)
    let outputShape = try body.outputShape(for: inputShape)
    guard outputShape == [classCount] else {
      throw ShapeError("\(name) must output [\(classCount)], one logit per class, but outputs \(outputShape)")
    }
  }

  /// All parameters, including running statistics, in the order of the layers.
  public var parameters: [Parameter] { namedParameters.map(\.parameter) }

  /// All parameters under the names they have in checkpoints, such as `3.weights`.
  public var namedParameters: [(name: String, parameter: Parameter)] {
    body.layers.enumerated().flatMap { index, layer in
      var uses: [String: Int] = [:]
      return layer.parameters.map { parameter in
        let use = uses[parameter.name, default: 0]
        uses[parameter.name] = use + 1
        return ("\(index).\(parameter.name)" + (use == 0 ? "" : "_\(use)"), parameter)
      }
    }
  }

  /// The number of trainable parameters.
  public var parameterCount: Int { parameters.compactMap(\.gradient).reduce(0) { $0 + $1.count } }

  /// The number of multiply-adds in a forward pass of one image.
  public var multiplyAdds: Int { body.multiplyAdds(for: inputShape) }

  /// Computes the logits of a batch.
  /// - Parameters:
  ///   - images: (batch, height, width, channels)
  ///   - pass: the mode, threads and random numbers of this pass.
  /// - Returns: (batch, classes), valid until the next call.
  public func callAsFunction(_ images: Tensor, _ pass: Pass) -> Tensor { body.forward(images, pass) }

  /// Computes the gradient of every trainable parameter.
  /// - Parameters:
  ///   - gradient: the gradient of the loss with respect to the logits of the last call, (batch, classes).
  ///   - pass: the pass of the last call.
  public func backward(_ gradient: Tensor, _ pass: Pass) {
    _ = body.backward(gradient, needsInputGradient: false, pass)
  }
}
