import LintModel
import LintRuleKit

/// A function takes too many positional parameters, and calls pass many of them by position.
///
/// Keyword-only parameters are readable in the call, so they do not count; nor does a signature that is always called
/// with keywords.
struct TooManyParameters: ProjectRule {
  struct Options: RuleOptions {
    /// Maximum number of positional parameters in a signature.
    var maximum: Int
    /// Maximum number of positional arguments in a call.
    var maximumPassed: Int
  }

  let options: Options

  func facts(in file: SourceFile) -> [CallEvidenceFact] {
    let options = options
    return CallEvidenceFact.read(
      file, where: { $0.parameters.count(where: \.isPositional) > options.maximum },
      sites: { $0.count > options.maximumPassed })
  }

  func check(_ facts: [FileFacts<CallEvidenceFact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    LongSignatures(facts, project).forEach(minimumNameless: 0) { place, call in
      collector.add(
        .many(place, call),
        at: place.location, symbol: place.callable.symbol,
        related: [Evidence("\(call.site.site.count) unnamed arguments here", at: call.location)])
    }
  }
}

extension Message {
  fileprivate static func many(_ place: PlacedCallable, _ call: LongSignatures.BlindCall) -> Message {
    let isSwift = place.file.language == .swift
    return """
      '\(place.callable.callee)' takes \(place.callable.positional.count) \(isSwift ? "unlabeled" : "positional") \
      parameters, and a call passes \(counted(call.site.site.count, isSwift ? "unlabeled argument" : "positional argument")); \
      \(isSwift ? "label all but the first few" : "make all but the first few keyword-only"), or group related ones
      """
  }
}
