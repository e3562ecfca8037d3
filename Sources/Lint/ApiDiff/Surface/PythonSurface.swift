/// Determines the public names of a Python project and the symbols they refer to.
///
/// A name is public where a caller can write it without an underscore: in a module whose path has no private part, listed
/// in its `__all__` if there is one, and otherwise defined there, or taken by a package's `__init__.py` from its own
/// modules. Where a project declares its API by decorators, as `keras_export` does, they alone say what is public.
struct PythonSurface {
  let names: PythonNames
  /// Public paths by what they lead to.
  private var paths: [PythonNames.Target: Set<String>] = [:]
  private var borrowed: [String: String] = [:]
  private var moduleNames: [String: Set<String>] = [:]
  /// Modules that only decorators name, and a file that has something for each.
  private var exportedModules: [String: String] = [:]
  /// What is said of names that a `__getattr__` keeps alive, by path.
  private(set) var deprecatedPaths: [String: String] = [:]
  /// The errors of modules that cannot be imported, by name.
  let refusals: [String: String]

  /// - Parameter roots: Names of modules that are part of the API although they are in no package.
  init(_ files: [ApiModule], offering roots: Set<String> = []) {
    refusals = Dictionary(files.compactMap { file in file.refusal.map { (file.name, $0) } }) { first, _ in first }
    let (files, gaps) = NamespacePackages.joined(files)
    let refused = Set(refusals.keys)
    let importable =
      refused.isEmpty ? files : files.filter { ModulePaths.outermost(of: $0.name, among: refused) == nil }
    names = PythonNames(Self.packaged(importable, roots))
    if !isDeclaredByDecorators() {
      for module in names.modules.keys.sorted() where Self.isPublic(module) && !gaps.contains(module) {
        offer(module, as: module)
      }
      offerRenamedModules()
    }
    exportByDecorator()
  }

  /// Where a project has packages, loose files beside them are not part of what it offers.
  private static func packaged(_ files: [ApiModule], _ loose: Set<String>) -> [ApiModule] {
    let roots = Set(files.filter(\.isPackage).map { String($0.name.prefix { $0 != "." }) })
    let inside = files.filter { roots.union(loose).contains(String($0.name.prefix { $0 != "." })) }
    return roots.isEmpty || inside.isEmpty ? files : inside
  }

  /// The loose modules that are all a project without packages offers.
  static func looseRoots(_ files: [ApiModule]) -> Set<String> {
    files.contains(where: \.isPackage) ? [] : Set(files.map { String($0.name.prefix { $0 != "." }) })
  }

  /// Whether a module's path has no private part. `src` inside a package is where a project keeps what it exports from
  /// elsewhere.
  static func isPublic(_ module: String) -> Bool {
    !module.split(separator: ".").enumerated().contains { depth, part in
      part.hasPrefix("_") || (depth > 0 && part == "src") || part == "conftest" || part == "setup"
    }
  }

  // MARK: What is offered

  /// Whether the project's decorators say what is public, rather than mark a few of its names.
  ///
  /// They do where they name most of what its packages re-export, or, where packages re-export nothing, a good part of all.
  private func isDeclaredByDecorators() -> Bool {
    guard names.modules.values.contains(where: { $0.symbols.contains { !$0.exportedAs.isEmpty } }) else { return false }
    var (reexported, exported) = (0, 0)
    for (name, module) in names.modules where module.isPackage && Self.isPublic(name) {
      for item in Set(module.imports.map(\.name)).union(module.exports ?? []) where !item.hasPrefix("_") {
        guard let target = names.resolve(item, in: name), let symbol = names.symbol(target),
          symbol.kind == .type || symbol.kind == .function
        else { continue }
        reexported += 1
        exported += symbol.exportedAs.isEmpty ? 0 : 1
      }
    }
    if reexported > 0 { return exported * 2 >= reexported }
    let all = names.modules.values.flatMap(\.symbols).filter { $0.kind != .attribute && !$0.name.hasPrefix("_") }
    return all.count { !$0.exportedAs.isEmpty } * 6 >= all.count
  }

