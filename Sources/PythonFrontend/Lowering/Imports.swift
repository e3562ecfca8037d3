import Lint
import PythonSyntax

extension Lowering {
  mutating func addImport(_ node: Node) {
    if let statement = ImportStatement(node) {
      for alias in statement.aliases {
        model.imports.append(Import(module: alias.name.text, alias: alias.alias?.text))
        for part in alias.name.children { model.mentions.insert(bytes: part.bytes) }
      }
    } else if let statement = ImportFrom(node) {
      var items = statement.aliases.map { Import.Item(name: $0.name.text, alias: $0.alias?.text) }
      if statement.importsAll { items.append(Import.Item(name: "*", alias: nil)) }
      model.imports.append(Import(module: statement.module?.text ?? "", level: statement.level, items: items))
      for item in items { model.mentions.insert(item.name) }
    }
  }

  /// `__all__ = [...]`, and what a class assigns in its body.
  mutating func addAssignment(_ node: Node) {
    guard let target = node.firstChild, let value = node.lastChild, value != target else { return }
    if scopes.isEmpty, target.kind == .name, target.textEquals("__all__") {
      let names = value.subtree.filter { $0.kind == .stringPiece }.map { StringPieceText.value(of: $0) }
      model.exports = (model.exports ?? []) + names
    }
  }
}
