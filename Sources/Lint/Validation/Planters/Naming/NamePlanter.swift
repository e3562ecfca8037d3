import LintModel
import LintSourceText

/// Gives a parameter another name than the one that leads in the repository.
struct NamePlanter: Planter {
  let rule: String
  let flaw: String
  let languages: Set<Language> = [.python, .swift]
  let scope = PlantingScope.repository
  /// Calls by the old keyword no longer fit, and so do documents.
  let companions: Set<String> = ["broken-example-call", "inconsistent-sibling-signature"]
  fileprivate let sites: @Sendable (LeadingNames, SourceFile) -> [LeadingNames.Site]

  static let all: [any Planter] = [
    NamePlanter(rule: "inconsistent-name", flaw: "rename a parameter to a synonym") {
      $0.conceptSites(in: $1)
    },
    NamePlanter(rule: "inconsistent-count-name", flaw: "rename a count: 'n_heads' for 'num_heads'") {
      $0.countSites(in: $1)
    },
  ]

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    guard !file.reference.isExcluded, file.role == .library else { return [] }
    let sites = Dictionary(sites(project.names, file).map { ($0.range, $0.other) }) { first, _ in first }
    guard !sites.isEmpty else { return [] }
    return file.publicCallables.flatMap { index, function in
      function.parameters.compactMap { parameter in
        let range = parameter.publicName.range
        guard let other = sites[range] ?? sites[parameter.name.range],
          let edits = ParameterRename.edits(of: parameter, in: index, to: spelled(other, in: file), file)
        else { return nil }
        return Plant(file, edits, expected: SourceRange(start: range.start, end: parameter.name.range.end))
      }
    }
  }

  private func spelled(_ name: String, in file: SourceFile) -> String {
    file.language == .swift ? Name.camelCase(name) : name
  }
}
