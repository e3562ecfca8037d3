import LintModel
import LintSourceText

/// Empties a test, which then passes whatever the code does.
struct EmptiedTestPlanter: Planter {
  let rule = "empty-test"
  let flaw = "empty a test"
  let languages: Set<Language> = [.python, .swift]
  let companions: Set<String> = ["untested-api"]

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    file.model.declarations.compactMap { item in
      guard item.kind == .test, item.parent == nil || file.language == .swift || item.parameters.isEmpty,
        let edit = file.language == .swift ? braces(item, file) : block(item, file)
      else { return nil }
      return Plant(file, [edit], expected: item.range)
    }
  }

  /// Everything below the line of the name.
  private func block(_ item: Declaration, _ file: SourceFile) -> Fix.Edit? {
    let end = file.lineEnd(of: item.name.range.start)
    let header = SourceRange(start: item.name.range.start, end: UInt32(end))
    guard file.text[header].hasSuffix(":"), UInt32(end) < item.range.end, let margin = margin(of: item, file) else {
      return nil
    }
    return Fix.Edit(SourceRange(start: UInt32(end), end: item.range.end), "\n\(margin)    pass")
  }

  private func margin(of item: Declaration, _ file: SourceFile) -> String? {
    let line = file.lineStart(of: item.name.range.start)
    let head = file.text[SourceRange(start: UInt32(line), end: item.name.range.start)]
    return head.trimmed == "def" ? String(head.prefix { $0 == " " }) : nil
  }

  private func braces(_ item: Declaration, _ file: SourceFile) -> Fix.Edit? {
    let header = SourceRange(start: item.name.range.start, end: UInt32(file.lineEnd(of: item.name.range.start)))
    guard file.text[header].hasSuffix("{"), header.end < item.range.end else { return nil }
    return Fix.Edit(SourceRange(start: header.end, end: item.range.end), "}")
  }
}
