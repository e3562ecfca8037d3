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
            .fitBeforeSplit(fit.maker, fit.shownData, split.kind), at: fit.call.range, in: file, of: body.owner,
            related: [
              Evidence("the split", at: Location(path: file.reference.path, range: split.range))
            ])
        } else if fit.data.hasWord(of: ["test"]), !fit.data.contains("train"), isFittedToTraining(fit, body) {
          collector.add(.fitToTest(fit.maker, fit.shownData), at: fit.call.range, in: file, of: body.owner)
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
    /// The names of the transformed data, or of the data itself if a layer transforms them later.
    var results: [String]

    /// The data, if short enough for a message.
    var shownData: String { data.count <= 40 && !data.contains("\n") ? data : "the data" }
  }

  private func fits(in body: FunctionBody) -> [Fit] {
    body.calls.compactMap { call in
      guard Self.fitting.contains(call.nameHash), let data = body.positional(of: call).first, data.kind != .unpacking,
        !body.reads(in: data.value).isEmpty,
        // A transposed table is scaled row by row.
        !body.text(data.value).hasSuffix(".T"),
        let maker = maker(of: call, body)
      else { return nil }
      let receiver = String(body.receiver(of: call))
      var results: [String] = []
      if call.nameHash == Self.adapt {
        results = body.reads(in: data.value)
      } else if call.nameHash != Self.fit {
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
  private static let adapt = Invocation.hash("adapt")
  private static let fitting: Set<UInt64> = [fit, fitTransform, fitResample, adapt]

  /// The names that the statement around a value binds or changes in place: `table` of `table[columns] = ...`.
  private func targets(around range: SourceRange, _ body: FunctionBody) -> [String] {
    guard let step = body.steps.last(where: { $0.kind == .assignment && $0.value.contains(range) }) else { return [] }
    return body.elements(of: step.targets).compactMap { element in
      body.file.model.flow.names(in: element).first.map { body.text($0.range) }
    }
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
    guard let made, let path = body.file.path(of: made) else { return nil }
    let name = String(body.name(of: made))
    if call.nameHash == Self.adapt {
      return ["Normalization", "Discretization", "TextVectorization"].contains(name) && path.contains("keras.")
        ? name : nil
    }
    guard path.hasPrefix("sklearn.") || path.hasPrefix("imblearn.") else { return nil }
    if options.steps.contains(name) { return name }
    // A combination of steps, one of which learns from the data.
    guard ["Pipeline", "make_pipeline", "ColumnTransformer", "make_column_transformer", "FeatureUnion"].contains(name)
    else { return nil }
    return body.file.model.invocations(in: made.range).lazy.map { String(body.name(of: $0)) }
      .first { options.steps.contains($0) }
  }

  /// How data are divided after a step was fitted to all of them.
  fileprivate struct Split {
    enum Kind { case once, folds }

    var range: SourceRange
    var kind: Kind
  }

  /// The split of the transformed data.
  private func split(after fit: Fit, _ body: FunctionBody) -> Split? {
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
  fileprivate static func fitBeforeSplit(_ maker: String, _ data: String, _ kind: FitBeforeSplit.Split.Kind) -> Message
  {
    let quoted = data == "the data" ? data : "'\(data)'"
    let subject = data == "the data" ? "they are" : "it is"
    return kind == .once
      ? "'\(maker)' is fitted on \(quoted) before \(subject) split; split first, then fit on the training set"
      : "'\(maker)' is fitted on \(quoted) before \(subject) split into folds; cross-validate a pipeline that contains it"
  }

  fileprivate static func fitToTest(_ maker: String, _ data: String) -> Message {
    "'\(maker)' is refitted on \(data == "the data" ? data : "'\(data)'"); call 'transform', which reuses the fit from the training data"
  }
}
