import Lint

/// Probabilities go into a loss that takes logits and applies the softmax or sigmoid itself.
struct DoubleSoftmax: FileRule {
  let options: NoOptions

  func check(_ file: SourceFile, _ report: inout Report) {
    guard file.role != .test, file.role != .generated, file.role != .vendored else { return }
    if file.imports("torch") { checkTorch(file, &report) }
    if file.model.calls.keywords.contains("from_logits") { checkKeras(file, &report) }
  }

  /// What a loss takes: `cross_entropy` wants logits, and so no softmax; log-probabilities come through unharmed.
  private enum Activation: String { case softmax, sigmoid }

  private func checkTorch(_ file: SourceFile, _ report: inout Report) {
    let bodies = Body.all(in: file)
    let criteria = criteria(in: bodies)
    let models = activatedModels(in: bodies)
    for body in bodies {
      for call in body.calls {
        guard let (wanted, loss) = lossActivation(of: call, body, criteria),
          let input = file.argument("input", at: 0, of: call)
        else { continue }
        let isDouble =
          input.kind == .call
          ? activation(ofValue: input.value, body, models) == wanted
          : input.kind == .name && boundActivation(body.text(input.value), before: call, body, models) == wanted
        guard isDouble else { continue }
        report.add(.doubled(body.text(input.value), wanted.rawValue, loss), at: input.value, in: file, of: body.owner)
      }
    }
  }

  /// Names bound to loss objects anywhere in the file: `criterion`, `self.criterion`.
  private func criteria(in bodies: [Body]) -> [String: (Activation, String)] {
    var result: [String: (Activation, String)] = [:]
    var ambiguous: Set<String> = []
    for body in bodies {
      for step in body.steps where step.kind == .assignment && step.targets.end - step.targets.start < 60 {
        let target = body.text(step.targets)
        let made = body.file.model.invocations(in: step.value).first { $0.range.start == step.value.start }
        let loss = made.map { String(body.name(of: $0)) } ?? ""
        let wanted = Self.losses[loss]
        if let wanted {
          if let old = result[target], old.0 != wanted { ambiguous.insert(target) }
          result[target] = (wanted, loss)
        } else if result[target] != nil {
          ambiguous.insert(target)
        }
      }
    }
    return result.filter { !ambiguous.contains($0.key) }
  }

  private static let losses: [String: Activation] = ["CrossEntropyLoss": .softmax, "BCEWithLogitsLoss": .sigmoid]

  private func lossActivation(
    of call: Invocation, _ body: Body, _ criteria: [String: (Activation, String)]
  ) -> (Activation, String)? {
    guard call.isDotted, !call.arguments.isEmpty else { return nil }
    if call.nameHash == Self.crossEntropy, isTorch(call, body) { return (.softmax, "cross_entropy") }
    if call.nameHash == Self.withLogits, isTorch(call, body) { return (.sigmoid, "binary_cross_entropy_with_logits") }
    return criteria[body.text(call.callee)]
  }

  private static let crossEntropy = Invocation.hash("cross_entropy")
  private static let withLogits = Invocation.hash("binary_cross_entropy_with_logits")

  private func isTorch(_ call: Invocation, _ body: Body) -> Bool {
    body.file.path(of: call)?.hasPrefix("torch.") == true
  }

  /// The activation that a call ends with.
  private func activation(ofValue range: SourceRange, _ body: Body, _ models: [String: Activation]) -> Activation? {
    guard let call = body.file.model.invocations(in: range).first(where: { $0.range == range }) else { return nil }
    let name = body.name(of: call)
    switch name {
    case "softmax", "sigmoid":
      // `self.softmax` and the like may be anything; `x.softmax(-1)` and `F.softmax` are not.
      let receiver = body.receiver(of: call)
      if receiver == "self" { return nil }
      return Activation(rawValue: String(name))
    default: return models[body.text(call.callee)]
    }
  }

