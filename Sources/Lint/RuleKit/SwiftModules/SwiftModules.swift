import LintModel
import LintSourceText

/// The Swift modules of a project; resolves the names in an example.
///
/// Swift identifies a declaration only by name, so all modules share one namespace; if two types share a name, nothing is
/// reported. A name is missing only if it occurs nowhere in the project's code.
package struct SwiftModules: Sendable {
  /// A function, method or initializer, and where it is.
  package struct Overload: Sendable {
    package var callable: Callable
    package var file: FileReference
  }

  /// The result of resolving a use of a name.
  package enum Found: Sendable {
    case overloads([Overload])
    /// Nothing gives a name that is at the start of the path; what may be meant instead.
    case missing(nearest: String?)
    /// A type of the project has no such member.
    case missingMember(nearest: String?)
    case unknown
  }

  private var functions: [String: [Overload]] = [:]
  private var types: [String: [(part: SwiftFile.Part, file: FileReference)]] = [:]
  private var names = IdentifierSet()
  private var ownModules: Set<String> = []
  private var knownModules: Set<String> = []
  private var macroModules: Set<String> = []

  init(_ files: [SwiftFile]) {
    for file in files {
      names.formUnion(file.names)
      ownModules.formUnion(file.ownModules)
      knownModules.formUnion(file.foreignModules)
      macroModules.formUnion(file.macroModules)
      for (name, found) in file.functions {
        functions[name, default: []] += found.map { Overload(callable: $0, file: file.file) }
      }
      for part in file.parts { types[part.name, default: []].append((part, file.file)) }
    }
  }

  package func isOwn(module: String) -> Bool { ownModules.contains(module) }

  /// Whether a file is in the folder of a target that nobody imports, since the compiler runs it.
  package func isOfMacro(_ file: FileReference) -> Bool {
    guard file.language == .swift, !macroModules.isEmpty else { return false }
    return file.projectPath.split(separator: "/").dropLast().contains { macroModules.contains(String($0)) }
  }

  /// Whether any code of the project has an identifier.
  package func mentions(_ name: String) -> Bool { names.contains(name) }

  /// Whether all members of a type are known: nothing that it inherits from is declared elsewhere.
  package func isClosed(_ type: String) -> Bool { ancestry(of: type)?.isClosed ?? false }

  /// Whether a path begins with a type of this project.
  package func isOwn(typeOf path: String) -> Bool { types[String(path.prefix { $0 != "." })] != nil }

  /// The module of this project that an `import` of an unknown module most likely means.
  package func module(meantBy name: String) -> String? {
    if ownModules.contains(name) || knownModules.contains(name) { return nil }
    // A name that differs in more than a letter is another package's.
    return Suggestion.nearest(to: name, among: ownModules.sorted()).flatMap { near in
      let isSlip = Suggestion.distance(Array(name.utf8), Array(near.utf8)) == 1
      return isSlip || near.lowercased() == name.lowercased() ? near : nil
    }
  }

  /// Resolves a name, an initializer, or a method of an object of a known type.
  ///
  /// - Parameters:
  ///   - use: Of a Swift example.
  ///   - isNear: Whether the text says that it uses the project, so that a name like one of its own is meant to be that one.
  package func find(_ use: ExampleUse, isNear: Bool) -> Found {
    var parts = use.path.split(separator: ".").map(String.init)
    // `MLXNN.Linear` is `Linear`, unless a type has the module's name.
    if parts.count > 1, ownModules.contains(parts[0]), types[parts[0]] == nil { parts.removeFirst() }
    guard let name = parts.first, parts.count < 3 else { return .unknown }
    guard let member = use.member ?? (parts.count == 2 ? parts[1] : nil) else {
      if types[name] != nil { return functions[name] == nil ? initializers(of: name) : .unknown }
      // Without a word on where they come from, functions may be anyone's.
      guard isNear else { return .unknown }
      if let found = functions[name] { return Self.standard.contains(name) ? .unknown : .overloads(found) }
      return use.passed == nil ? .unknown : missing(name)
    }
    guard parts.count == 1 || use.member == nil else { return .unknown }
    if types[name] == nil, isNear, name.first?.isUppercase == true { return missing(name) }
    return self.member(member, of: name)
  }

  private func missing(_ name: String) -> Found {
    guard name.utf8.count > 5, !names.contains(name) else { return .unknown }
    let isType = name.first?.isUppercase == true
    // Nobody creates a protocol.
    let candidates =
      isType
      ? types.filter { !$0.value.contains(where: \.part.isProtocol) }.keys.sorted() : functions.keys.sorted()
    guard let nearest = Suggestion.nearest(to: name, among: candidates),
      Suggestion.distance(Array(name.utf8), Array(nearest.utf8)) < 3
    else { return .unknown }
    return .missing(nearest: nearest)
  }

  private func initializers(of type: String) -> Found {
    guard let line = ancestry(of: type), let first = line.parts.first else { return .unknown }
    let found = line.parts.flatMap { part, file in
      (part.members["init"] ?? []).map { Overload(callable: $0, file: file) }
    }
    // A type without an initializer has one for its members.
    guard line.isClosed, !found.isEmpty, !first.part.isOpen else { return .unknown }
    return .overloads(found)
  }

  private func member(_ name: String, of type: String) -> Found {
    guard name != "init", let line = ancestry(of: type) else { return .unknown }
    let found = line.parts.flatMap { part, file in
      (part.members[name] ?? []).map { Overload(callable: $0, file: file) }
    }
    if !found.isEmpty { return line.isClosed ? .overloads(found) : .unknown }
    guard line.isClosed, !names.contains(name), !line.parts.contains(where: \.part.isOpen) else { return .unknown }
    let near = Set(line.parts.flatMap { $0.part.members.keys }).sorted()
    return .missingMember(nearest: Suggestion.nearest(to: name, among: near))
  }

  /// A type with its extensions and all that it inherits from; nil if several types have the name.
  private func ancestry(
    of type: String
  ) -> (parts: [(part: SwiftFile.Part, file: FileReference)], isClosed: Bool)? {
    guard let own = types[type], own.count(where: { !$0.part.isExtension }) == 1 else { return nil }
    var result = own
    var isClosed = true
    var seen: Set<String> = [type]
    var pending = own.flatMap(\.part.bases)
    while let base = pending.popLast() {
      guard seen.insert(base).inserted, !Self.plainProtocols.contains(base) else { continue }
      guard let parts = types[base], parts.contains(where: { !$0.part.isExtension }) else {
        isClosed = false
        continue
      }
      result += parts
      pending += parts.flatMap(\.part.bases)
    }
    return (result, isClosed)
  }

  /// Functions that Swift and Foundation have, too.
  private static let standard: Set<String> = [
    "abs", "ceil", "cos", "erf", "exp", "floor", "log", "max", "min", "pow", "print", "round", "sequence", "sin",
    "sqrt",
    "stride", "tan", "tanh", "zip",
  ]

  /// Protocols that add no initializer, and no method that examples call.
  private static let plainProtocols: Set<String> = [
    "Sendable", "Equatable", "Hashable", "Comparable", "CustomStringConvertible", "CustomDebugStringConvertible",
    "Error", "Identifiable", "AnyObject", "CaseIterable",
  ]
}
