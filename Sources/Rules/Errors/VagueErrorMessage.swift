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

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    for site in file.model.raiseSites where !site.isCaughtHere {
      // The program continues after a warning, and an assertion in Swift is read next to its source.
      guard site.form != .warning, site.form != .assert || file.language == .python else { continue }
      guard case .text(let text) = site.message, !text.showsValue, text.unfilled.isEmpty, isVague(text.plain),
        !hasOtherFlaw(site)
      else { continue }
      collector.add(.vague(text.plain), at: text.range, in: file, of: site.owner)
    }
  }

  /// `if sparse:` and `if text is None:` have no value to show; `error-without-value` reports compared values that are
  /// not shown.
  private func hasOtherFlaw(_ site: RaiseSite) -> Bool { !site.guardedParameters.isEmpty }

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
