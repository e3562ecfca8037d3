import LintModel
import LintRuleKit

/// A signature takes so many parameters by position that calls become rows of values.
///
/// Keyword-only parameters are read at the call, so they do not count; nor does a signature that everybody calls by
/// keyword anyway.
struct TooManyParameters: ProjectRule {
  struct Options: RuleOptions {
    /// Parameters without a keyword that a signature may have.
    var maximum: Int
    /// Values in a row that a call may have.
    var maximumPassed: Int
  }

  let options: Options

  func facts(in file: SourceFile) -> [CallEvidenceFact] {
    let options = options
    return CallEvidenceFact.read(
      file, where: { $0.parameters.count(where: \.isPositional) > options.maximum },
      sites: { $0.count > options.maximumPassed })
  }

  func check(_ facts: [FileFacts<CallEvidenceFact>], _ project: ProjectIndex, _ report: inout Report) {
    LongSignatures(facts, project).forEach(minimumNameless: 0) { place, call in
      report.add(
        .many(place.callable.callee, place.callable.positional.count, call),
        at: place.location, symbol: place.callable.symbol,
        related: [Evidence("\(call.site.site.count) values in a row here", at: call.location)])
    }
  }
}

extension Message {
  fileprivate static func many(_ name: String, _ count: Int, _ call: LongSignatures.BlindCall) -> Message {
    """
    '\(name)' takes \(count) parameters by position, and a call passes \(call.site.site.count) in a row; \
    make all but the first few keyword-only, or group those that belong together
    """
  }
}
