import LintModel

/// The role of a file, as a pattern states it.
enum PatternRole: String, Decodable, Sendable, CaseIterable {
  case library, test, example, script, docs, configuration, notebook

  func holds(of file: FileReference) -> Bool {
    let isNotebook = file.path.hasSuffix(".ipynb")
    // A notebook among scripts or examples is a notebook; one of the tests or the documentation is that as well.
    let isRun = self == .script || self == .example
    return self == .notebook ? isNotebook : file.role.rawValue == rawValue && !(isNotebook && isRun)
  }
}
