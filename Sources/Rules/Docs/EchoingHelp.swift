import Lint

/// A help text that says no more than the option's name.
struct EchoingHelp: FileRule {
  let options: NoOptions

  func check(_ file: SourceFile, _ report: inout Report) {
    guard file.role != .test, file.role != .generated, file.role != .vendored else { return }
    for (index, declaration) in file.model.declarations.enumerated() {
      guard let option = declaration.option, option.style.isOfCommand, !option.isHidden,
        let help = option.help, !help.showsValue, repeatsName(help.plain, of: option, declaration.name)
      else { continue }
      let name = option.spellings.first?.text ?? declaration.name.text
      report.add(.echo(name), at: help.range, in: file, of: index)
    }
  }

  private func repeatsName(_ help: String, of option: OptionDetails, _ name: Name) -> Bool {
    // A switch or a list of choices says most of it by itself.
    guard !option.isSwitch, !option.hasChoices else { return false }
    let said = words(of: withoutDefault(help))
    guard !said.isEmpty, said.count <= 6 else { return false }
    // An abbreviation that the text spells out has told something.
    return ([name] + option.spellings).contains { spelling in
      let names = spelling.words.map(Self.stem)
      return names.count > 1 && Set(said) == Set(names)
    }
  }

  /// The text up to `(default: 3)`, which every reader can see.
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
  ]

  private static func stem(_ word: Substring) -> String {
    word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : String(word)
  }
}

extension Message {
  fileprivate static func echo(_ name: String) -> Message {
    "the help text of '\(name)' only repeats its name; say what it changes, its unit and its range"
  }
}
