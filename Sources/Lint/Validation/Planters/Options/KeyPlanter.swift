import LintModel
import LintSourceText

/// Adds a key to a configuration whose other keys the code reads by name.
struct KeyPlanter: Planter {
  let rule = "unused-configuration-key"
  let flaw = "configure what no code reads"
  let languages: Set<Language> = [.yaml]

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    let keys = file.model.declarations.enumerated().filter { $0.element.option?.style == .configurationKey }
    return Dictionary(grouping: keys, by: \.element.parent).sorted { ($0.key ?? -1) < ($1.key ?? -1) }.compactMap {
      _, siblings in
      let read = siblings.filter { project.isReadByCode($0.element.name.text) }
      guard read.count > 3, read.count == siblings.count,
        let first = siblings.first(where: { $0.element.option?.key?.isSection == false })?.element,
        let margin = file.indentation(before: first.name.range.start)
      else { return nil }
      let place = SourceRange(start: first.name.range.start, end: first.name.range.start)
      return Plant(
        file, [Fix.Edit(place, "\(PlantedName.make(at: place.start, in: file)): 4\n\(margin)")], expected: place)
    }
  }
}
