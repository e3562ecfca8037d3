import LintCatalog
import LintModel
import LintRuleKit

/// The engine's built-in rules, about files and suppression comments.
///
/// They are selected, ignored, documented and configured as any other.
package enum EngineRules {
  package static let types: [RuleType] = [
    RuleType(SyntaxError.self), RuleType(UnreadableFile.self), RuleType(UnusedSuppression.self),
    RuleType(ReasonlessSuppression.self),
  ]
}

/// A file does not follow its language's grammar.
struct SyntaxError: FileRule {
  /// One slip early in a file often makes its parser stumble many times.
  private static let most = 3

  let options: NoOptions

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    for problem in file.model.syntaxErrors.prefix(Self.most) {
      collector.add(
        Message(stringLiteral: problem.message), at: Location(path: file.reference.path, range: problem.range),
        symbol: file.symbol(of: nil), ceiling: problem.isLimit ? .note : nil)
    }
  }
}

/// A file or folder that cannot be read. Found before there is a `SourceFile` to check.
package struct UnreadableFile: FileRule {
  package init(options: NoOptions) {}

  package func check(_ file: SourceFile, _ collector: inout FindingCollector) {}
}

/// A suppression that suppresses nothing. Known only after all other rules have run.
struct UnusedSuppression: FileRule {
  let options: NoOptions
  func check(_ file: SourceFile, _ collector: inout FindingCollector) {}
}

/// A suppression without a reason.
struct ReasonlessSuppression: FileRule {
  let options: NoOptions

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    for directive in file.model.directives {
      guard case .allow(let allowance) = SuppressionComment(directive.text), allowance.reason.isEmpty else { continue }
      collector.add(.reasonless(allowance), at: directive.range, in: file)
    }
  }
}

extension Message {
  fileprivate static func reasonless(_ allowance: SuppressionComment.Allowance) -> Message {
    let rules = allowance.rules.map(\.text).joined(separator: ", ")
    return "the suppression of \(rules) has no reason; explain after the ')' why the finding does not apply"
  }
}
