import LintModel
import LintSourceText

/// An activation that a loss may apply itself: `cross_entropy` expects logits, not the output of softmax.
enum Activation: String {
  case softmax, sigmoid
}

/// Which values in a file went through an activation: in a call, or as the result of a model in this file whose
/// `forward` always ends with it.
struct Activations {
  private let bodies: [FunctionBody]
  /// By the name of a model: the activation at the end of each of its results.
  private var models: [String: [Activation?]] = [:]

  init(_ bodies: [FunctionBody]) {
    self.bodies = bodies
    var classes: [String: [Activation?]] = [:]
    for body in bodies where body.declaration.name.text == "forward" {
      guard let type = body.type, let results = results(of: body) else { continue }
      classes[body.file.model.declarations[type].name.text] = results
    }
    guard !classes.isEmpty else { return }
    for body in bodies {
      for step in body.steps where step.kind == .assignment {
        guard
          let made = body.file.model.invocations(in: step.value).first(where: { $0.range.start == step.value.start }),
          let results = classes[String(body.name(of: made))]
        else { continue }
        models[body.text(step.targets)] = results
      }
    }
  }

  /// The activation that a value went through before it is passed to a call; nil if that is uncertain.
  func activation(of input: Invocation.Argument, for call: Invocation, in body: FunctionBody) -> Activation? {
    switch input.kind {
    case .call: activation(ofCall: input.value, body)
    case .name: activation(ofName: body.text(input.value), before: call.range, body)
    default: nil
    }
  }

  private func activation(ofName name: String, before place: SourceRange, _ body: FunctionBody) -> Activation? {
    guard
      let (binding, target) = body.steps.lazy.reversed().compactMap({ step -> (Flow.Step, Int)? in
        guard step.kind == .assignment, step.range.end <= place.start else { return nil }
        return body.elements(of: step.targets).firstIndex { body.text($0) == name }.map { (step, $0) }
      }).first
    else { return nil }
    // Only one of two branches may have applied it.
    let branches = body.steps.filter {
      ($0.kind == .condition || $0.kind == .alternative) && $0.range.contains(binding.range)
    }
    guard branches.allSatisfy({ $0.range.contains(place) }) else { return nil }
    if body.elements(of: binding.targets).count == 1 { return activation(ofCall: binding.value, body) }
    guard let call = call(at: binding.value, body), let results = models[body.text(call.callee)],
      target < results.count
    else { return nil }
    return results[target]
  }

  /// The activation with which a call ends.
  private func activation(ofCall range: SourceRange, _ body: FunctionBody) -> Activation? {
    guard let call = call(at: range, body) else { return nil }
    switch body.name(of: call) {
    case "softmax", "sigmoid":
      // `self.softmax` and the like may be anything; `x.softmax(-1)` and `F.softmax` may not.
      return body.receiver(of: call) == "self" ? nil : Activation(rawValue: String(body.name(of: call)))
    default:
      guard let results = models[body.text(call.callee)], results.count == 1 else { return nil }
      return results[0]
    }
  }

  private func call(at range: SourceRange, _ body: FunctionBody) -> Invocation? {
    body.file.model.invocations(in: range).first { $0.range == range }
  }

  /// The activation of each value that a `forward` returns; nil if its results differ or have none.
  private func results(of body: FunctionBody) -> [Activation?]? {
    let results = body.steps.filter { $0.kind == .result }.map { step in
      body.elements(of: step.value).map { element -> Activation? in
        if let activation = activation(ofResult: element, body) { return activation }
        guard let binding = body.binding(of: body.text(element), before: step.range.start),
          !body.steps.contains(where: { $0.kind == .condition && $0.range.contains(binding.range) })
        else { return nil }
        return activation(ofResult: binding.value, body)
      }
    }
    guard let first = results.first, first.contains(where: { $0 != nil }), results.allSatisfy({ $0 == first }) else {
      return nil
    }
    return first
  }

  private func activation(ofResult range: SourceRange, _ body: FunctionBody) -> Activation? {
    activation(ofCall: range, body) ?? activation(ofLayer: range, body)
  }

  /// `self.softmax(x)`, if the class defines `self.softmax = nn.Softmax(...)`.
  private func activation(ofLayer range: SourceRange, _ body: FunctionBody) -> Activation? {
    guard let call = call(at: range, body), call.isDotted else { return nil }
    let layer = body.text(call.callee)
    guard layer.hasPrefix("self."), let type = body.type else { return nil }
    for other in bodies where other.type == type {
      for step in other.steps where step.kind == .assignment && other.text(step.targets) == layer {
        guard let made = body.file.model.invocations(in: step.value).last else { return nil }
        switch other.name(of: made) {
        case "Softmax": return .softmax
        case "Sigmoid": return .sigmoid
        default: return nil
        }
      }
    }
    return nil
  }
}
