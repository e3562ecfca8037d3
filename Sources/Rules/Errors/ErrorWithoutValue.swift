import LintModel
import LintRuleKit
import LintSourceText

/// An error message omits the value that failed the check.
struct ErrorWithoutValue: FileRule {
  struct Options: RuleOptions {
    /// Words in names of parameters whose values must never be printed.
    var secrets: [String]
  }

  let options: Options

  func check(_ file: SourceFile, _ report: inout Report) {
    guard file.role == .library || file.role == .script else { return }
    for failure in file.model.failures where failure.form != .warning && !failure.isCaughtHere {
      guard case .text(let text) = failure.said, !text.showsValue, text.unfilled.isEmpty else { continue }
      guard let tested = failure.tested.first(where: isWorthShowing), !hidesSecret(failure),
        !isForAuthors(failure, tested, in: file), !tellsAll(text.plain, failure, tested)
      else { continue }
      report.add(
        .withoutValue(tested), at: text.range, in: file, of: failure.owner,
        fix: Amendment(text, in: file)?.showing(shown(failure, in: file.language)))
    }
  }

  private func isWorthShowing(_ tested: Failure.TestedParameter) -> Bool {
    switch tested.test {
    case .comparison, .membership, .type, .shape: true
    case .known, .none, .truth: false
    }
  }

  /// The tested values, each once, as expressions of the language.
  private func shown(_ failure: Failure, in language: Language) -> [(name: String, expression: String)] {
    var result: [(name: String, expression: String)] = []
    for tested in failure.tested.filter(isWorthShowing).prefix(2) {
      let expression =
        switch (tested.test, language) {
        case (.type, .swift): "type(of: \(tested.source))"
        case (.type, _): "type(\(tested.source)).__name__"
        case (.membership, .python): "\(tested.source)!r"
        default: tested.source
        }
      if !result.contains(where: { $0.name == tested.source }) { result.append((tested.source, expression)) }
    }
    return result
  }

  /// Assertions narrow types and check what private code passes; only authors see them, and they have the source.
  private func isForAuthors(_ failure: Failure, _ tested: Failure.TestedParameter, in file: SourceFile) -> Bool {
    guard failure.form == .assert else { return false }
    guard let owner = failure.owner else { return true }
    let name = file.model.declarations[owner].name.text
    return tested.test == .type || name.hasPrefix("_") && !name.hasPrefix("__")
  }

  /// Messages about missing functionality ("grouped convolutions are not supported") and wrong call order ("call `fit`
  /// first") are not about a value; "expected a brace, found the end" states the value in words.
  private func tellsAll(_ text: String, _ failure: Failure, _ tested: Failure.TestedParameter) -> Bool {
    if [", found ", ", got ", "but found ", "but got "].contains(where: text.contains) { return true }
    let words = text.lowercased().split { !$0.isLetter && $0 != "'" }
    switch tested.test {
    case .type:
      return words.count > 30 || words.contains { ["first", "before", "after", "already"].contains($0) }
    case .comparison, .shape:
      guard let condition = failure.condition, condition.contains(where: \.isNumber) else { return false }
      guard !condition.contains("\""), !condition.contains("'") else { return false }
      return words.contains { ["unsupported", "implemented", "yet", "currently", "refer"].contains($0) }
        || zip(words, words.dropFirst()).contains { Self.refusals.contains($0) && $1.hasPrefix("support") }
    case .membership, .known, .none, .truth: return false
    }
  }

  private static let refusals: Set<Substring> = ["not", "doesn't", "don't", "isn't", "aren't", "can't", "cannot", "no"]

  private func hidesSecret(_ failure: Failure) -> Bool {
    failure.tested.contains { tested in
      Name.words(of: tested.name).contains { word in options.secrets.contains { $0 == word } }
    }
  }
}

extension Message {
  fileprivate static func withoutValue(_ tested: Failure.TestedParameter) -> Message {
    tested.test == .type
      ? "the message omits the type of '\(tested.name)', which failed the check; include the received type"
      : "the message omits '\(tested.source)', which failed the check; include the received value"
  }
}
