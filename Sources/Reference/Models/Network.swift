/// A network that tells images apart, with what has to be known about it from outside.
public final class Network {
  /// What it is called in the catalogue, such as `cheap`.
  public let name: String
  /// The shape of an image: (height, width, channels).
  public let inputShape: [Int]
  /// How many classes it tells apart: the length of its output.
  public let classCount: Int
  /// Its layers.
  public let body: Sequential

  /// Puts layers together and checks that each takes what the one before gives.
  /// - Throws: `ShapeError` where two layers do not fit, or where the last does not give one number a class.
  public init(name: String, inputShape: [Int], classCount: Int, layers: [any Layer]) throws(ShapeError) {
    self.name = name
    self.inputShape = inputShape
    self.classCount = classCount
    body = Sequential(layers)
    let outputShape = try body.outputShape(for: inputShape)
    guard outputShape == [classCount] else {
      throw ShapeError("\(name) has to end in \(classCount) numbers, one for each class, found \(outputShape)")
    }
  }

  /// All parameters, those that are not trained too, each with a name of its own: `3.weights`.
  public var parameters: [Parameter] { namedParameters.map(\.parameter) }

  /// All parameters under the names that they are saved by.
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

  /// How many numbers are trained.
  public var parameterCount: Int { parameters.compactMap(\.gradient).reduce(0) { $0 + $1.count } }

  /// How many multiplications with an addition one image costs.
  public var multiplyAdds: Int { body.multiplyAdds(for: inputShape) }

  /// The outputs for a batch: (batch, classes).
  /// - Parameters:
  ///   - images: (batch, height, width, channels)
  ///   - pass: whether this is training, and who shares the work.
  public func callAsFunction(_ images: Tensor, _ pass: Pass) -> Tensor { body.forward(images, pass) }

  /// Finds every parameter's gradient.
  /// - Parameters:
  ///   - gradient: the gradient of the loss by the outputs of the last call, (batch, classes).
  ///   - pass: the one that the last call was given.
  public func backward(_ gradient: Tensor, _ pass: Pass) {
    _ = body.backward(gradient, needsInputGradient: false, pass)
  }
}
