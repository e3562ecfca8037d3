/// Resolves names in Python modules through imports, aliases and `__all__`.
struct PythonNames {
  /// What a name leads to.
  enum Target: Hashable {
    /// A definition: its module, and its place among the module's symbols.
    case symbol(module: String, index: Int)
    case module(String)
    /// Of another project.
    case foreign(String)
  }

  let modules: [String: ApiModule]
  private var definitions: [String: [String: Int]] = [:]
  private var imported: [String: [String: [Int]]] = [:]
  private var served: [String: [String: ApiModule.Import]] = [:]
  private var children: [String: [String]] = [:]
  /// Names that decorators add to a module's `__all__` when it is imported.
  private var registered: [String: Set<String>] = [:]
  private var madeOnImport: [String: Set<String>] = [:]

  init(_ files: [ApiModule]) {
    var modules: [String: ApiModule] = [:]
    for file in files {
      // A stub beside its module says the same again.
      if let known = modules[file.name], !known.path.hasSuffix(".pyi") { continue }
      modules[file.name] = file
    }
    self.modules = modules
    let exporters = Set(modules.values.flatMap(\.exporters))
    for (name, module) in modules {
      definitions[name] = Dictionary(module.symbols.enumerated().map { ($1.name, $0) }) { first, _ in first }
      var names: [String: [Int]] = [:]
      for exporter in exporters { registered[name, default: []].formUnion(module.decorated[exporter] ?? []) }
      for exporter in exporters { madeOnImport[name, default: []].formUnion(module.registrations[exporter] ?? []) }
      for (index, item) in module.imports.enumerated() { names[item.name, default: []].append(index) }
      served[name] = Dictionary(module.served.map { ($0.name, $0) }) { first, _ in first }
      imported[name] = names
      if let dot = name.lastIndex(of: ".") { children[String(name[..<dot]), default: []].append(name) }
    }
  }

  func symbol(_ target: Target) -> ApiSymbol? {
    guard case .symbol(let module, let index) = target else { return nil }
    return modules[module]?.symbols[index]
  }

  /// Whether a call in a module defines a name there, so that no definition of it can be read.
  func isMadeOnImport(_ name: String, in module: String) -> Bool {
    var seen: Set<String> = []
    return isMadeOnImport(name, in: module, &seen)
  }

  private func isMadeOnImport(_ name: String, in module: String, _ seen: inout Set<String>) -> Bool {
    guard seen.insert(module).inserted, let contents = modules[module] else { return false }
    if madeOnImport[module]?.contains(name) == true { return true }
    return contents.imports.contains { $0.item == "*" && isMadeOnImport(name, in: $0.module, &seen) }
  }

  func submodules(of module: String) -> [String] { children[module] ?? [] }

  private static let longestChain = 200

  /// What a name in a module refers to; nil if nothing defines it.
  func resolve(_ name: String, in module: String) -> Target? {
    var seen: Set<String> = []
    return resolve(name, in: module, &seen)
  }

  /// The same of a dotted name.
  func resolve(dotted name: String, in module: String) -> Target? {
    var seen: Set<String> = []
    return resolve(dotted: name, in: module, &seen)
  }

  private func resolve(dotted name: String, in module: String, _ seen: inout Set<String>) -> Target? {
    var parts = name.split(separator: ".").map(String.init)[...]
    guard let first = parts.popFirst(), var target = resolve(first, in: module, &seen) else { return nil }
    while let part = parts.popFirst() {
      switch target {
      case .module(let module):
        guard let next = resolve(part, in: module, &seen) else { return nil }
        target = next
      case .foreign(let path): target = .foreign("\(path).\(part)")
      case .symbol: return nil
      }
    }
    return target
  }

  private func resolve(_ name: String, in module: String, _ seen: inout Set<String>) -> Target? {
    // Chains of aliases and star imports are short in practice. The limit bounds the recursion.
    guard seen.count < Self.longestChain, seen.insert("\(module):\(name)").inserted, let contents = modules[module]
    else { return nil }
    if let index = definitions[module]?[name] {
      return alias(contents.symbols[index], in: module, &seen) ?? .symbol(module: module, index: index)
    }
    // Of a `try` and its `except` the first that leads somewhere in this project counts.
    var foreign: Target?
    for index in imported[module]?[name] ?? [] {
      let item = contents.imports[index]
      let target = resolve(item, &seen)
      if case .foreign? = target { foreign = foreign ?? target } else if let target { return target }
    }
    if let foreign { return foreign }
    for index in imported[module]?["*"] ?? [] {
      let item = contents.imports[index]
      guard modules[item.module] != nil, starNames(item.module).contains(name) else { continue }
      if let target = resolve(name, in: item.module, &seen) { return target }
    }
    let submodule = "\(module).\(name)"
    if modules[submodule] != nil { return .module(submodule) }
    return served[module]?[name].flatMap { $0.module.isEmpty ? nil : resolve($0, &seen) }
  }

  private func resolve(_ item: ApiModule.Import, _ seen: inout Set<String>) -> Target? {
    guard let name = item.item else {
      return modules[item.module] != nil ? .module(item.module) : .foreign(item.module)
    }
    if modules[item.module] != nil, let target = resolve(name, in: item.module, &seen) { return target }
    if modules["\(item.module).\(name)"] != nil { return .module("\(item.module).\(name)") }
    let isOurs = modules[String(item.module.prefix { $0 != "." })] != nil
    return isOurs ? nil : .foreign("\(item.module).\(name)")
  }

  /// `conv = conv2d`: another name for the same thing.
  private func alias(_ symbol: ApiSymbol, in module: String, _ seen: inout Set<String>) -> Target? {
    guard symbol.kind == .attribute, let value = symbol.value, value != symbol.name,
      value.utf8.allSatisfy({ isIdentifier($0) || $0 == UInt8(ascii: ".") }), value.utf8.first.map(isLetter) == true
    else { return nil }
    guard let target = resolve(dotted: value, in: module, &seen), case .symbol = target else { return nil }
    // A constant named after another has a name and a value of its own.
    return self.symbol(target)?.kind == .attribute ? nil : target
  }

  /// The names that `from module import *` gives.
  func starNames(_ module: String) -> Set<String> {
    var seen: Set<String> = []
    return starNames(module, &seen)
  }

  private func starNames(_ module: String, _ seen: inout Set<String>) -> Set<String> {
    guard seen.insert(module).inserted, let contents = modules[module] else { return [] }
    if let exports = exports(module) { return exports }
    var names = Set(contents.symbols.map(\.name))
    for item in contents.imports where !item.isForTypesOnly {
      if item.item == "*" { names.formUnion(starNames(item.module, &seen)) } else { names.insert(item.name) }
    }
    return names.filter { !$0.hasPrefix("_") }
  }

  /// A module's `__all__`, with those of other modules that are part of it.
  func exports(_ module: String) -> Set<String>? {
    var seen: Set<String> = []
    return exports(module, &seen)
  }

  private func exports(_ module: String, _ seen: inout Set<String>) -> Set<String>? {
    guard seen.insert(module).inserted, let contents = modules[module], let own = contents.exports else { return nil }
    var names = Set(own).union(registered[module] ?? [])
    for source in contents.exportSources {
      guard case .module(let other)? = resolve(dotted: source, in: module) else { continue }
      names.formUnion(exports(other, &seen) ?? [])
    }
    return names
  }

  private func isIdentifier(_ byte: UInt8) -> Bool { isLetter(byte) || (0x30...0x39).contains(byte) }
  private func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_") || byte >= 0x80
  }
}
