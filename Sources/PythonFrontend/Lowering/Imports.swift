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

  /// `__all__ = [...]`, and what a class declares by assignment in its body.
  mutating func addAssignment(_ node: Node) {
    guard let target = node.firstChild, target.kind == .name else { return }
    if scopes.isEmpty, target.textEquals("__all__"), let value = node.lastChild, value != target {
      let names = value.subtree.filter { $0.kind == .stringPiece }.map { StringPieceText.value(of: $0) }
      model.exports = (model.exports ?? []) + names
    }
    guard let scope = scopes.last, !scope.isFunction, node.kind != .augmentedAssign,
      parents.last?.kind == .block, parents.dropLast().last == scope.node
    else { return }
    let name = Lint.Name(target)
    var flags: Declaration.Flags = [.isProperty]
    if !name.text.hasPrefix("_"), model.declarations[scope.declaration].isPublic { flags.insert(.isPublic) }
    model.declarations.append(
      Declaration(
        kind: .property, name: name, parent: scope.declaration, range: SourceRange(node), flags: flags,
        returns: AnnotatedAssign(node)?.annotation.text))
  }
}
