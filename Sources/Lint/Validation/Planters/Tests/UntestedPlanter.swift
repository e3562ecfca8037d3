import LintModel
import LintSourceText

/// Adds a public function that no test mentions, next to one that is tested.
struct UntestedPlanter: Planter {
  let rule = "untested-api"
  let flaw = "add a public function without a test"
  let languages: Set<Language> = [.python, .swift]
  let companions: Set<String> = ["duplicate-error-message"]

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    guard file.role == .library, file.model.exports == nil, file.model.exportSources.isEmpty else { return [] }
    return file.publicCallables.compactMap { index, function in
      // A function of one statement is tested through what it calls.
      guard
        file.language == .swift || file.model.flow.steps(in: function.range).count(where: { $0.owner == index }) > 1,
        function.kind == .function, function.parent == nil || file.language == .python, function.attributes.isEmpty,
        project.isMentionedInTests(function.name.text), file.indentation(before: function.range.start) == ""
      else { return nil }
      let name = PlantedName.make(at: function.range.start, in: file)
      let head = file.text[SourceRange(start: function.range.start, end: function.name.range.start)]
      let tail = file.text[SourceRange(start: function.name.range.end, end: function.range.end)]
      let end = SourceRange(start: function.range.end, end: function.range.end)
      return Plant(file, [Fix.Edit(end, "\n\n\n\(head)\(name)\(tail)")], expected: end, .fileStart)
    }
  }
}
