import LintModel
import LintSourceText

/// A Sphinx site that runs its notebooks whenever it is built.
struct NotebookExecution {
  /// The folder of its pages.
  let folder: String
  /// The beginnings of the paths that it leaves out, relative to the folder.
  private let excluded: [String]

  /// Nil unless the file is a `conf.py` that says so.
  init?(_ file: SourceFile) {
    guard file.reference.projectPath.hasSuffix("conf.py") else { return nil }
    func value(_ names: Set<String>) -> String? {
      file.model.bindings.last { $0.owner == 0 && names.contains($0.name.text) }?.value.map { String(file.text[$0]) }
    }
    let mode = value(Self.modes)?.filter { $0.isLetter }
    guard mode == "force" || mode == "always" else { return nil }
    folder = Paths.folder(of: file.reference.projectPath)
    let patterns = value(["nb_execution_excludepatterns", "execution_excludepatterns"]) ?? ""
    excluded = patterns.split(separator: "\n").flatMap { line -> [String] in
      let parts = line.split(omittingEmptySubsequences: false) { $0 == "'" || $0 == "\"" }
      return parts.indices.filter { $0 % 2 == 1 }.map { String(parts[$0].prefix { $0 != "*" }) }
    }.filter { !$0.isEmpty }
  }

  private static let modes: Set<String> = [
    "nb_execution_mode", "nbsphinx_execute", "jupyter_execute_notebooks",
  ]

  /// Whether it runs a notebook.
  func runs(_ path: String) -> Bool {
    let page: Substring
    if folder.isEmpty {
      page = path[...]
    } else {
      guard path.hasPrefix(folder + "/") else { return false }
      page = path.dropFirst(folder.count + 1)
    }
    return !excluded.contains { page.hasPrefix($0) }
  }
}
