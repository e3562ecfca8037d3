import LintSourceText

/// The public API of a project as its callers see it.
package struct ApiOutline: Sendable {
  /// Modules, functions, types and constants that a caller can import, and the hidden bases of those types, ordered by
  /// path. Members are nested in their types.
  package private(set) var symbols: [ApiSymbol]
  /// Index of a symbol by its path and by each of its aliases.
  private var places: [String: Int] = [:]
  private var modules: [String: Int] = [:]
  /// Indices of types by their last name.
  private var types: [String: [Int]] = [:]
  private var aliasNames: Set<String> = []
  /// Importable but unexported symbols; nil if unknown, as in a snapshot.
  private let names: PythonNames?

  /// Deprecation notices of aliases, by path.
  package internal(set) var deprecatedPaths: [String: String] = [:]
  /// The errors of modules that cannot be imported, by name.
  package internal(set) var refusals: [String: String] = [:]
  /// Locations of syntax errors.
  package internal(set) var problems: [ApiPlace] = []

  package init(_ symbols: [ApiSymbol]) { self.init(symbols, names: nil) }

  init(_ symbols: [ApiSymbol], names: PythonNames?) {
    self.names = names
    self.symbols = symbols.sorted { Paths.precedes($0.path, $1.path) }
    aliases = Self.aliases(self.symbols, names)
    for module in names?.modules.values.map(\.typeNames) ?? [] { aliasNames.formUnion(module) }
    for (index, symbol) in self.symbols.enumerated() {
      if symbol.kind == .type { types[symbol.name, default: []].append(index) }
      if symbol.kind == .attribute { aliasNames.insert(symbol.name) }
      // A function may have the name of the module that it is in.
      for path in [symbol.path] + symbol.aliases {
        if symbol.kind == .module {
          modules[path] = index
        } else if path == symbol.path || places[path] == nil {
          places[path] = index
        }
      }
    }
  }

  private static func aliases(_ symbols: [ApiSymbol], _ names: PythonNames?) -> [String: String] {
    var aliases: [String: Set<String>] = [:]
    func note(_ symbol: ApiSymbol, _ depth: Int) {
      if symbol.traits.contains(.typeAlias), let value = symbol.value, symbol.generics.isEmpty {
        aliases[symbol.name, default: []].insert(value)
      }
      for member in symbol.members where member.kind == .type && depth < 8 { note(member, depth + 1) }
    }
    for symbol in symbols where symbol.kind == .type || symbol.kind == .attribute { note(symbol, 0) }
    for symbol in names?.modules.values.flatMap(\.symbols) ?? [] { note(symbol, 8) }
    return aliases.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// The symbol that a path resolves to: a function takes precedence over a module of the same name.
  package subscript(path: String) -> ApiSymbol? { (places[path] ?? modules[path]).map { symbols[$0] } }

  /// The module of a path.
  package subscript(module path: String) -> ApiSymbol? { modules[path].map { symbols[$0] } }

  /// The types behind the project's aliases, by last name; ambiguous names are left out.
  let aliases: [String: String]

  /// Whether a name may denote a type other than a class of that name.
  func mayBeAlias(_ name: String) -> Bool { aliasNames.contains(name) }

  /// Whether there is a class of a name, rather than an alias.
  func hasType(_ name: String) -> Bool { types[name]?.contains { symbols[$0].form != "typealias" } ?? false }

  /// Whether a class inherits from another, by their last names.
  func inherits(_ type: String, from base: String) -> Bool {
    for index in types[type] ?? [] {
      let (known, foreign) = ancestry(of: symbols[index])
      if known.contains(where: { $0.name == base }) { return true }
      if foreign.contains(where: { $0 == base || $0.hasSuffix(".\(base)") }) { return true }
    }
    return false
  }

  /// The symbol that a path can import although it is not exported, such as one missing from its module's `__all__`.
  func stillReaches(_ path: String) -> Reach? {
    guard let names else { return nil }
    var module = ModulePaths.parent(path)
    var rest = String(path.dropFirst(module.isEmpty ? 0 : module.count + 1))
    while !module.isEmpty {
      if names.modules[module] != nil {
        switch names.resolve(dotted: rest, in: module) {
        case .symbol?: return .symbol
        case .module?: return .module
        case nil where names.isMadeOnImport(rest, in: module): return .symbol
        case .foreign?, nil: return names.modules[path] == nil ? nil : .module
        }
      }
      let parent = ModulePaths.parent(module)
      rest = "\(module.dropFirst(parent.isEmpty ? 0 : parent.count + 1)).\(rest)"
      module = parent
    }
    return names.modules[path] == nil ? nil : .module
  }

  /// Whether a module may resolve names that cannot be listed.
  func servesUnlisted(_ module: String) -> Bool { names?.modules[module]?.servesUnlisted ?? false }

  /// Whether a module resolves names that it lists but does not define.
  func serves(_ module: String) -> Bool { names?.modules[module]?.served.isEmpty == false }

  enum Reach { case symbol, module }

  /// The first parts of the names of its modules.
  package var roots: Set<String> {
    Set(symbols.lazy.filter { $0.kind == .module }.map { String($0.path.prefix { $0 != "." }) })
  }

  package var isEmpty: Bool { symbols.isEmpty }

  /// A type's ancestors in this outline, nearest first, and the names of those outside it. O(size of the ancestry).
  package func ancestry(of type: ApiSymbol) -> (known: [ApiSymbol], foreign: [String]) {
    var known: [ApiSymbol] = []
    var foreign: [String] = []
    var pending = type.bases[...]
    var seen: Set<String> = [type.path]
    while let base = pending.popFirst() {
      guard seen.insert(base).inserted else { continue }
      if let ancestor = self[base], ancestor.kind == .type {
        guard seen.insert(ancestor.path).inserted || ancestor.path == base else { continue }
        known.append(ancestor)
        pending += ancestor.bases
      } else {
        foreign.append(base)
      }
    }
    return (known, foreign)
  }

  /// The size of the API: what callers must learn and maintainers must support.
  package var size: Size {
    var size = Size()
    for symbol in symbols where !symbol.isHidden { size.count(symbol) }
    return size
  }

  package struct Size: Sendable, Equatable {
    package var modules = 0
    package var functions = 0
    package var types = 0
    package var members = 0
    package var constants = 0
    package var parameters = 0

    fileprivate mutating func count(_ symbol: ApiSymbol) {
      parameters += symbol.parameters.count
      switch symbol.kind {
      case .module: modules += 1
      case .function: functions += 1
      case .type:
        types += 1
        for member in symbol.statedMembers {
          if member.kind == .type { count(member) } else { members += 1 }
          parameters += member.kind == .type ? 0 : member.parameters.count
        }
      default: constants += 1
      }
    }
  }
}
