import LintModel
import LintRuleKit
import LintSourceText

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
    var copies = ErrorCopies()
    for site in file.model.raiseSites where !site.isCaughtHere {
      // The program continues after a warning, and an assertion in Swift is read next to its source.
      guard site.form != .warning, site.form != .assert || file.language == .python else { continue }
      guard case .text(let text) = site.message, !text.showsValue, text.unfilled.isEmpty, isVague(text.plain, site),
        !impliesReason(site, text), !isForAuthors(text.plain), !EarlierChecks(in: file).ruleOut(site)
      else { continue }
      copies.add(
        site.isInHandler && site.condition == nil ? .vagueCause(text.plain) : .vague(text.plain), at: text,
        of: site.owner)
    }
    copies.report(in: file, to: &collector)
  }

  /// `if mode is None: raise ValueError("Invalid mode")` has no value to show, and the message names the argument.
  /// A message about another thing, such as "Invalid input", is vague whatever the check.
  private func impliesReason(_ site: RaiseSite, _ text: MessageTemplate) -> Bool {
    guard !site.guardedParameters.isEmpty, !site.guardedParameters.contains(where: isOpen) else { return false }
    let words = MessageWords(text.plain)
    return site.guardedParameters.contains { tested in
      words.holds(tested.name) || Name.words(of: tested.name).contains { $0.count > 2 && words.holds($0) }
    }
  }

  /// "this should never happen" marks a place that no user reaches.
  private func isForAuthors(_ text: String) -> Bool {
    let words = text.lowercased()
    return Self.guards.contains(where: words.contains)
  }

  private static let guards = [
    "shouldn't be here", "should not be here", "shouldn't happen", "should not happen", "never happen", "unreachable",
    "never be reached", "not be reached", "internal error", "impossible",
  ]

  private func isOpen(_ tested: RaiseSite.GuardedParameter) -> Bool {
    switch tested.test {
    case .comparison, .membership, .type, .shape: true
    case .known, .none, .truth: false
    }
  }

  private func isVague(_ text: String, _ site: RaiseSite) -> Bool {
    guard !text.contains("{"), !text.contains("%") else { return false }
    let words = text.runs { $0.isLetterByte || "_'-".utf8.contains($0) }.map { $0.lowercased() }
    guard !words.isEmpty, words.count <= options.maximumWords,
      !words.contains(where: options.expectationWords.contains)
    else { return false }
    if words.contains(where: options.vagueWords.contains) { return true }
    // "value error", "something failed": every word could be in any message. Some types say what is wrong themselves.
    guard !["NotImplementedError", "FileNotFoundError", "NotFittedError"].contains(site.errorType?.text) else {
      return false
    }
    // A method that always fails says "not supported" of itself.
    if site.condition == nil || site.condition == "False", words.contains("supported") || words.contains("allowed") {
      return false
    }
    return words.contains(where: Self.failures.contains)
      && words.allSatisfy { Self.failures.contains($0) || Self.fillers.contains($0) }
  }

  private static let failures: Set<String> = [
    "error", "errors", "failed", "failure", "fails", "fail", "problem", "supported", "valid", "allowed", "oops",
  ]
  /// Words that could be in any message.
  private static let fillers: Set<String> = [
    "a", "an", "the", "this", "something", "went", "is", "was", "are", "not", "no", "isn't", "in", "of", "with", "here",
    "input", "inputs", "value", "values", "argument", "arguments", "parameter", "parameters", "data", "type",
    "occurred", "happened", "has", "there", "check", "validation", "operation", "assertion", "case", "option", "state",
  ]
}

extension Message {
  /// What failed is an attempt, such as reading a file.
  fileprivate static func vagueCause(_ text: String) -> Message {
    "'\(text)' says neither what was attempted nor with which value; state both"
  }

  fileprivate static func vague(_ text: String) -> Message {
    "'\(text)' says neither what was expected nor what was received; state both"
  }
}
