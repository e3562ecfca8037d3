import LintModel
import LintRuleKit

/// A use of a name in a Swift example that may refer to the project.
struct ShownSwift {
  let use: ExampleUse
  let symbol: String
  /// Whether the text imports the project, belongs to it, or uses its types without any imports.
  let isNear: Bool

  /// The uses in one file that may refer to the project, except in a text that imports only other modules.
  static func uses(in file: FileFacts<ExampleFact>, _ project: ProjectIndex) -> [ShownSwift] {
    let facts = file.facts.filter { $0.language == .swift }
    let imported = facts.flatMap(\.uses).filter(\.isImport).map(\.path)
    let isInside = file.file.language == .swift || file.file.projectPath.contains(".docc/")
    let types = Set(facts.flatMap(\.uses).filter { !$0.isImport && project.swift.isOwn(typeOf: $0.path) }.map(\.path))
    let isNear =
      isInside || imported.contains { project.swift.isOwn(module: $0) } || imported.isEmpty && types.count > 2
    return facts.flatMap { fact in
      fact.uses.filter { $0.isImport || isNear || imported.isEmpty }
        .map { ShownSwift(use: $0, symbol: fact.symbol, isNear: isNear) }
    }
  }
}
