import LintModel
import LintRuleKit
import LintSourceText

/// A public error type has no description, so users see only "The operation couldn't be completed".
struct UndescribedErrorType: ProjectRule {
  let options: NoOptions

  struct Fact: Sendable {
    var name: String
    var isError: Bool
    var isDescribed: Bool
    /// Its public declaration; nil for extensions and internal types.
    var range: SourceRange?
    var symbol: String
  }

  func facts(in file: SourceFile) -> [Fact] {
    guard file.language == .swift, file.role == .library || file.role == .script else { return [] }
    var described: Set<Int> = []
    for declaration in file.model.declarations where declaration.kind == .property {
      if let parent = declaration.parent, Self.descriptions.contains(declaration.name.text) { described.insert(parent) }
    }
    let runs = file.model.imports.contains { $0.module == "ArgumentParser" }
    return file.model.declarations.indices.compactMap { index in
      let type = file.model.declarations[index]
      guard type.kind == .type, !type.flags.contains(.isAbstract) else { return nil }
      let isError = type.bases.contains { $0 == "Error" || $0 == "Swift.Error" }
      let isDescribed = described.contains(index) || type.bases.contains(where: Self.describing.contains)
      guard isError || isDescribed else { return nil }
      // `LoopAction: Error` is used for control flow: it is caught, not shown.
      let isSeen = (type.isPublic || runs) && Self.failing.contains(where: type.name.text.hasSuffix)
      return Fact(
        name: type.name.text, isError: isError, isDescribed: isDescribed,
        range: isSeen && isError && !type.flags.contains(.isExtension) ? type.name.range : nil,
        symbol: file.symbol(of: index))
    }
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    var described: Set<String> = []
    for file in facts {
      for fact in file.facts where fact.isDescribed { described.insert(Self.lastName(fact.name)) }
    }
    for file in facts {
      for fact in file.facts where fact.isError && !described.contains(Self.lastName(fact.name)) {
        guard let range = fact.range else { continue }
        collector.add(.undescribed(fact.name), at: Location(path: file.file.path, range: range), symbol: fact.symbol)
      }
    }
  }

  private static func lastName(_ name: String) -> String {
    name.split(separator: ".").last.map(String.init) ?? name
  }

  private static let failing = ["Error", "Errors", "Failure", "Exception"]
  private static let descriptions: Set<String> = [
    "errorDescription", "description", "localizedDescription", "failureReason",
  ]
  private static let describing: Set<String> = [
    "CustomStringConvertible", "CustomNSError", "CustomDebugStringConvertible", "NSError",
  ]
}

extension Message {
  fileprivate static func undescribed(_ name: String) -> Message {
    "'\(name)' has no description, so users see only its type and a number; conform it to LocalizedError or CustomStringConvertible"
  }
}