  private func boundActivation(
    _ name: String, before call: Invocation, _ body: Body, _ models: [String: Activation]
  ) -> Activation? {
    guard let binding = body.binding(of: name, before: call.range.start) else { return nil }
    // Only one of two branches may have made it so.
    let branches = body.steps.filter {
      ($0.kind == .condition || $0.kind == .alternative) && $0.range.contains(binding.range)
    }
    guard branches.allSatisfy({ $0.range.contains(call.range) }) else { return nil }
    return activation(ofValue: binding.value, body, models)
  }

  /// Names of models, bound in this file to classes of this file whose `forward` always ends with an activation.
  private func activatedModels(in bodies: [Body]) -> [String: Activation] {
    var classes: [String: Activation] = [:]
    for body in bodies where body.declaration.name.text == "forward" {
      guard let type = body.type else { continue }
      let results = body.steps.filter { $0.kind == .result }
      guard !results.isEmpty else { continue }
      let activations = results.map { step -> Activation? in
        activation(ofValue: step.value, body, [:])
          ?? layerActivation(ofValue: step.value, body, bodies)
          ?? body.reads(in: step.value).first.flatMap { name in
            guard body.text(step.value) == name,
              let binding = body.binding(of: name, before: step.range.start),
              !body.steps.contains(where: { $0.kind == .condition && $0.range.contains(binding.range) })
            else { return nil }
            return activation(ofValue: binding.value, body, [:])
              ?? layerActivation(ofValue: binding.value, body, bodies)
          }
      }
      guard let activation = activations[0], activations.allSatisfy({ $0 == activation }) else { continue }
      classes[body.file.model.declarations[type].name.text] = activation
    }
    var models: [String: Activation] = [:]
    for body in bodies {
      for step in body.steps where step.kind == .assignment {
        guard
          let made = body.file.model.invocations(in: step.value).first(where: { $0.range.start == step.value.start }),
          let activation = classes[String(body.name(of: made))]
        else { continue }
        models[body.text(step.targets)] = activation
      }
    }
    return models
  }

  /// `self.softmax(x)`, where the class makes `self.softmax = nn.Softmax(...)`.
  private func layerActivation(ofValue range: SourceRange, _ body: Body, _ bodies: [Body]) -> Activation? {
    guard let call = body.file.model.invocations(in: range).first(where: { $0.range == range }), call.isDotted else {
      return nil
    }
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

  /// `Dense(10, activation="softmax")` as a model's last layer, and a loss with `from_logits=True`.
  private func checkKeras(_ file: SourceFile, _ report: inout Report) {
    for body in Body.all(in: file) {
      for call in body.calls where Self.kerasLosses[String(body.name(of: call))] != nil {
        guard let wanted = Self.kerasLosses[String(body.name(of: call))],
          file.argument("from_logits", of: call).map({ file.text[$0.value] == "True" }) == true,
          // The last layer before the loss is the model's output.
          let layer = body.calls.last(where: { $0.range.end < call.range.start && body.name(of: $0) == "Dense" }),
          let activation = file.argument("activation", at: 1, of: layer), activation.kind == .string
        else { continue }
        let name = file.text[activation.value].filter(\.isLetter)
        guard wanted.contains(name) else { continue }
        report.add(
          .doubled("Dense(activation=\(name))", name, "\(body.name(of: call))(from_logits=True)"),
          at: activation.value, in: file, of: body.owner)
      }
    }
  }

  private static let kerasLosses: [String: Set<String>] = [
    "CategoricalCrossentropy": ["softmax"], "SparseCategoricalCrossentropy": ["softmax"],
    "BinaryCrossentropy": ["sigmoid"],
  ]
}

extension Message {
  fileprivate static func doubled(_ value: String, _ activation: String, _ loss: String) -> Message {
    "'\(value)' has been through \(activation), which '\(loss)' applies as well; hand it the logits"
  }
}
