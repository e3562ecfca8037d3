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
    Workspace(catalogue: try .builtIn(), frontends: [PythonFrontend(), SwiftFrontend(), TextFrontend()])
  }
}

extension Catalogue {
  /// Every built-in rule with its page: those of `Rules`, and the engine's own.
  package static func builtIn() throws -> Catalogue {
    do {
      return try Catalogue(
        types: ruleTypes + EngineRules.types, pages: cataloguePages, principles: cataloguePrinciples,
        vocabulary: catalogueVocabulary)
    } catch {
      throw WorkspaceError("the built-in catalog is broken: \(error)")
    }
  }
}
