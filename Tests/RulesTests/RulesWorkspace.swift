import LintCatalog
import LintEngine
import LintRuleTesting
import LintSourceText
import Rules
import Testing

/// A scratch repository, removed with its last reference.
final class RulesWorkspace {
  private let project: ScratchProject

  init(_ files: [(path: String, text: String)]) throws { project = try ScratchProject(files) }

  var folder: String { project.folder }

  /// Lints all files with one rule, and with the engine's rules about suppressions and syntax.
  func lint(_ rule: ConfiguredRule, _ catalog: Catalog, roles: [String: Role] = [:]) throws -> RunResult {
    try project.lint(rule, catalog, frontends, roles: roles)
  }
}
