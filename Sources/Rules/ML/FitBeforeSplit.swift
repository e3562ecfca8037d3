import LintModel
import LintRuleKit
import LintSourceText

/// A preprocessing step is fitted on data that is split afterwards, or on the test data.
struct FitBeforeSplit: FileRule {
  struct Options: RuleOptions {
    /// Classes of scikit-learn and imbalanced-learn whose fit depends on the values of the data.
    var steps: [String]
  }

  let options: Options

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    guard file.imports("sklearn") || file.imports("imblearn") else { return }
    for body in FunctionBody.all(in: file) {
      for fit in fits(in: body) {
        if !fit.data.hasWord(of: ["train", "training"]), let split = split(after: fit, body) {
          collector.add(
            .fitBeforeSplit(fit.maker, fit.data), at: fit.call.range, in: file, of: body.owner,
            related: [
              Evidence("the split", at: Location(path: file.reference.path, range: split.range))
            ])
        } else if fit.data.hasWord(of: ["test"]), !fit.data.contains("train"), isFittedToTraining(fit, body) {
          collector.add(.fitToTest(fit.maker, fit.data), at: fit.call.range, in: file, of: body.owner)
        }
      }
    }
  }

  /// A call that fits a preprocessing step.
  private struct Fit {
    var call: Invocation
    var receiver: String
    var maker: String
    /// The data, as written.
    var data: String
    /// The names that the call binds to the transformed data.
    var results: [String]
  }

  private func fits(in body: FunctionBody) -> [Fit] {
    body.calls.compactMap { call in
      guard call.nameHash == Self.fit || call.nameHash == Self.fitTransform || call.nameHash == Self.fitResample,
        let data = body.positional(of: call).first, data.kind == .name || data.kind == .other,
        // A transposed table is scaled row by row.
        !body.text(data.value).hasSuffix(".T"),
        let maker = maker(of: call, body)
      else { return nil }
      let receiver = String(body.receiver(of: call))
      var results: [String] = []
      if call.nameHash != Self.fit {
        results = targets(around: call.range, body)
      } else {
        for other in body.calls where other.nameHash == Self.transform && other.range.start > call.range.end {
          if body.receiver(of: other) == receiver { results += targets(around: other.range, body) }
        }
      }
      return Fit(call: call, receiver: receiver, maker: maker, data: body.text(data.value), results: results)
    }
  }

  private static let fit = Invocation.hash("fit")
  private static let fitTransform = Invocation.hash("fit_transform")
  private static let fitResample = Invocation.hash("fit_resample")
  private static let transform = Invocation.hash("transform")

  /// The names that the statement around a value binds.
  private func targets(around range: SourceRange, _ body: FunctionBody) -> [String] {
    guard let step = body.steps.last(where: { $0.kind == .assignment && $0.value.contains(range) }) else { return [] }
    return body.file.model.flow.names(in: step.targets).map { body.text($0.range) }
  }

  /// The class of the fitted step, created in the call or bound before it; nil for a step that leaks nothing about the
  /// test data, such as a label encoder.
  private func maker(of call: Invocation, _ body: FunctionBody) -> String? {
    let receiver = body.receiver(of: call)
    let made: Invocation?
    if call.isDotted {
      guard let binding = body.binding(of: receiver, before: call.range.start) else { return nil }
      made = body.file.model.invocations(in: binding.value).first { $0.range.start == binding.value.start }
    } else {
      made = body.calls.first { $0.range.start == call.range.start && $0.range.end < call.callee.end }
    }
    guard let made else { return nil }
    let name = String(body.name(of: made))
    guard let path = body.file.path(of: made), path.hasPrefix("sklearn.") || path.hasPrefix("imblearn.") else {
      return nil
    }
    return options.steps.contains(name) ? name : nil
  }

  /// The split of the transformed data.
  private func split(after fit: Fit, _ body: FunctionBody) -> Invocation? {
    var known = Set(fit.results)
    // Data computed from it counts as well.
    for step in body.steps where step.kind == .assignment && step.range.start > fit.call.range.start {
      let reads = body.reads(in: step.value)
      guard reads.contains(where: known.contains), step.value.end - step.value.start < 200,
        !body.file.model.invocations(in: step.value).contains(where: { $0.nameHash == Self.split })
      else { continue }
      known.formUnion(body.file.model.flow.names(in: step.targets).map { body.text($0.range) })
    }
    guard !known.isEmpty else { return nil }
    return body.calls.first { call in
      guard call.nameHash == Self.split, call.range.start > fit.call.range.end,
        body.file.path(of: call)?.hasPrefix("sklearn.") == true
      else { return false }
      // A name that is rebound in between means something else.
      return body.positional(of: call).contains { argument in
        body.reads(in: argument.value).contains { name in
          guard known.contains(name) else { return false }
          guard let last = body.binding(of: name, before: call.range.start) else { return true }
          return last.value.contains(fit.call.range) || body.reads(in: last.value).contains(where: known.contains)
            || body.text(last.value).contains(fit.receiver)
        }
      }
    }
  }

  private static let split = Invocation.hash("train_test_split")

  /// Whether the same step is also fitted on training data in this body, and then refitted on the test data.
  private func isFittedToTraining(_ fit: Fit, _ body: FunctionBody) -> Bool {
    let training = fit.data.replacing("test", with: "train").replacing("Test", with: "Train")
    return body.calls.contains { call in
      guard call.range != fit.call.range,
        call.nameHash == Self.fit || call.nameHash == Self.fitTransform, body.receiver(of: call) == fit.receiver,
        let data = body.positional(of: call).first
      else { return false }
      return body.text(data.value) == training
    }
  }
}

extension Message {
  fileprivate static func fitBeforeSplit(_ maker: String, _ data: String) -> Message {
    "'\(maker)' is fitted on '\(data)' before it is split; split first, then fit on the training part"
  }

  fileprivate static func fitToTest(_ maker: String, _ data: String) -> Message {
    "'\(maker)' is refitted on '\(data)'; call 'transform', which reuses the fit from the training data"
  }
}
