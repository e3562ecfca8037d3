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
      // What a module or a cell asserts of its own results is read beside the assertion.
      guard site.form != .assert || !isAtTop(site, in: file) else { continue }
      guard case .text(let text) = site.message, !text.showsValue, text.unfilled.isEmpty, isVague(text.plain, site),
        !impliesReason(site, text), !MessageWords(text.plain).isForAuthors, !EarlierChecks(in: file).ruleOut(site)
      else { continue }
      copies.add(
        message(text.plain, site), at: text, of: site.owner)
    }
    copies.report(in: file, to: &collector)
  }

  private func isAtTop(_ site: RaiseSite, in file: SourceFile) -> Bool {
    site.owner.map { file.model.declarations[$0].kind == .module } ?? true
  }

  private func message(_ text: String, _ site: RaiseSite) -> Message {
    if site.isInHandler, site.condition == nil { return .vagueCause(text) }
    let isReceived =
      !site.guardedParameters.isEmpty || site.choices != nil || site.condition.map(Self.compares) ?? true
    return isReceived ? .vague(text) : .vagueState(text)
  }

  /// Whether a condition compares something, rather than asking for a state: `not plan.is_ready()`.
  private static func compares(_ condition: String) -> Bool {
    [" == ", " != ", " < ", " > ", " <= ", " >= ", " in ", " % ", "isinstance(", "match "].contains(
      where: condition.contains)
      || !condition.contains("(")
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
    if words.contains(where: options.vagueWords.contains) { return !statesLimit(words, site) }
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

  /// "Ragged batches are unsupported" as a NotImplementedError says which case is missing.
  private func statesLimit(_ words: [String], _ site: RaiseSite) -> Bool {
    // "tried to close a cache that is already invalid" names the state.
    if words.contains("already") { return true }
    guard site.errorType?.text == "NotImplementedError",
      words.contains("unsupported") || words.contains("unimplemented")
    else { return false }
    return words.count { !options.vagueWords.contains($0) && !Self.fillers.contains($0) } > 1
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

  /// Nothing was received: the object or the program is in another state.
  fileprivate static func vagueState(_ text: String) -> Message {
    "'\(text)' says neither what is wrong nor what to do; state both"
  }

  fileprivate static func vague(_ text: String) -> Message {
    "'\(text)' says neither what was expected nor what was received; state both"
  }
}
