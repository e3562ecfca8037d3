/// Resolves the names of types in Swift modules.
struct SwiftNames {
  /// The paths of public types by name, `Outer.Inner` included, of each module.
  private var types: [String: [String: String]] = [:]
  /// Names of types that are not public.
  private var hidden: Set<String> = []

  init(_ modules: [(name: String, symbols: [ApiSymbol])], hidden: Set<String>) {
    self.hidden = hidden
    for module in modules {
      for symbol in module.symbols where symbol.kind == .type && symbol.form != "extension" {
        note(symbol, "", module.name, 0)
      }
    }
  }

  private mutating func note(_ type: ApiSymbol, _ outer: String, _ module: String, _ depth: Int) {
    let name = outer + type.name
    types[module, default: [:]][name] = "\(module).\(name)"
    guard depth < 8 else { return }
    for member in type.members where member.kind == .type { note(member, "\(name).", module, depth + 1) }
  }

  /// What a base written in a module is called everywhere; nil if nobody outside can know it.
  func base(_ written: String, in module: String) -> String? {
    let name = written.hasPrefix("any ") ? String(written.dropFirst(4)) : written
    if let path = types[module]?[name] { return path }
    let found = types.values.compactMap { $0[name] }
    if found.count == 1 { return found[0] }
    // `Module.Type`
    if types.values.contains(where: { $0.values.contains(name) }) { return name }
    return hidden.contains(name) ? nil : name
  }
}
