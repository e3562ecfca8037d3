import LintModel
import LintRuleKit
import LintSourceText

/// A help text that only repeats the option's name, unless the name implies the unit, the range or the choices.
struct EchoingHelp: FileRule {
  struct Options: RuleOptions {
    /// Last words of option names that do not say what value to pass: `interval`, `mode`.
    var openWords: [String]
    /// Well-known terms that end in such a word: `weight decay`.
    var knownTerms: [String]
  }

  let options: Options

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    for (index, declaration) in file.model.declarations.enumerated() {
      guard let option = declaration.option, option.style.isOfCommand, !option.isHidden,
        let help = option.help, !help.showsValue, let name = echoed(help.plain, by: option, declaration.name),
        isOpen(name), !isExplained(declaration, in: file)
      else { continue }
      collector.add(
        .echo(option.spellings.first?.text ?? declaration.name.text, isNumber: Self.isNumber(option)), at: help.range,
        in: file, of: index)
    }
  }

  /// The words of the name that the help repeats.
  private func echoed(_ help: String, by option: OptionDetails, _ name: Name) -> [String]? {
    // A flag or a list of choices mostly explains itself.
    guard !option.isSwitch, !option.hasChoices, !Self.listsChoices(option.type, of: name) else { return nil }
    let said = words(of: withoutDefault(help))
    guard !said.isEmpty, said.count <= 6 else { return nil }
    // A text that spells out an abbreviation adds information, and so does a repeated word.
    return ([name] + option.spellings).lazy.map { $0.words.map(Self.stem) }.first {
      said.count <= $0.count && Set(said) == Set($0)
    }
  }

  /// Whether its value is a number; nil if unknown.
  private static func isNumber(_ option: OptionDetails) -> Bool? {
    switch option.type {
    case "int", "float", "Int", "Double", "Float": return true
    case "str", "String": return false
    default: break
    }
    guard let value = option.defaultValue, let first = value.first else { return nil }
    if first.isNumber || first == "-" || first == "." { return true }
    return first == "\"" || first == "'" ? false : nil
  }

  /// `Literal["a", "b"]`, an enumeration, or a type with the name of the option: its documentation lists the values.
  private static func listsChoices(_ type: String?, of name: Name) -> Bool {
    guard let type else { return false }
    let words = name.words
    return type.contains("Literal")
      || type.split { !$0.isLetter && $0 != "_" }.contains { part in
        let kind = Name.words(of: String(part))
        return part.contains(where: \.isUppercase) && kind == words
          || ["choices", "choice", "enum"].contains { kind.last == $0 || kind.first == $0 }
      }
  }

  private func isOpen(_ name: [String]) -> Bool {
    guard let last = name.last(where: { $0.contains(where: \.isLetter) }), options.openWords.contains(last) else {
      return false
    }
    return !options.knownTerms.contains { term in
      let words = term.split(separator: " ")
      return name.count >= words.count && zip(name.suffix(words.count), words).allSatisfy { $0 == $1 }
    }
  }

  /// Whether the documentation of the option's class or function says more.
  private func isExplained(_ declaration: Declaration, in file: SourceFile) -> Bool {
    guard let owner = declaration.parent, let doc = file.model.declarations[owner].doc else { return false }
    return doc.parameters.contains { $0.name.text == declaration.name.text && words(of: $0.text[...]).count > 3 }
  }

  /// The text before `(default: 3)`, which adds nothing.
  private func withoutDefault(_ help: String) -> Substring {
    let start = help.firstRange(of: "(default") ?? help.firstRange(of: "(Default") ?? help.firstRange(of: "[default")
    return help[..<(start?.lowerBound ?? help.endIndex)]
  }

  private func words(of text: Substring) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.flatMap { Name.words(of: String($0)) }
      .filter { !Self.idle.contains($0) }.map(Self.stem)
  }

  private static let idle: Set<Substring> = [
    "the", "a", "an", "of", "to", "for", "in", "this", "value", "is", "be", "set", "use", "specify", "specifies",
    "parameter", "argument", "hyperparameter", "desired", "used", "choose", "select", "define", "defines",
  ]

  private static func stem(_ word: Substring) -> String {
    word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : String(word)
  }
}

extension Message {
  fileprivate static func echo(_ name: String, isNumber: Bool?) -> Message {
    let missing =
      switch isNumber {
      case true?: "its unit or range"
      case false?: "its allowed values"
      case nil: "its unit, range or allowed values"
      }
    return "the help text of '\(name)' only repeats its name; state \(missing)"
  }
}
