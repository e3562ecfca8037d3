import LintModel
import LintRuleKit

/// A message that says something is wrong and neither what nor what would be right.
struct VagueErrorMessage: FileRule {
  struct Options: RuleOptions {
    /// Words that only say "wrong".
    var vagueWords: [String]
    /// Words that announce what was expected, or what to do.
    var expectationWords: [String]
    /// Longer messages say something in any case.
    var maximumWords: Int
  }

  let options: Options

  func check(_ file: SourceFile, _ report: inout Report) {
    guard file.role == .library || file.role == .script else { return }
    for failure in file.model.failures where !failure.isCaughtHere {
      // A warning goes on, and an assertion is read beside its source.
      guard failure.form != .warning, failure.form != .assert || file.language == .python else { continue }
      guard case .text(let text) = failure.said, !text.showsValue, text.unfilled.isEmpty, isVague(text.plain),
        !hasOtherFlaw(failure)
      else { continue }
      report.add(.vague(text.plain), at: text.range, in: file, of: failure.owner)
    }
  }

  /// `if sparse:` and `if text is None:` leave no value to be shown; a value that was compared and is not shown is
  /// what `error-without-value` reports.
  private func hasOtherFlaw(_ failure: Failure) -> Bool { !failure.tested.isEmpty }

  private func isVague(_ text: String) -> Bool {
    guard !text.contains("{"), !text.contains("%") else { return false }
    let words = text.runs { $0.isLetterByte || "_'-".utf8.contains($0) }.map { $0.lowercased() }
    guard words.count <= options.maximumWords, words.contains(where: options.vagueWords.contains) else { return false }
    return !words.contains(where: options.expectationWords.contains)
  }
}

extension Message {
  fileprivate static func vague(_ text: String) -> Message {
    "'\(text)' tells neither what was expected nor what was received; say both"
  }
}
