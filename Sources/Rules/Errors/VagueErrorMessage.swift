import LintModel
import LintRuleKit

/// A message says neither what was expected nor what was received.
struct VagueErrorMessage: FileRule {
  struct Options: RuleOptions {
    /// Words that only say that something is wrong.
    var vagueWords: [String]
    /// Words that introduce an expectation or advice.
    var expectationWords: [String]
    /// Maximum number of words; longer messages are assumed to be specific.
    var maximumWords: Int
  }

  let options: Options

  func check(_ file: SourceFile, _ report: inout Report) {
    guard file.role == .library || file.role == .script else { return }
    for failure in file.model.failures where !failure.isCaughtHere {
      // The program continues after a warning, and an assertion in Swift is read next to its source.
      guard failure.form != .warning, failure.form != .assert || file.language == .python else { continue }
      guard case .text(let text) = failure.said, !text.showsValue, text.unfilled.isEmpty, isVague(text.plain),
        !hasOtherFlaw(failure)
      else { continue }
      report.add(.vague(text.plain), at: text.range, in: file, of: failure.owner)
    }
  }

  /// `if sparse:` and `if text is None:` have no value to show; `error-without-value` reports compared values that are
  /// not shown.
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
    "'\(text)' says neither what was expected nor what was received; state both"
  }
}
