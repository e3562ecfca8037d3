import LintCatalog
import LintEngine
import LintModel
import LintProject
import LintSerialization
import LintWorkspace
import PythonFrontend
import Rules
import SwiftFrontend

extension Workspace {
  /// A workspace with every built-in rule and every language that mllint reads.
  package static func builtIn() throws -> Workspace {
    Workspace(catalog: try .builtIn(), frontends: [PythonFrontend(), SwiftFrontend(), TextFrontend()])
  }
}

extension Catalog {
  /// Every built-in rule with its page: those of `Rules`, and the engine's own.
  package static func builtIn() throws -> Catalog {
    do {
      return try Catalog(
        types: ruleTypes + EngineRules.types, pages: catalogPages, principles: catalogPrinciples,
        vocabulary: catalogVocabulary)
    } catch {
      throw WorkspaceError("the built-in catalog is broken: \(error)")
    }
  }
}
