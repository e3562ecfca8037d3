import LintModel
import LintSourceText

/// Adds a parameter that the body does not read, with its documentation.
struct AddedParameterPlanter: Planter {
  let rule = "unused-parameter"
  let flaw = "add a parameter without effect"
  let languages: Set<Language> = [.python, .swift]
  let companions: Set<String> = ["undocumented-parameter"]

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    file.publicCallables.compactMap { index, function in
      // A hook is called with what its framework passes.
      guard function.flags.isDisjoint(with: [.isConstant, .isProperty]), function.name.words.first != "on",
        let next = function.parameters.first(where: { $0.defaultValue != nil && !$0.isVariadic })
      else { return nil }
      let start = next.label?.range.start ?? next.name.range.start
      let place = SourceRange(start: start, end: start)
      let name = PlantedName.make(at: start, in: file)
      let value = next.defaultValue ?? "4"
      let type = next.annotation.map { ": \($0)" } ?? ""
      let text = file.language == .swift ? "\(name)\(type) = \(value), " : "\(name)=\(value), "
      return Plant(file, [Fix.Edit(place, text)] + doc(name, beside: next, of: index, file), expected: place)
    }
  }

  /// An entry for it in front of that of the next parameter.
  private func doc(_ name: String, beside next: Parameter, of index: Int, _ file: SourceFile) -> [Fix.Edit] {
    let entries = file.entries(of: index)
    guard let entry = entries.first(where: { $0.name.text == next.name.text }),
      entries.count(where: { $0.range == entry.range }) == 1
    else { return [] }
    let lines = file.lines(of: entry.range)
    guard lines.contains(entry.name.range) else { return [] }
    let before = file.text[SourceRange(start: lines.start, end: entry.name.range.start)]
    let after = file.text[SourceRange(start: entry.name.range.end, end: lines.end)]
    return [Fix.Edit(SourceRange(start: lines.start, end: lines.start), before + name + after)]
  }
}
