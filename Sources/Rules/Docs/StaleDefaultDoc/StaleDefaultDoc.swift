import LintModel
import LintRuleKit
import LintSourceText

/// A help text or docstring states the wrong default.
struct StaleDefaultDoc: FileRule {
  let options: NoOptions

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    checkSignatures(of: file, &collector)
    checkOptions(of: file, &collector)
  }

  /// Checks docstrings and DocC comments.
  private func checkSignatures(of file: SourceFile, _ collector: inout FindingCollector) {
    guard file.role == .library, !file.reference.isExcluded else { return }
    for found in DocumentedDefault.stale(in: file) {
      let code = found.actualRange.map {
        [Evidence("the default in the code", at: Location(path: file.reference.path, range: $0))]
      }
      collector.add(
        .stale(found), at: found.range, in: file, of: found.declaration, related: code ?? [],
        fix: fix(found.stated, found.actual, at: found.range, in: file))
    }
  }

  /// Checks help texts.
  private func checkOptions(of file: SourceFile, _ collector: inout FindingCollector) {
    for (index, declaration) in file.model.declarations.enumerated() {
      guard let option = declaration.option, option.style.isOfCommand, !option.isHidden,
        let help = option.help, !help.showsValue, let actual = option.effectiveDefault,
        let stated = StatedDefault.find(in: help.plain), stated.contradicts(actual)
      else { continue }
      let range = help.range(of: stated.place)
      collector.add(
        .stale(stated.text, actual: actual, of: option), at: range, in: file, of: index,
        fix: fix(stated, actual, at: range, in: file))
    }
  }

  /// Numbers and booleans are written alike in text and code; other values need a human.
  private func fix(_ stated: StatedDefault, _ actual: String, at range: SourceRange, in file: SourceFile) -> Fix? {
    switch (stated.value, LiteralValue(actual)) {
    case (.number, .number), (.boolean, .boolean):
      guard file.text.bytes(in: range).elementsEqual(stated.text.utf8) else { return nil }
      return Fix("state the actual default", isSafe: false, edits: [.init(range, actual)])
    default: return nil
    }
  }
}

extension Message {
  fileprivate static func stale(_ found: DocumentedDefault) -> Message {
    let value = found.value == found.actual || found.actual.hasPrefix(".") ? "" : ", which is \(delimited(found.value))"
    return """
      '\(found.owner)' documents \(found.stated.text) as the default of '\(found.name)', but it is \
      \(delimited(found.actual))\(value); update the documentation
      """
  }

  fileprivate static func stale(_ stated: String, actual: String, of option: OptionDetails) -> Message {
    let name = option.spellings.first?.text ?? ""
    let advice = option.style == .argparse ? "write '%(default)s' instead" : "update the help text"
    return "the help text of '\(name)' states \(stated) as the default, but it is \(delimited(actual)); \(advice)"
  }

  /// In quotes if the value ends in a period, which would look like the end of the sentence.
  private static func delimited(_ value: String) -> String { value.hasSuffix(".") ? value.inQuotes : value }
}
