import LintModel
import LintSourceText

/// The declarations of one Swift file, in the detail needed to check names and calls.
package struct SwiftFile: Sendable {
  /// A type's declaration, or one of its extensions.
  struct Part: Sendable {
    var name: String
    var isExtension: Bool
    var isProtocol: Bool
    var bases: [String]
    var members: [String: [Callable]] = [:]
    /// True if members arise in other ways than by being declared.
    var isOpen: Bool
  }

  var file: FileReference
  var functions: [String: [Callable]] = [:]
  var parts: [Part] = []
  /// Every identifier in its code, and every name that it declares.
  var names = IdentifierSet()
  /// The modules that a manifest makes, or takes from other packages.
  var ownModules: Set<String> = []
  var foreignModules: Set<String> = []
  /// The targets of macros, which the compiler runs and nobody imports.
  var macroModules: Set<String> = []

  init?(_ file: SourceFile) {
    guard file.language == .swift else { return nil }
    self.file = file.reference
    for item in file.model.imports { foreignModules.insert(String(item.module.prefix { $0 != "." })) }
    if Paths.name(of: file.reference.projectPath) == "Package.swift" {
      readManifest(file.text)
      return
    }
    // Tests and examples have names and no API.
    if file.role == .generated || file.role == .vendored {
      for declaration in file.model.declarations { names.insert(declaration.name.text) }
    }
    guard file.role == .library else { return }
    names = file.model.mentions
    for declaration in file.model.declarations { names.insert(declaration.name.text) }
    for word: StaticString in ["typealias ", "associatedtype ", "macro "] { addNames(after: word, in: file.text.bytes) }
    var owners: [Int: Int] = [:]
    for (index, declaration) in file.model.declarations.enumerated() where !declaration.flags.contains(.isLocal) {
      switch declaration.kind {
      case .type where declaration.parent == nil:
        owners[index] = parts.count
        parts.append(Part(declaration))
      case .function where declaration.parent == nil:
        functions[declaration.name.text, default: []].append(Self.callable(declaration, in: file.text))
      case .method:
        guard let owner = declaration.parent.flatMap({ owners[$0] }) else { continue }
        parts[owner].members[declaration.name.text, default: []].append(Self.callable(declaration, in: file.text))
      default: continue
      }
    }
  }

  private mutating func addNames(after word: StaticString, in bytes: [UInt8]) {
    var rest = bytes[...]
    while let found = Bytes.find(word, in: rest) {
      rest = rest[(found + word.utf8CodeUnitCount)...]
      names.insert(bytes: rest.prefix { $0 > 0x2F && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ":") })
    }
  }

  private static func callable(_ declaration: Declaration, in text: SourceText) -> Callable {
    let parameters = declaration.parameters.flatMap { parameter -> [Callable.Parameter] in
      let label = parameter.publicName.text
      let isRequired = parameter.defaultRange == nil && !parameter.isVariadic
      guard parameter.isVariadic else {
        return [.init(name: label, kind: parameter.kind, isRequired: isRequired)]
      }
      // The first value of `axes: Int...` has the label, and those after it have none.
      let more = Callable.Parameter(name: label, kind: .variadicPositional, isRequired: false)
      return parameter.label?.text == "_" ? [more] : [.init(name: label, kind: .keywordOnly, isRequired: false), more]
    }
    var callable = Callable(
      parameters: parameters, range: declaration.name.range, isOpen: false, isProperty: false,
      isOfInstance: !declaration.flags.contains(.isStatic))
    callable.isDeprecated = declaration.flags.contains(.isDeprecated)
    if callable.isDeprecated { callable.replacement = replacement(of: declaration, in: text) }
    return callable
  }

  /// `widen(by:)` of `@available(*, deprecated, renamed: "widen(by:)")`.
  private static func replacement(of declaration: Declaration, in text: SourceText) -> String? {
    let attributes = text.bytes[from: Int(declaration.range.start), to: Int(declaration.name.range.start)]
    guard let mark = Bytes.find("renamed:", in: attributes),
      let open = attributes[mark...].firstIndex(of: UInt8(ascii: "\"")),
      let close = attributes[(open + 1)...].firstIndex(of: UInt8(ascii: "\""))
    else { return nil }
    return String(decoding: attributes[(open + 1)..<close], as: UTF8.self)
  }

  /// `.library(name: "Nets", ...)`, `.target(name: "Nets", ...)`, `.product(name: "Numerics", package: "...")`.
  private mutating func readManifest(_ text: SourceText) {
    let text = String(decoding: text.bytes, as: UTF8.self)
    for mark in ["library(", "arget(", "macro(", "product("] {
      for call in text.split(separator: mark).dropFirst() {
        let head = call.prefix(80)
        guard let name = head.firstRange(of: "name:") else { continue }
        let quoted = head[name.upperBound...].split(separator: "\"", maxSplits: 2, omittingEmptySubsequences: false)
        guard quoted.count > 1 else { continue }
        if mark == "product(" {
          foreignModules.insert(String(quoted[1]))
        } else {
          ownModules.insert(String(quoted[1]))
          if mark == "macro(" { macroModules.insert(String(quoted[1])) }
        }
      }
    }
  }
}

extension SwiftFile.Part {
  fileprivate init(_ declaration: Declaration) {
    name = declaration.name.text
    isExtension = declaration.flags.contains(.isExtension)
    isProtocol = declaration.flags.contains(.isAbstract)
    bases = declaration.bases
    isOpen = declaration.attributes.contains { $0.text.hasPrefix("dynamic") }
  }
}
