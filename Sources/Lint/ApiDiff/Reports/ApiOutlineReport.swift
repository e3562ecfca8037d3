import LintSerialization
import LintSourceText

/// Writes an outline as text, JSON or Markdown.
package struct ApiOutlineReport {
  private let outline: ApiOutline

  package init(_ outline: ApiOutline) { self.outline = outline }

  /// The symbols that callers can name, by module.
  private var byModule: [(module: String, symbols: [ApiSymbol])] {
    let shown = outline.symbols.filter { !$0.isHidden }
    let groups = Dictionary(grouping: shown.filter { $0.kind != .module }) { symbol in
      symbol.path.contains("(") ? String(symbol.path.prefix { $0 != "." }) : ModulePaths.parent(symbol.path)
    }
    return groups.sorted { Paths.precedes($0.key, $1.key) }.map { ($0.key, $0.value) }
  }

  package func text() -> String {
    var text = ""
    for (module, symbols) in byModule {
      text += "\(module.isEmpty ? "(top level)" : module)\n"
      for symbol in symbols { write(symbol, indent: "  ", to: &text) }
    }
    return text + summary + "\n"
  }

  private func write(_ symbol: ApiSymbol, indent: String, to text: inout String) {
    text += indent + ApiSignature.text(symbol) + marks(symbol) + "\n"
    for member in symbol.statedMembers { write(member, indent: indent + "  ", to: &text) }
  }

  private func marks(_ symbol: ApiSymbol) -> String {
    let traits = symbol.traits.subtracting([.field, .ofInstance, .settable, .fieldsAreParameters, .async]).sorted()
    return traits.isEmpty ? "" : "  [\(traits.map(\.rawValue).joined(separator: ", "))]"
  }

  private var summary: String {
    let size = outline.size
    return "\(size.modules) modules, \(size.types) types with \(size.members) members, \(size.functions) functions, "
      + "\(size.constants) constants, \(size.parameters) parameters"
  }

  package func markdown() -> String {
    var text = "# Public API\n\n\(summary).\n"
    for (module, symbols) in byModule {
      text += "\n## `\(module)`\n\n"
      for symbol in symbols {
        text += "- `\(ApiSignature.text(symbol))`\n"
        for member in symbol.statedMembers { text += "  - `\(ApiSignature.text(member))`\n" }
      }
    }
    return text
  }

  package func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { object in
      let size = outline.size
      object.key("size")
      object.object {
        $0.key("constants", size.constants)
        $0.key("functions", size.functions)
        $0.key("members", size.members)
        $0.key("modules", size.modules)
        $0.key("parameters", size.parameters)
        $0.key("types", size.types)
      }
      object.key("symbols")
      object.array(outline.symbols.filter { !$0.isHidden }) { Self.write($1, to: &$0) }
      object.key("version", 1)
    }
    return writer.finish()
  }

  private static func write(_ symbol: ApiSymbol, to writer: inout JSONWriter) {
    writer.object { object in
      if !symbol.aliases.isEmpty { object.key("aliases", symbol.aliases) }
      if !symbol.bases.isEmpty { object.key("bases", symbol.bases) }
      object.key("kind", symbol.kind.rawValue)
      object.key("line", symbol.place.line)
      if !symbol.statedMembers.isEmpty {
        object.key("members")
        object.array(symbol.statedMembers) { write($1, to: &$0) }
      }
      object.key("name", symbol.name)
      if symbol.isCallable { object.key("parameters", ApiSignature.parameters(symbol.parameters)) }
      object.key("path", symbol.path.isEmpty ? nil : symbol.path)
      if let returns = symbol.returns { object.key("returns", returns) }
      object.key("source", symbol.place.path)
      if !symbol.traits.isEmpty { object.key("traits", symbol.traits.sorted().map(\.rawValue)) }
      if let value = symbol.value { object.key("value", value) }
    }
  }
}
