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
    /// Whether a handler turns it into another error, which is what users see.
    var isTranslated = false
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
    let translated = Self.translated(in: file.text.bytes).map { name in
      Fact(name: name, isError: false, isDescribed: false, isTranslated: true, symbol: "")
    }
    return translated
      + file.model.declarations.indices.compactMap { index in
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
      for fact in file.facts where fact.isDescribed || fact.isTranslated { described.insert(Self.lastName(fact.name)) }
    }
    for file in facts {
      for fact in file.facts where fact.isError && !described.contains(Self.lastName(fact.name)) {
        guard let range = fact.range else { continue }
        collector.add(.undescribed(fact.name), at: Location(path: file.file.path, range: range), symbol: fact.symbol)
      }
    }
  }

  /// The types whose errors a handler replaces: `catch LoadError.missing { throw ...`, `catch let error as LoadError`.
  private static func translated(in bytes: [UInt8]) -> [String] {
    var names: [String] = []
    var rest = bytes[...]
    while let found = Bytes.find("catch ", in: rest) {
      rest = rest[(found + 6)...]
      guard let open = rest.prefix(300).firstIndex(of: UInt8(ascii: "{")) else { continue }
      // The first statement tells.
      let body = rest[(open + 1)...].drop { $0 <= 0x20 }.prefix(200)
      guard let thrown = Bytes.find("throw ", in: body), !body[thrown...].starts(with: "throw error".utf8) else {
        continue
      }
      let pattern = String(decoding: rest[..<open], as: UTF8.self).runs(of: \.isIdentifierByte)
      names += pattern.filter { $0.first?.isUppercase == true }.map(String.init)
    }
    return names
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
    "'\(name)' has no description, so 'localizedDescription' shows only its type and a number; conform it to LocalizedError"
  }
}
