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

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    for site in file.model.raiseSites where site.form != .warning && !site.isCaughtHere {
      guard case .text(let text) = site.message, !text.showsValue, text.unfilled.isEmpty else { continue }
      guard let tested = site.guardedParameters.first(where: isWorthShowing), !hidesSecret(site),
        !isForAuthors(site, tested, in: file), !tellsAll(text.plain, site, tested)
      else { continue }
      collector.add(
        .withoutValue(tested), at: text.range, in: file, of: site.owner,
        fix: MessageFix(text, in: file)?.showing(shown(site, in: file.language)))
    }
  }

  private func isWorthShowing(_ tested: RaiseSite.GuardedParameter) -> Bool {
    switch tested.test {
    case .comparison, .membership, .type, .shape: true
    case .known, .none, .truth: false
    }
  }

  /// The tested values, each once, as expressions of the language.
  private func shown(_ site: RaiseSite, in language: Language) -> [(name: String, expression: String)] {
    var result: [(name: String, expression: String)] = []
    for tested in site.guardedParameters.filter(isWorthShowing).prefix(2) {
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
  private func isForAuthors(_ site: RaiseSite, _ tested: RaiseSite.GuardedParameter, in file: SourceFile) -> Bool {
    guard site.form == .assert else { return false }
    guard let owner = site.owner else { return true }
    let name = file.model.declarations[owner].name.text
    return tested.test == .type || name.hasPrefix("_") && !name.hasPrefix("__")
  }

  /// Messages about missing functionality ("grouped convolutions are not supported") and wrong call order ("call `fit`
  /// first") are not about a value; "expected a brace, found the end" states the value in words.
  private func tellsAll(_ text: String, _ site: RaiseSite, _ tested: RaiseSite.GuardedParameter) -> Bool {
    if [", found ", ", got ", "but found ", "but got "].contains(where: text.contains) { return true }
    let words = text.lowercased().split { !$0.isLetter && $0 != "'" }
    switch tested.test {
    case .type:
      return words.count > 30 || words.contains { ["first", "before", "after", "already"].contains($0) }
    case .comparison, .shape:
      guard let condition = site.condition, condition.contains(where: \.isNumber) else { return false }
      guard !condition.contains("\""), !condition.contains("'") else { return false }
      return words.contains { ["unsupported", "implemented", "yet", "currently", "refer"].contains($0) }
        || zip(words, words.dropFirst()).contains { Self.refusals.contains($0) && $1.hasPrefix("support") }
    case .membership, .known, .none, .truth: return false
    }
  }

  private static let refusals: Set<Substring> = ["not", "doesn't", "don't", "isn't", "aren't", "can't", "cannot", "no"]

  private func hidesSecret(_ site: RaiseSite) -> Bool {
    site.guardedParameters.contains { tested in
      Name.words(of: tested.name).contains { word in options.secrets.contains { $0 == word } }
    }
  }
}

extension Message {
  fileprivate static func withoutValue(_ tested: RaiseSite.GuardedParameter) -> Message {
    tested.test == .type
      ? "the message omits the type of '\(tested.name)', which failed the check; include the received type"
      : "the message omits '\(tested.source)', which failed the check; include the received value"
  }
}
