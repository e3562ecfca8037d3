import Lint
import Rules

extension Catalogue {
  /// Every rule with its page: those of the catalogue, and the engine's own.
  static func builtIn() throws -> Catalogue {
    do {
      return try Catalogue(
        types: ruleTypes + EngineRules.types, pages: cataloguePages, principles: cataloguePrinciples,
        vocabulary: catalogueVocabulary)
    } catch {
      throw Failure("the built-in catalogue is broken: \(error)")
    }
  }
}
