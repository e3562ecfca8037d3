import CKernels

/// A residual block (He et al. 2016): the sum of a branch and a shortcut, both applied to the output of an optional stem.
public final class ResidualBlock: Layer {
  /// Applied before the fork; nil for none.
  public let stem: Sequential?
  public let branch: Sequential
  /// Nil for the identity.
  public let shortcut: Sequential?
  private var output: Tensor?
  private var inputGradient: Tensor?

  /// - Parameters:
  ///   - stem: layers shared by branch and shortcut, such as the pre-activation; empty for none.
  ///   - branch: the residual function.
  ///   - shortcut: a projection of the input to the branch's output shape; empty for the identity.
  public init(stem: [any Layer] = [], branch: [any Layer], shortcut: [any Layer] = []) {
    self.stem = stem.isEmpty ? nil : Sequential(stem)
    self.branch = Sequential(branch)
    self.shortcut = shortcut.isEmpty ? nil : Sequential(shortcut)
  }

  public var parameters: [Parameter] {
    (stem?.parameters ?? []) + branch.parameters + (shortcut?.parameters ?? [])
  }

  public func outputShape(for inputShape: [Int]) throws(ShapeError) -> [Int] {
    let start = try stem?.outputShape(for: inputShape) ?? inputShape
    let (residual, identity) = (try branch.outputShape(for: start), try shortcut?.outputShape(for: start) ?? start)
    guard residual == identity else {
      throw ShapeError("ResidualBlock cannot add \(residual) from its branch to \(identity) from its shortcut")
    }
    return residual
  }

  public func multiplyAdds(for inputShape: [Int]) -> Int {
    guard let start = try? stem?.outputShape(for: inputShape) ?? inputShape else { return 0 }
    return (stem?.multiplyAdds(for: inputShape) ?? 0) + branch.multiplyAdds(for: start)
      + (shortcut?.multiplyAdds(for: start) ?? 0)
  }

  public func forward(_ input: Tensor, _ pass: Pass) -> Tensor {
    let start = stem?.forward(input, pass) ?? input
    let residual = branch.forward(start, pass)
    let identity = shortcut?.forward(start, pass) ?? start
    let output = Tensor.reusing(&output, shape: residual.shape)
    residual.add(identity, into: output, pass.workers)
    return output
  }

  public func backward(_ outputGradient: Tensor, needsInputGradient: Bool, _ pass: Pass) -> Tensor? {
    let needsStartGradient = needsInputGradient || stem != nil
    let residual = branch.backward(outputGradient, needsInputGradient: needsStartGradient, pass)
    let identity =
      shortcut.map { $0.backward(outputGradient, needsInputGradient: needsStartGradient, pass) } ?? outputGradient
    guard let residual, let identity else { return nil }
    let sum = Tensor.reusing(&inputGradient, shape: residual.shape)
    residual.add(identity, into: sum, pass.workers)
    guard let stem else { return sum }
    return stem.backward(sum, needsInputGradient: needsInputGradient, pass)
  }
}
