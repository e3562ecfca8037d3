import LintModel
import LintRuleKit

/// Probabilities are passed to a loss that expects logits and applies softmax or sigmoid itself.
struct DoubleSoftmax: FileRule {
  let options: NoOptions

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    if file.imports("torch") { checkTorch(file, &collector) }
    if file.model.calls.keywords.contains("from_logits") { checkKeras(file, &collector) }
  }

  private func checkTorch(_ file: SourceFile, _ collector: inout FindingCollector) {
    let bodies = FunctionBody.all(in: file)
    let criteria = criteria(in: bodies)
    let activations = Activations(bodies)
    for body in bodies {
      for call in body.calls {
        guard let (wanted, loss) = lossActivation(of: call, body, criteria),
          let input = file.argument("input", at: 0, of: call)
        else { continue }
        guard activations.activation(of: input, for: call, in: body) == wanted else { continue }
        collector.add(
          .doubled("'\(body.text(input.value))'", wanted.rawValue, loss), at: input.value, in: file, of: body.owner)
      }
    }
  }

  /// Names bound to loss objects anywhere in the file: `criterion`, `self.criterion`.
  private func criteria(in bodies: [FunctionBody]) -> [String: (Activation, String)] {
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
    of call: Invocation, _ body: FunctionBody, _ criteria: [String: (Activation, String)]
  ) -> (Activation, String)? {
    guard call.isDotted, !call.arguments.isEmpty else { return nil }
    if call.nameHash == Self.crossEntropy, isTorch(call, body) { return (.softmax, "cross_entropy") }
    if call.nameHash == Self.withLogits, isTorch(call, body) { return (.sigmoid, "binary_cross_entropy_with_logits") }
    return criteria[body.text(call.callee)]
  }

  private static let crossEntropy = Invocation.hash("cross_entropy")
  private static let withLogits = Invocation.hash("binary_cross_entropy_with_logits")

  private func isTorch(_ call: Invocation, _ body: FunctionBody) -> Bool {
    body.file.path(of: call)?.hasPrefix("torch.") == true
  }

  /// `Dense(10, activation="softmax")` as a model's last layer, and a loss with `from_logits=True`.
  private func checkKeras(_ file: SourceFile, _ collector: inout FindingCollector) {
    for body in FunctionBody.all(in: file) {
      for call in body.calls where Self.kerasLosses[String(body.name(of: call))] != nil {
        guard let wanted = Self.kerasLosses[String(body.name(of: call))],
          file.argument("from_logits", of: call).map({ file.text[$0.value] == "True" }) == true,
          // The last layer before the loss is the model's output.
          let layer = body.calls.last(where: { $0.range.end < call.range.start && body.name(of: $0) == "Dense" }),
          let activation = file.argument("activation", at: 1, of: layer), activation.kind == .string
        else { continue }
        let name = file.text[activation.value].filter(\.isLetter)
        guard wanted.contains(name) else { continue }
        collector.add(
          .doubled("the output of 'Dense'", name, String(body.name(of: call))),
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
    "\(value) already went through \(activation), and '\(loss)' applies it again; pass the logits"
  }
}
