import LintModel
import LintSourceText

/// Documents a parameter under another name, as after a renaming in the code alone.
struct StaleDocPlanter: Planter {
  let rule = "stale-parameter-doc"
  let flaw = "document a parameter under its former name"
  let languages: Set<Language> = [.python, .swift]
  let companions: Set<String> = ["undocumented-parameter"]

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    file.documentedParameters.compactMap { parameter, entry, entries in
      guard !parameter.isVariadic, entries.count(where: { $0.range == entry.range }) == 1,
        file.text[entry.name.range] == parameter.name.text
      else { return nil }
      let former =
        file.language == .swift ? "former\(parameter.name.text.capitalizedFirst)" : "former_\(parameter.name.text)"
      return Plant(
        file, [Fix.Edit(entry.name.range, former)], expected: entry.range, entry.name.range, parameter.name.range)
    }
  }
}
