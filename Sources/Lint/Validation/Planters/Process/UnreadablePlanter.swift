import LintModel
import LintSourceText

/// Replaces a file by bytes that are no text.
struct UnreadablePlanter: Planter {
  let rule = "unreadable-file"
  let flaw = "replace a file by bytes that are no text"
  let languages: Set<Language> = [.python, .swift]
  let scope = PlantingScope.repository
  /// What the file declared or tested is gone.
  let companions: Set<String> = [
    "untested-api", "broken-example-call", "broken-example-import", "broken-example-command",
  ]

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    var plant = Plant(file.reference.path, [], expected: [])
    plant.rewriting = { _ in [0, 1, 2, 0] }
    return [plant]
  }
}
