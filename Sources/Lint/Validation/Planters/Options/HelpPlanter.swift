import LintModel
import LintSourceText

/// Drops the help of an option that no document explains.
struct HelpPlanter: Planter {
  let rule = "undocumented-option"
  let flaw = "drop the help of an option"
  let languages: Set<Language> = [.python, .swift]

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    guard file.role != .test else { return [] }
    return file.model.declarations.compactMap { item in
      guard let option = item.option, option.style.isOfCommand, !option.isHidden, let help = option.help,
        !project.isDocumented(option), let label = label(of: help.range, in: file),
        let range = file.argumentWithComma(SourceRange(start: label, end: help.range.end))
      else { return nil }
      return Plant(file, [Fix.Edit(range, "")], expected: item.range)
    }
  }

  /// Where `help=` or `help:` in front of the text begins.
  private func label(of range: SourceRange, in file: SourceFile) -> UInt32? {
    guard let sign = file.previous(before: range.start),
      sign.byte == UInt8(ascii: "=") || sign.byte == UInt8(ascii: ":"),
      let last = file.previous(before: UInt32(sign.place)), last.place >= 3,
      Array(file.text.bytes[(last.place - 3)...last.place]) == Array("help".utf8)
    else { return nil }
    return UInt32(last.place - 3)
  }
}
