/// The functions of one Swift module that share a name and labels and differ only in their types.
struct TopOverloads {
  /// The overloads by the path that callers write, where there are several in either state.
  let groups: [String: (old: [ApiSymbol], new: [ApiSymbol])]

  init(_ old: ApiOutline, _ new: ApiOutline) {
    let before = Self.functions(old)
    let after = Self.functions(new)
    groups = before.reduce(into: [:]) { result, entry in
      guard let others = after[entry.key], entry.value.count > 1 || others.count > 1 else { return }
      result[entry.key] = (entry.value, others)
    }
  }

  private static func functions(_ outline: ApiOutline) -> [String: [ApiSymbol]] {
    Dictionary(grouping: outline.symbols.filter { $0.kind == .function && $0.name.contains("(") }) { path(of: $0.path) }
  }

  /// The path without the number that distinguishes overloads.
  static func path(of path: String) -> String { path.contains("#") ? String(path.prefix { $0 != "#" }) : path }
}
