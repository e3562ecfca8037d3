/// A stack of layers, each applied to the previous layer's output.
public final class Sequential: Layer {
  public let layers: [any Layer]

  public init(_ layers: [any Layer]) { self.layers = layers }

  /// The parameters of all layers, in order.
  public var parameters: [Parameter] { layers.flatMap(\.parameters) }

  public func outputShape(for inputShape: [Int]) throws(ShapeError) -> [Int] {
    var shape = inputShape
    for layer in layers { shape = try layer.outputShape(for: shape) }
    return shape
  }

  public func multiplyAdds(for inputShape: [Int]) -> Int {
    var shape = inputShape
    var sum = 0
    for layer in layers {
      sum += layer.multiplyAdds(for: shape)
      guard let next = try? layer.outputShape(for: shape) else { return sum }
      shape = next
    }
    return sum
  }

  public func forward(_ input: Tensor, _ pass: Pass) -> Tensor {
    layers.reduce(input) { $1.forward($0, pass) }
  }

  public func backward(_ outputGradient: Tensor, needsInputGradient: Bool, _ pass: Pass) -> Tensor? {
    var gradient: Tensor? = outputGradient
    for (index, layer) in layers.enumerated().reversed() {
      guard let current = gradient else { return nil }
      gradient = layer.backward(current, needsInputGradient: needsInputGradient || index > 0, pass)
    }
    return gradient
  }
}