  private mutating func exportByDecorator() {
    for (name, module) in names.modules.sorted(by: { $0.key < $1.key }) {
      for (index, symbol) in module.symbols.enumerated() where !symbol.exportedAs.isEmpty {
        for path in symbol.exportedAs {
          paths[.symbol(module: name, index: index), default: []].insert(path)
          exportedModules[ModulePaths.parent(path)] = module.path
        }
      }
    }
  }

  private mutating func offer(_ module: String, as path: String) {
    moduleNames[module, default: []].insert(path)
    offerServed(by: module, as: path)
    for name in offered(by: module) {
      guard let target = names.resolve(name, in: module) else { continue }
      switch target {
      case .symbol: paths[target, default: []].insert("\(path).\(name)")
      case .foreign(let origin):
        // Listed on purpose, although it is made elsewhere.
        if names.exports(module)?.contains(name) == true { borrowed["\(path).\(name)"] = origin }
      case .module: continue
      }
    }
  }

  /// The names that a module's `__getattr__` hands out.
  private mutating func offerServed(by module: String, as path: String) {
    guard let contents = names.modules[module] else { return }
    for item in contents.served {
      let name = "\(path).\(item.name)"
      if let note = contents.servedDeprecation { deprecatedPaths[name] = note }
      switch names.resolve(item.name, in: module) {
      case let target? where names.symbol(target) != nil: paths[target, default: []].insert(name)
      case .foreign(let origin)?: borrowed[name] = origin
      case .module?: continue
      default: borrowed[name] = "__getattr__"
      }
    }
  }

  /// The names that a module offers to callers.
  private func offered(by module: String) -> Set<String> {
    var seen: Set<String> = []
    return offered(by: module, &seen)
  }

  private func offered(by module: String, _ seen: inout Set<String>) -> Set<String> {
    if let exports = names.exports(module) { return exports }
    guard let contents = names.modules[module], seen.insert(module).inserted else { return [] }
    var result = Set(contents.symbols.filter { isMeant($0, in: contents) }.map(\.name))
    for item in contents.imports where !item.isForTypesOnly || contents.isLazy {
      if item.item == "*" {
        // What a module without `__all__` imports for itself comes along, and is not meant.
        if names.modules[item.module] != nil { result.formUnion(offered(by: item.module, &seen)) }
      } else if !item.name.hasPrefix("_"), isOfferedOn(item, by: contents) {
        result.insert(item.name)
      }
    }
    return result
  }

  /// Whether a definition of a module without `__all__` is there for callers. Variables in small letters are a
  /// module's own affair, but for those of a package.
  private func isMeant(_ symbol: ApiSymbol, in module: ApiModule) -> Bool {
    guard !symbol.name.hasPrefix("_") else { return false }
    if symbol.kind != .attribute || module.isPackage || symbol.name.first?.isUppercase == true { return true }
    if case .symbol(let home, let index)? = names.resolve(symbol.name, in: module.name) {
      // `conv = conv2d` is as good as a definition.
      return names.modules[home]?.symbols[index].kind != .attribute
    }
    return false
  }

  /// Whether an import is there for callers: `import x as x`, or a package that shows what its own modules, or private
  /// ones elsewhere, hold.
  private func isOfferedOn(_ item: ApiModule.Import, by module: ApiModule) -> Bool {
    if item.isOfferedOn { return item.item != nil }
    guard module.isPackage, item.item != nil else { return false }
    return item.module == module.name || item.module.hasPrefix(module.name + ".") || !Self.isPublic(item.module)
  }

  /// `from keras.src import layers` in a package makes all of that module reachable by a second path.
  private mutating func offerRenamedModules() {
    for (name, module) in names.modules.sorted(by: { $0.key < $1.key }) where module.isPackage && Self.isPublic(name) {
      for item in module.imports where item.item != nil && item.item != "*" && !item.name.hasPrefix("_") {
        let path = "\(name).\(item.name)"
        guard names.modules[path] == nil, case .module(let target)? = names.resolve(item.name, in: name),
          target != path, !name.hasPrefix(target + ".")
        else { continue }
        offerTree(target, as: path, depth: 0)
      }
    }
  }

