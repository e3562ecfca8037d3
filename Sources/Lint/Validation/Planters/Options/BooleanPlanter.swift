import LintModel
import LintSourceText

/// Parses a switch with `type=bool`, for which every text is true.
struct BooleanPlanter: Planter {
  let rule = "broken-boolean-option"
  let flaw = "parse a switch with type=bool"

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    file.model.invocations.compactMap { call in
      guard file.name(of: call) == "add_argument", let action = file.argument("action", of: call),
        let label = action.keyword, ["\"store_true\"", "'store_true'"].contains(file.text[action.value])
      else { return nil }
      let edit = Fix.Edit(SourceRange(start: label.start, end: action.value.end), "type=bool")
      return Plant(file, [edit], expected: call.range)
    }
  }
}
