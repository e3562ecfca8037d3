import LintModel
import LintRuleKit

/// Callers must pass more values by position than they can tell apart, and calls show that they do.
struct TooManyRequiredParameters: ProjectRule {
  struct Options: RuleOptions {
    /// Required parameters without a keyword that a signature may have.
    var maximum: Int
    /// Parameters from which on a signature is `too-many-parameters` instead.
    var tooMany: Int
    /// Values of a call that must not bear their parameter's name before the call counts as hard to read.
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

  func check(_ facts: [FileFacts<CallEvidenceFact>], _ project: ProjectIndex, _ report: inout Report) {
    LongSignatures(facts, project).forEach(minimumNameless: options.minimumNameless) { place, call in
      let required = place.callable.positional.filter(\.isRequired)
      guard required.count > options.maximum, place.callable.positional.count <= options.tooMany else { return }
      report.add(
        .required(place.callable.callee, required.count, call, maximum: options.maximum),
        at: place.location, symbol: place.callable.symbol,
        related: [Evidence("\(call.site.site.count) values in a row here", at: call.location)])
    }
  }
}

extension Message {
  fileprivate static func required(_ name: String, _ count: Int, _ call: LongSignatures.BlindCall, maximum: Int)
    -> Message
  {
    """
    '\(name)' asks for \(count) values in a row (more than \(maximum)), and \(call.nameless) of those that a call passes \
    do not say what they are; give defaults, group what belongs together, or make the later ones keyword-only
    """
  }
}
