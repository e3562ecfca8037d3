import LintModel
import LintSourceText

/// Names a parameter with a term that excludes people.
struct ExclusionaryPlanter: Planter {
  let rule = "exclusionary-term"
  let flaw = "name a parameter with an exclusionary term"
  let languages: Set<Language> = [.python, .swift]
  let companions: Set<String> = ["broken-example-call"]

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    guard !file.reference.isExcluded else { return [] }
    return file.publicCallables.flatMap { index, function in
      function.parameters.compactMap { parameter in
        let name = file.language == .swift ? "allowWhitelist" : "whitelist"
        guard ["keep", "allow", "include", "exclude", "skip", "ignore"].contains(parameter.name.words.first ?? ""),
          let edits = ParameterRename.edits(of: parameter, in: index, to: name, file)
        else { return nil }
        return Plant(file, edits, expected: parameter.publicName.range, parameter.name.range)
      }
    }
  }
}
