import LintSourceText

/// Merges the files of each Swift module: types with their extensions, functions, globals.
struct SwiftSurface {
  private let files: [ApiModule]

  init(_ files: [ApiModule]) {
    let folders = files.reduce(into: [:]) { $0.merge($1.targets) { first, _ in first } }
    self.files = files.filter(\.targets.isEmpty).map { file in
      var file = file
      file.name = SwiftTargets.target(of: file.path, folders) ?? file.name
      return file
    }
  }

  func symbols() -> [ApiSymbol] {
    let modules = Dictionary(grouping: files, by: \.name).map { module, files in
      (name: module, symbols: Self.symbols(of: module, files.sorted { Paths.precedes($0.path, $1.path) }))
    }
    let names = SwiftNames(modules, hidden: Set(files.flatMap(\.typeNames)))
    return modules.flatMap { module in
      module.symbols.map { Self.resolved($0, in: module.name, names) }
    }
  }

  /// The same type with its bases called by their paths.
  private static func resolved(_ symbol: ApiSymbol, in module: String, _ names: SwiftNames) -> ApiSymbol {
    guard symbol.kind == .type else { return symbol }
    var symbol = symbol
    symbol.bases = symbol.bases.compactMap { names.base($0, in: module) }
    symbol.members = symbol.members.map { resolved($0, in: module, names) }
    return symbol
  }

  private static func symbols(of module: String, _ files: [ApiModule]) -> [ApiSymbol] {
    let declared = files.flatMap(\.symbols)
    var result = declared.filter { $0.form != "extension" }
    var foreign: [String: ApiSymbol] = [:]
    for part in declared where part.form == "extension" {
      let path = part.name.split(separator: ".").map(String.init)
      if extend(&result, at: path[...], with: part) { continue }
      // The type is of another module, or not public; what its extension offers counts only where there is something.
      guard !part.members.isEmpty else { continue }
      if var known = foreign[part.name] {
        known.members += part.members
        known.bases += part.bases
        foreign[part.name] = known
      } else {
        foreign[part.name] = part
      }
    }
    // Functions of one name and labels, told apart by their types, each keep a place of their own.
    var counts: [String: Int] = [:]
    var symbols = (result + foreign.values.sorted { $0.name < $1.name }).map { symbol in
      var symbol = symbol
      let path = "\(module).\(symbol.name)"
      counts[path, default: 0] += 1
      symbol.path = counts[path] == 1 ? path : "\(path)#\(counts[path] ?? 0)"
      return symbol
    }
    if !symbols.isEmpty, let first = files.first {
      var whole = ApiSymbol(.module, module, at: ApiPlace(path: first.path))
      whole.path = module
      symbols.append(whole)
    }
    return symbols
  }

  /// Adds an extension's members to the type that it extends; false if there is no such type here.
  private static func extend(_ symbols: inout [ApiSymbol], at path: ArraySlice<String>, with part: ApiSymbol) -> Bool {
    guard let name = path.first,
      let index = symbols.firstIndex(where: { $0.kind == .type && $0.name == name && $0.form != "extension" })
    else { return false }
    if path.count > 1 { return extend(&symbols[index].members, at: path.dropFirst(), with: part) }
    symbols[index].members += part.members
    symbols[index].bases += part.bases.filter { !symbols[index].bases.contains($0) }
    return true
  }
}
