import LintModel
import LintRuleKit
import LintSourceText

/// A PyTorch model is evaluated in training mode, with active dropout and batch statistics of the test data.
struct MissingEvaluationMode: ProjectRule {
  struct Fact {
    /// Classes in this file, and functions that build a model, that contain layers affected by the mode.
    var modal: [String]
    /// Other classes in this file, with the names of the parts that they create.
    var parts: [String: [String]] = [:]
    var evaluation: Evaluation?

    struct Evaluation {
      var range: SourceRange
      var symbol: String
      var model: String
      /// The class or function that created the model.
      var maker: String
      /// Whether it contains such layers: it comes from a library of such models, or lists them where it is created.
      var isKnown: Bool
    }
  }

  let options: NoOptions

  func facts(in file: SourceFile) -> [Fact] {
    guard file.role != .test, file.role != .generated, file.role != .vendored, file.imports("torch") else { return [] }
    let bodies = FunctionBody.all(in: file)
    var modal: Set<String> = []
    var parts: [String: Set<String>] = [:]
    for body in bodies {
      guard let name = maker(of: body) else { continue }
      if body.calls.contains(where: { isModal(body.name(of: $0)) }) {
        modal.insert(name)
      } else {
        let made = body.calls.map { String(body.name(of: $0)) }.filter { $0.first?.isUppercase == true }
        parts[name, default: []].formUnion(made)
      }
    }
    parts = parts.filter { !$0.value.isEmpty && !modal.contains($0.key) }
    var facts = [Fact(modal: modal.sorted(), parts: parts.mapValues { $0.sorted() }, evaluation: nil)]
    // A file that sets the mode anywhere is not reported.
    guard !bodies.contains(where: { $0.calls.contains(where: setsMode) }) else { return facts }
    for body in bodies {
      guard let evaluation = TorchEvaluation.first(in: body) else { continue }
      let callee = body.text(evaluation.call.callee)
      let model = String(TorchEvaluation.object(of: callee))
      guard let made = maker(of: model, in: bodies) else { continue }
      facts.append(
        Fact(
          modal: [],
          evaluation: .init(
            range: evaluation.call.callee, symbol: file.symbol(of: body.owner), model: model, maker: made.name,
            isKnown: made.isKnown)))
    }
    return facts
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    let modal = modalNames(facts.flatMap(\.facts))
    for file in facts {
      for evaluation in file.facts.compactMap(\.evaluation)
      where evaluation.isKnown || modal.contains(evaluation.maker) {
        collector.add(
          .missingMode(evaluation.model, of: evaluation.maker),
          at: Location(path: file.file.path, range: evaluation.range), symbol: evaluation.symbol)
      }
    }
  }

  /// What contains layers affected by the mode, itself or in a part.
  private func modalNames(_ facts: [Fact]) -> Set<String> {
    var modal = Set(facts.flatMap(\.modal))
    var isGrowing = true
    while isGrowing {
      let count = modal.count
      for (name, parts) in facts.lazy.flatMap(\.parts)
      where !modal.contains(name) && parts.contains(where: modal.contains) {
        modal.insert(name)
      }
      isGrowing = modal.count > count
    }
    return modal
  }

  /// The class whose method it is, or the function that returns what it creates.
  private func maker(of body: FunctionBody) -> String? {
    if let type = body.type { return body.file.model.declarations[type].name.text }
    let isBuilder = body.declaration.isCallable && body.steps.contains { $0.kind == .result }
    return isBuilder && !TorchEvaluation.trains(body.declaration.range, body) ? body.declaration.name.text : nil
  }

  private func isModal(_ layer: Substring) -> Bool {
    layer.hasPrefix("Dropout") || layer.hasPrefix("BatchNorm") || layer == "AlphaDropout" || layer == "SyncBatchNorm"
      || layer == "DropPath"
  }

  /// `model.eval()`, `model.train(False)`
  private func setsMode(_ call: Invocation) -> Bool {
    if call.nameHash == Self.eval || call.nameHash == Self.setMode { return true }
    return call.nameHash == Self.train && !call.arguments.isEmpty
  }

  private static let eval = Invocation.hash("eval")
  private static let setMode = Invocation.hash("set_mode")
  private static let train = Invocation.hash("train")

  /// The class or function with which the file itself creates the model, so no other code has set its mode.
  private func maker(of model: String, in bodies: [FunctionBody]) -> (name: String, isKnown: Bool)? {
    for body in bodies {
      for step in body.steps where step.kind == .assignment && body.text(step.targets) == model {
        guard let call = body.file.model.invocations(in: step.value).first, call.range.start == step.value.start
        else { continue }
        let name = String(body.name(of: call))
        let path = body.file.path(of: call) ?? ""
        let isKnown =
          path.hasPrefix("torchvision.models") || path.hasPrefix("timm.create_model")
          || path.hasPrefix("torch.nn.")
            && body.file.model.invocations(in: step.value).contains { isModal(body.name(of: $0)) }
        return (name, isKnown)
      }
    }
    return nil
  }
}

extension Message {
  fileprivate static func missingMode(_ model: String, of maker: String) -> Message {
    """
    '\(model)' is evaluated in training mode, but '\(maker)' has dropout or batch normalization; \
    call '\(model).eval()' first
    """
  }
}
