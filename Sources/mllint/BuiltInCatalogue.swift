import LintCatalog
import LintEngine
import LintModel
import LintProject
import LintSerialization
import LintSourceText
import LintWorkspace
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

  /// The built-in rules, and those of the pages that the configuration of this place names.
  ///
  /// - Parameters:
  ///   - configuration: A configuration file; nil finds the nearest one.
  ///   - isolated: Whether to read no configuration at all.
  static func inForce(configuration: String? = nil, isolated: Bool = false) throws -> Catalogue {
    let catalogue = try builtIn()
    guard !isolated else { return catalogue }
    let here = Paths.workingDirectory()
    let loader = ConfigurationLoader(workingDirectory: here) { try? FileSystem.read($0) }
    do {
      let path =
        try configuration.map { Paths.absolute($0, in: here) }
        ?? loader.find(from: here, upTo: Project.root(of: here) ?? here)
      guard let path else { return catalogue }
      return try catalogue.adding(RulePageFiles(workingDirectory: here).pages(of: loader.load(path)))
    } catch let error as YAMLError {
      throw Failure("\(error)")
    }
  }
}
