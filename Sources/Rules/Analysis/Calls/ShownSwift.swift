import LintModel
import LintRuleKit

/// A use of a name in a Swift example that may refer to the project.
struct ShownSwift {
  let use: ExampleUse
  let symbol: String
  /// Whether the text imports the project, belongs to it, or uses its types without any imports.
  let isNear: Bool

  /// Modules whose names nobody takes for those of a project.
  private static let plain: Set<String> = ["Swift", "Foundation", "Dispatch", "Darwin", "Glibc"]

  /// The uses in one file that may refer to the project, except in a text that imports only other modules.
  static func uses(in file: FileFacts<ExampleFact>, _ project: ProjectIndex) -> [ShownSwift] {
    let facts = file.facts.filter { $0.language == .swift }
    let imported = facts.flatMap(\.uses).filter(\.isImport).map(\.path)
    let isInside = file.file.language == .swift || file.file.projectPath.contains(".docc/")
    let types = Set(facts.flatMap(\.uses).filter { !$0.isImport && project.swift.isOwn(typeOf: $0.path) }.map(\.path))
    let isNear =
      isInside || imported.contains { project.swift.isOwn(module: $0) } || imported.isEmpty && types.count > 2
    return facts.flatMap { fact in
      let own = fact.uses.filter(\.isImport).map(\.path)
      // A name that another module may give is not one of the project's, however much it resembles one.
      let others = (own.isEmpty ? imported : own).contains {
        !project.swift.isOwn(module: $0) && !plain.contains($0) && project.swift.module(meantBy: $0) == nil
      }
      return fact.uses.filter { use in
        if use.isImport { return true }
        guard isNear || imported.isEmpty else { return false }
        return !others || project.swift.isOwn(typeOf: use.path)
      }.map { ShownSwift(use: $0, symbol: fact.symbol, isNear: isNear && !others) }
    }
  }
}
