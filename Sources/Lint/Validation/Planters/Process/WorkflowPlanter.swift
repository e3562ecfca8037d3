import LintModel
import LintSourceText

/// Removes the workflow that runs the tests.
struct WorkflowPlanter: Planter {
  let rule = "missing-ci"
  let flaw = "remove the workflows that run the tests"
  let languages: Set<Language> = [.markdown]
  let scope = PlantingScope.repository
  /// A repository has one set of workflows.
  let minimumSites = 1

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    guard file.reference.projectPath == "README.md" else { return [] }
    let workflows = project.files.values.filter { $0.reference.projectPath.hasPrefix(".github/workflows/") }
    guard !workflows.isEmpty else { return [] }
    var plant = Plant(file.reference.path, [], expected: [])
    plant.removed = workflows.map(\.reference.path).sorted()
    return [plant]
  }
}
