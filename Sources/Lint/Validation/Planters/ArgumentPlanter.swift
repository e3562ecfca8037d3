import LintModel
import LintSourceText

/// Drops a keyword argument on which the meaning of a call depends: `map_location=` of `torch.load`.
struct ArgumentPlanter: Planter {
  let rule: String
  /// Full paths of what is called; a name that begins with a dot is a method of any object.
  let callees: Set<String>
  let keyword: String
  /// What the value must be; nil for any.
  var value: String?
  /// The argument may be all that reads a parameter.
  var companions: Set<String> = ["unused-parameter"]

  var flaw: String { "drop the argument '\(keyword)' of '\(callees.min() ?? "")'" }

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    file.model.invocations.compactMap { call in
      guard let path = file.path(of: call) ?? method(of: call, in: file), callees.contains(path),
        let argument = file.argument(keyword, of: call), let label = argument.keyword,
        value == nil || file.text[argument.value] == value,
        let range = file.argumentWithComma(SourceRange(start: label.start, end: argument.value.end))
      else { return nil }
      return Plant(file, [Fix.Edit(range, "")], expected: call.range)
    }
  }

  private func method(of call: Invocation, in file: SourceFile) -> String? { ".\(file.name(of: call))" }
}
