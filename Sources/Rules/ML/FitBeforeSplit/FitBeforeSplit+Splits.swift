import LintModel
import LintRuleKit
import LintSourceText

/// Where the data are divided.
extension FitBeforeSplit {
  /// The split of the transformed data.
  func split(after fit: Fit, _ body: FunctionBody) -> Split? {
    var known = Set(fit.results)
    // Data computed from it counts as well.
    for step in body.steps where step.kind == .assignment && step.range.start > fit.call.range.start {
      let reads = body.reads(in: step.value)
      guard reads.contains(where: known.contains), step.value.end - step.value.start < 200,
        !body.file.model.invocations(in: step.value).contains(where: { isSplit($0, body) != nil })
      else { continue }
      if slices(known, step, body) { return Split(range: step.range, kind: .once) }
      known.formUnion(body.file.model.flow.names(in: step.targets).map { body.text($0.range) })
    }
    guard !known.isEmpty else { return nil }
    for call in body.calls where call.range.start > fit.call.range.end {
      guard let kind = isSplit(call, body) else { continue }
      // A name that is rebound in between means something else.
      let arguments = body.file.model.arguments[call.arguments]
      let isMeant = arguments.contains { argument in
        (argument.keyword.map { ["X", "x", "arrays", "data"].contains(body.text($0)) } ?? true)
          && body.reads(in: argument.value).contains { name in
            guard known.contains(name) else { return false }
            guard let last = body.binding(of: name, before: call.range.start), last.range.end > fit.call.range.start
            else { return true }
            return last.value.contains(fit.call.range) || body.reads(in: last.value).contains(where: known.contains)
              || body.text(last.value).contains(fit.receiver)
          }
      }
      if isMeant { return Split(range: call.range, kind: kind) }
    }
    return nil
  }

  /// `train_test_split(X)`, `cross_val_score(model, X, y)`, `KFold(5).split(X)`
  private func isSplit(_ call: Invocation, _ body: FunctionBody) -> Split.Kind? {
    let name = body.name(of: call)
    if name == "train_test_split" {
      return body.file.path(of: call)?.hasPrefix("sklearn.") == true ? .once : nil
    }
    if ["cross_val_score", "cross_val_predict", "cross_validate"].contains(name) {
      return body.file.path(of: call)?.hasPrefix("sklearn.") == true ? .folds : nil
    }
    guard name == "split", !call.arguments.isEmpty else { return nil }
    let made: Invocation?
    if call.isDotted {
      let binding = body.binding(of: body.receiver(of: call), before: call.range.start)
      made = binding.flatMap { binding in
        body.file.model.invocations(in: binding.value).first { $0.range.start == binding.value.start }
      }
    } else {
      made = body.calls.first { $0.range.start == call.range.start && $0.range.end < call.callee.end }
    }
    return made.flatMap { body.file.path(of: $0) }?.hasPrefix("sklearn.model_selection.") == true ? .folds : nil
  }

  /// `train, test = data[:800], data[800:]`, in one statement or in two.
  private func slices(_ known: Set<String>, _ step: Flow.Step, _ body: FunctionBody) -> Bool {
    func isPart(_ value: String) -> Bool {
      let name = value.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      let rest = value.dropFirst(name.count)
      return known.contains(String(name)) && (rest.first == "[" || rest.hasPrefix(".iloc[") || rest.hasPrefix(".loc["))
        && rest.contains(":")
    }
    func parts(_ step: Flow.Step) -> [(target: String, value: String)] {
      let values = body.elements(of: step.value).map(body.text)
      return zip(body.elements(of: step.targets).map(body.text), values).filter { isPart($0.1) }.map { ($0.0, $0.1) }
    }
    let own = parts(step)
    guard own.contains(where: { $0.target.hasWord(of: ["train", "training"]) }) else { return false }
    return body.steps.contains { other in
      other.kind == .assignment && other.range.start >= step.range.start
        && parts(other).contains { $0.target.hasWord(of: ["test", "testing", "valid", "val", "validation"]) }
    }
  }
}
