import LintModel
import LintSourceText
import PythonFrontend

/// Python source as the engine sees it.
func lowered(_ source: String, role: Role = .library) -> FileModel {
  let reference = FileReference(path: "a.py", language: .python, role: role, distribution: "", module: "a")
  return PythonFrontend().lower(SourceText(bytes: Array(source.utf8)), reference)
}

extension FileModel {
  func declaration(_ name: String) -> Declaration? { declarations.first { $0.name.text == name } }
}
