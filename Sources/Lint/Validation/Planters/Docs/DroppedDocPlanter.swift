import LintModel
import LintSourceText

/// Deletes the documentation of one parameter among others that stay documented.
struct DroppedDocPlanter: Planter {
  let rule = "undocumented-parameter"
  let flaw = "delete the documentation of a parameter"
  let languages: Set<Language> = [.python, .swift]

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    file.documentedParameters.compactMap { parameter, entry, entries in
      let lines = file.lines(of: entry.range)
      guard entries.count > 2, !parameter.isVariadic,
        !entries.contains(where: { $0.name != entry.name && lines.contains($0.name.range) })
      else { return nil }
      return Plant(file, [Fix.Edit(lines, "")], expected: parameter.name.range, parameter.publicName.range)
    }
  }
}
