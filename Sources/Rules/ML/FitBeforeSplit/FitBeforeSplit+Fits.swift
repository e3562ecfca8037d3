import LintModel
import LintRuleKit
import LintSourceText

/// What is fitted, and to which data.
extension FitBeforeSplit {
  func fits(in body: FunctionBody) -> [Fit] {
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

  static let fit = Invocation.hash("fit")
  static let fitTransform = Invocation.hash("fit_transform")
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
}