  private mutating func offerTree(_ module: String, as path: String, depth: Int) {
    guard depth < 8 else { return }
    offer(module, as: path)
    for child in names.submodules(of: module) {
      let name = child.dropFirst(module.count + 1)
      if !name.hasPrefix("_") { offerTree(child, as: "\(path).\(name)", depth: depth + 1) }
    }
  }

  // MARK: The outline

  func symbols() -> [ApiSymbol] {
    var canonical: [PythonNames.Target: String] = [:]
    for (target, paths) in paths { canonical[target] = Self.best(paths, home: home(target)) }
    var result: [ApiSymbol] = []
    var pending = canonical.keys.sorted { (canonical[$0] ?? "") < (canonical[$1] ?? "") }
    while let target = pending.popLast() {
      guard var symbol = names.symbol(target), case .symbol(let module, _) = target else { continue }
      symbol.path = canonical[target] ?? home(target)
      symbol.aliases = paths[target].map { $0.subtracting([symbol.path]).sorted() } ?? []
      symbol.isHidden = paths[target] == nil
      symbol.bases = symbol.bases.map { base in
        switch names.resolve(dotted: base, in: module) {
        case let found? where names.symbol(found)?.kind == .type:
          if canonical[found] == nil {
            canonical[found] = home(found)
            pending.append(found)
          }
          return canonical[found] ?? base
        case .foreign(let path)?: return path
        default: return base
        }
      }
      result.append(symbol)
    }
    result += borrowedSymbols() + modules()
    return PythonConstructors.adding(to: result)
  }

  private func home(_ target: PythonNames.Target) -> String {
    guard case .symbol(let module, _) = target, let symbol = names.symbol(target) else { return "" }
    return module.isEmpty ? symbol.name : "\(module).\(symbol.name)"
  }

  /// Of several public paths the shortest; the one where the thing is defined may be one part longer. A path that ends in
  /// another name than the definition's is the last choice.
  private static func best(_ paths: Set<String>, home: String) -> String {
    let name = home.split(separator: ".").last ?? ""
    let own = paths.filter { $0.hasSuffix(".\(name)") || $0 == name }
    if !own.isEmpty, own.count < paths.count { return best(own, home: home) }
    // A module that collects everything, `forecasting.all`, is rarely the intended path.
    func depth(_ path: String) -> Int {
      path.utf8.count { $0 == UInt8(ascii: ".") } + (path.contains(".all.") ? 1 : 0) + (path == home ? 0 : 1)
    }
    return paths.min { (depth($0), $0.utf8.count, $0) < (depth($1), $1.utf8.count, $1) } ?? home
  }

  private func borrowedSymbols() -> [ApiSymbol] {
    borrowed.map { path, origin in
      let name = path.split(separator: ".").last.map(String.init) ?? path
      let module = String(path.dropLast(name.count + 1))
      var symbol = ApiSymbol(.borrowed, name, at: ApiPlace(path: names.modules[module]?.path ?? ""))
      symbol.path = path
      symbol.value = origin
      return symbol
    }
  }

  private func modules() -> [ApiSymbol] {
    let known = Set(moduleNames.values.joined())
    let exported = exportedModules.filter { !$0.key.isEmpty && !known.contains($0.key) }.map { path, file in
      var symbol = ApiSymbol(.module, ForeignHierarchy.last(path), at: ApiPlace(path: file))
      symbol.path = path
      return symbol
    }
    return exported
      + moduleNames.compactMap { module, paths in
        guard let contents = names.modules[module], !module.isEmpty, !paths.isEmpty else { return nil }
        let path = Self.best(paths, home: module)
        var symbol = ApiSymbol(
          .module, path.split(separator: ".").last.map(String.init) ?? path, at: ApiPlace(path: contents.path))
        symbol.path = path
        symbol.aliases = paths.subtracting([path]).sorted()
        symbol.deprecation = contents.deprecation
        if contents.deprecation != nil { symbol.traits.insert(.deprecated) }
        return symbol
      }
  }
}
