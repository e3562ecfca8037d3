import CKernels

/// A branch of layers whose output is added to its input (He et al. 2016), or to what a shortcut makes of the input.
///
/// `entry`, if there is one, comes before the fork: both ways start from its output.
public final class Residual: Layer {
  public let entry: Sequential?
  public let branch: Sequential
  public let shortcut: Sequential?
  private var output: Tensor?
  private var inputGradient: Tensor?

  public init(entry: [any Layer] = [], branch: [any Layer], shortcut: [any Layer] = []) {
    self.entry = entry.isEmpty ? nil : Sequential(entry)
    self.branch = Sequential(branch)
    self.shortcut = shortcut.isEmpty ? nil : Sequential(shortcut)
  }

  public var parameters: [Parameter] {
    (entry?.parameters ?? []) + branch.parameters + (shortcut?.parameters ?? [])
  }

  public func outputShape(for inputShape: [Int]) throws(ShapeError) -> [Int] {
    let start = try entry?.outputShape(for: inputShape) ?? inputShape
    let sides = (try branch.outputShape(for: start), try shortcut?.outputShape(for: start) ?? start)
    guard sides.0 == sides.1 else {
      throw ShapeError(
        "a residual adds equal shapes, found \(sides.0) from the branch and \(sides.1) from the shortcut")
    }
    return sides.0
  }

  public func multiplyAdds(for inputShape: [Int]) -> Int {
    guard let start = try? entry?.outputShape(for: inputShape) ?? inputShape else { return 0 }
    return (entry?.multiplyAdds(for: inputShape) ?? 0) + branch.multiplyAdds(for: start)
      + (shortcut?.multiplyAdds(for: start) ?? 0)
  }

  public func forward(_ input: Tensor, _ pass: Pass) -> Tensor {
    let start = entry?.forward(input, pass) ?? input
    let change = branch.forward(start, pass)
    let base = shortcut?.forward(start, pass) ?? start
    let output = Tensor.reusing(&output, shape: change.shape)
    change.add(base, into: output, pass.workers)
    return output
  }

  public func backward(_ outputGradient: Tensor, needsInputGradient: Bool, _ pass: Pass) -> Tensor? {
    let reachesInput = needsInputGradient || entry != nil
    let change = branch.backward(outputGradient, needsInputGradient: reachesInput, pass)
    let base =
      shortcut.map { $0.backward(outputGradient, needsInputGradient: reachesInput, pass) } ?? outputGradient
    guard let change, let base else { return nil }
    let sum = Tensor.reusing(&inputGradient, shape: change.shape)
    change.add(base, into: sum, pass.workers)
    guard let entry else { return sum }
    return entry.backward(sum, needsInputGradient: needsInputGradient, pass)
  }
}
