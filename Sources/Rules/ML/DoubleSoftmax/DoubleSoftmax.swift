import LintModel
import LintRuleKit

/// Probabilities are passed to a loss that expects logits and applies softmax or sigmoid itself.
struct DoubleSoftmax: FileRule {
  let options: NoOptions

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    if file.language == .swift { return checkSwift(file, &collector) }
    if Self.frameworks.contains(where: file.imports) { checkCalls(file, &collector) }
    if file.model.calls.keywords.contains("from_logits") { checkKeras(file, &collector) }
  }

  private static let frameworks = ["torch", "tensorflow", "keras", "optax"]

  private func checkCalls(_ file: SourceFile, _ collector: inout FindingCollector) {
    let bodies = FunctionBody.all(in: file)
    let criteria = criteria(in: bodies)
    let activations = Activations(bodies)
    for body in bodies {
      for call in body.calls {
        guard let (wanted, loss, input) = logits(of: call, body, criteria),
          activations.activation(of: input, for: call, in: body) == wanted
        else { continue }
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

  /// What a call applies itself, its name in a message, and the argument to which it does.
  private func logits(
    of call: Invocation, _ body: FunctionBody, _ criteria: [String: (Activation, String)]
  ) -> (Activation, String, Invocation.Argument)? {
    guard !call.arguments.isEmpty else { return nil }
    let file = body.file
    let name = String(body.name(of: call))
    guard call.isDotted else { return nil }
    if let (wanted, loss) = criteria[body.text(call.callee)] {
      return file.argument("input", at: 0, of: call).map { (wanted, loss, $0) }
    }
    guard let function = Self.functions[name], let path = file.path(of: call) else { return nil }
    let root = path.prefix { $0 != "." }
    guard function.packages.contains(String(root)), !function.needsFlag || isTrue("from_logits", of: call, file) else {
      return nil
    }
    return file.argument(function.keyword, at: function.position, of: call).map { (function.activation, name, $0) }
  }

  private func isTrue(_ keyword: String, of call: Invocation, _ file: SourceFile) -> Bool {
    file.argument(keyword, of: call).map { file.text[$0.value] == "True" } ?? false
  }

  /// A function that applies an activation to one of its arguments.
  private struct LogitsFunction {
    var activation: Activation
    var keyword: String
    var position: Int?
    var packages: [String]
    /// Whether it does so only with `from_logits=True`.
    var needsFlag = false
  }

  private static let functions: [String: LogitsFunction] = {
    let flow = ["tensorflow", "keras"]
    return [
      "cross_entropy": .init(activation: .softmax, keyword: "input", position: 0, packages: ["torch"]),
      "log_softmax": .init(activation: .softmax, keyword: "input", position: 0, packages: ["torch"] + flow + ["jax"]),
      "binary_cross_entropy_with_logits": .init(
        activation: .sigmoid, keyword: "input", position: 0, packages: ["torch"]),
      "softmax_cross_entropy_with_logits": .init(activation: .softmax, keyword: "logits", position: 1, packages: flow),
      "softmax_cross_entropy_with_logits_v2": .init(
        activation: .softmax, keyword: "logits", position: 1, packages: flow),
      "sparse_softmax_cross_entropy_with_logits": .init(
        activation: .softmax, keyword: "logits", position: 1, packages: flow),
      "sigmoid_cross_entropy_with_logits": .init(activation: .sigmoid, keyword: "logits", position: 1, packages: flow),
      "softmax_cross_entropy": .init(activation: .softmax, keyword: "logits", position: 0, packages: ["optax"]),
      "softmax_cross_entropy_with_integer_labels": .init(
        activation: .softmax, keyword: "logits", position: 0, packages: ["optax"]),
      "sigmoid_binary_cross_entropy": .init(
        activation: .sigmoid, keyword: "logits", position: 0, packages: ["optax"]),
      "categorical_crossentropy": .init(
        activation: .softmax, keyword: "y_pred", position: 1, packages: flow, needsFlag: true),
      "sparse_categorical_crossentropy": .init(
        activation: .softmax, keyword: "y_pred", position: 1, packages: flow, needsFlag: true),
      "binary_crossentropy": .init(
        activation: .sigmoid, keyword: "y_pred", position: 1, packages: flow, needsFlag: true),
    ]
  }()

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
  static func doubled(_ value: String, _ activation: String, _ loss: String) -> Message {
    "\(value) already went through \(activation), and '\(loss)' applies it again; pass the logits"
  }
}
