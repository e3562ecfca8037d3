import LintModel
import LintSourceText

/// Breaks the syntax of a file: one parenthesis too many.
struct SyntaxPlanter: Planter {
  let rule = "syntax-error"
  let flaw = "close a parenthesis that is not open"
  let languages: Set<Language> = [.python, .swift]
  let scope = PlantingScope.repository
  /// What the file declared or tested is gone.
  let companions: Set<String> = [
    "untested-api", "broken-example-call", "broken-example-import", "broken-example-command",
  ]

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    guard let call = file.model.invocations.last else { return [] }
    let end = SourceRange(start: call.range.end, end: call.range.end)
    let line = file.lines(of: call.range)
    return [Plant(file, [Fix.Edit(end, ")")], expected: SourceRange(start: line.start, end: line.end + 1))]
  }
}
