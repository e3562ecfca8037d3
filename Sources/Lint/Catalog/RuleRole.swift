import LintModel

/// What a file is for, as pages write it under `roles:`: for a whole rule, or for one pattern.
///
/// Generated and vendored files have no such role: no rule reports them.
package enum RuleRole: String, Decodable, Sendable, CaseIterable {
  case library, test, example, script, docs, configuration, notebook

  package func includes(_ file: FileReference) -> Bool {
    let isNotebook = file.path.hasSuffix(".ipynb")
    // A notebook among scripts or examples is a notebook; one of the tests or the documentation is that as well.
    let isRun = self == .script || self == .example
    return self == .notebook ? isNotebook : file.role.rawValue == rawValue && !(isNotebook && isRun)
  }
}

extension [RuleRole] {
  /// Whether a file has one of the roles; true if there are none.
  package func include(_ file: FileReference) -> Bool { isEmpty || contains { $0.includes(file) } }
}
