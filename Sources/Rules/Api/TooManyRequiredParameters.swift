import LintModel
import LintRuleKit

/// A function requires too many positional arguments, and calls show that they are hard to read.
struct TooManyRequiredParameters: ProjectRule {
  struct Options: RuleOptions {
    /// Maximum number of required positional parameters.
    var maximum: Int
    /// Maximum number of positional parameters; longer signatures are left to `too-many-parameters`.
    var tooMany: Int
    /// Minimum number of arguments in a call that do not contain their parameter's name before the call counts as hard
    /// to read.
    var minimumNameless: Int
  }

  let options: Options

  func facts(in file: SourceFile) -> [CallEvidenceFact] {
    let maximum = options.maximum
    return CallEvidenceFact.read(
      file,
      where: { declaration in
        declaration.parameters.count { $0.isPositional && $0.defaultValue == nil } > maximum
      },
      sites: { $0.count > maximum })
  }

  func check(_ facts: [FileFacts<CallEvidenceFact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    LongSignatures(facts, project).forEach(minimumNameless: options.minimumNameless) { place, call in
      let required = place.callable.positional.filter(\.isRequired)
      guard required.count > options.maximum, place.callable.positional.count <= options.tooMany else { return }
      collector.add(
        .required(required.count, of: place, call, maximum: options.maximum),
        at: place.location, symbol: place.callable.symbol,
        related: [Evidence("\(call.site.site.count) unnamed arguments here", at: call.location)])
    }
  }
}

extension Message {
  fileprivate static func required(
    _ count: Int, of place: PlacedCallable, _ call: LongSignatures.BlindCall, maximum: Int
  ) -> Message {
    let isSwift = place.file.language == .swift
    return """
      '\(place.callable.callee)' requires \(count) \(isSwift ? "unlabeled" : "positional") arguments \
      (limit \(maximum)), and a call passes \(call.site.site.count); \
      \(isSwift ? "add defaults or argument labels" : "add defaults, or make some keyword-only")
      """
  }
}
