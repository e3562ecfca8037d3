import LintModel
import LintSourceText

/// Spells one option of a program in another case than the others.
struct OptionCasePlanter: Planter {
  let rule = "inconsistent-option-case"
  let flaw = "spell an option in another case"
  let companions: Set<String> = ["broken-example-command"]

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    let options = file.model.declarations.filter { item in
      item.option?.style == .argparse && item.option?.spellings.count == 1 && item.option?.isHidden == false
        && item.option?.spellings[0].text.hasPrefix("--") == true && item.name.words.count > 1
    }
    let spellings = options.compactMap { $0.option?.spellings[0] }
    let snake = spellings.filter { $0.text.contains("_") }.count
    guard spellings.count > 3, snake == 0 || snake == spellings.count else { return [] }
    return options.compactMap { item in
      guard let name = item.option?.spellings[0],
        let place = Bytes.find(Array(name.text.utf8), in: file.text.bytes(in: item.range))
      else { return nil }
      let words = name.text.dropFirst(2)
      let other = "--" + (snake == 0 ? words.replacing("-", with: "_") : words.replacing("_", with: "-"))
      let range = SourceRange(start: UInt32(place), end: UInt32(place + name.text.utf8.count))
      return Plant(file, [Fix.Edit(range, other)], expected: item.range)
    }
  }
}
