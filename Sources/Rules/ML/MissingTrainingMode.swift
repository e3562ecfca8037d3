import LintModel
import LintRuleKit
import LintSourceText

/// A training loop puts its model into evaluation mode and continues training without switching back.
struct MissingTrainingMode: FileRule {
  let options: NoOptions

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    guard file.imports("torch"), file.model.invocations.contains(where: { $0.nameHash == Self.eval }),
      hasModalLayers(file)
    else { return }
    let bodies = FunctionBody.all(in: file)
    let evaluators = Dictionary(bodies.compactMap(evaluator), uniquingKeysWith: { first, _ in first })
    let trainers = Set(bodies.filter { $0.calls.contains(where: isSwitch) }.map(\.declaration.name.text))
    for body in bodies {
      let passes = body.calls.compactMap { Backward($0, body) }
      for loop in body.steps where loop.kind == .loop {
        let calls = body.calls.filter { loop.range.contains($0.range) }
        guard passes.contains(where: { loop.range.contains($0.range) }), !calls.contains(where: isSwitch),
          !calls.contains(where: { trainers.contains(String(body.name(of: $0))) }),
          let (call, model) = calls.lazy.compactMap({ call in
            switched(by: call, evaluators, body).map { (call, $0) }
          }).first
        else { continue }
        collector.add(.stays(model, body.text(call.callee)), at: call.callee, in: file, of: body.owner)
        break
      }
    }
  }

  private static let eval = Invocation.hash("eval")
  private static let train = Invocation.hash("train")

  /// `model.train()`; `trainer.train(data)` may do anything.
  private func isSwitch(_ call: Invocation) -> Bool { call.nameHash == Self.train }

  /// A function that leaves one of its parameters in evaluation mode, with that parameter's place.
  private func evaluator(_ body: FunctionBody) -> (String, Int)? {
    guard body.declaration.kind == .function, !body.calls.contains(where: isSwitch) else { return nil }
    let models = body.calls.filter { $0.nameHash == Self.eval && $0.arguments.isEmpty }.map { body.receiver(of: $0) }
    let place = body.declaration.parameters.firstIndex { models.contains(Substring($0.name.text)) }
    return place.map { (body.declaration.name.text, $0) }
  }

  /// The model that a call leaves in evaluation mode.
  private func switched(by call: Invocation, _ evaluators: [String: Int], _ body: FunctionBody) -> String? {
    if call.nameHash == Self.eval, call.arguments.isEmpty {
      let model = body.receiver(of: call)
      return TorchEvaluation.isModel(model) ? String(model) : nil
    }
    guard let place = evaluators[body.text(call.callee)] else { return nil }
    let arguments = body.positional(of: call)
    guard place < arguments.count, arguments[place].kind == .name else { return nil }
    return body.text(arguments[place].value)
  }

  /// Whether the file names layers that the mode affects.
  private func hasModalLayers(_ file: SourceFile) -> Bool {
    ["Dropout", "Dropout2d", "BatchNorm1d", "BatchNorm2d", "BatchNorm3d", "SyncBatchNorm", "DropPath"].contains(
      where: file.model.mentions.contains)
      || file.imports("torchvision.models") || file.imports("timm")
  }
}

extension Message {
  fileprivate static func stays(_ model: String, _ call: String) -> Message {
    "'\(model)' is still in evaluation mode when training continues after '\(call)'; call '\(model).train()' first"
  }
}
