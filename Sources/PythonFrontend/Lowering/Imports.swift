import LintModel
import LintSourceText
import PythonSyntax

extension Lowering {
  mutating func addImport(_ node: Node) {
    let isForTypesOnly = isForTypesOnly
    if let statement = ImportStatement(node) {
      for alias in statement.aliases {
        var item = Import(module: alias.name.text, alias: alias.alias?.text)
        item.isLocal = !scopes.isEmpty
        item.isForTypesOnly = isForTypesOnly
        item.range = SourceRange(alias.name)
        usesTyper = usesTyper || item.module == "typer"
        model.imports.append(item)
        for part in alias.name.children { model.mentions.insert(bytes: part.bytes) }
      }
    } else if let statement = ImportFrom(node) {
      var items = statement.aliases.map { Import.Item(name: $0.name.text, alias: $0.alias?.text) }
      if statement.importsAll { items.append(Import.Item(name: "*", alias: nil)) }
      var whole = Import(module: statement.module?.text ?? "", level: statement.level, items: items)
      whole.isLocal = !scopes.isEmpty
      whole.isForTypesOnly = isForTypesOnly
      whole.range = SourceRange(node)
      usesTyper = usesTyper || whole.module == "typer"
      model.imports.append(whole)
      for item in items { model.mentions.insert(item.name) }
    }
  }

  /// Whether the node at hand lies below `if TYPE_CHECKING`.
  private var isForTypesOnly: Bool {
    for (depth, parent) in parents.enumerated() where parent.kind == .ifStatement {
      guard parents.indices.contains(depth + 1), parents[depth + 1].kind == .block,
        let test = parent.firstChild?.lastName, test.textEquals("TYPE_CHECKING")
      else { continue }
      return true
    }
    return false
  }

  /// `__all__ = [...]`, and what a class declares by assignment in its body.
  mutating func addAssignment(_ node: Node) {
    addBindings(node)
    guard let target = node.firstChild else { return }
    addConfigurationNode(node, target: target)
    guard target.kind == .name else { return }
    if target.textEquals("__all__"), let value = node.lastChild, value != target { addExports(value, in: node) }
    guard let scope = scopes.last, !scope.isFunction, node.kind != .augmentedAssign,
      parents.last?.kind == .block, parents.dropLast().last == scope.node
    else { return }
    let name = LintSourceText.Name(target)
    var flags: Declaration.Flags = [.isProperty]
    if !name.text.hasPrefix("_"), model.declarations[scope.declaration].isPublic { flags.insert(.isPublic) }
    model.declarations.append(
      Declaration(
        kind: .property, name: name, parent: scope.declaration, range: SourceRange(node), flags: flags,
        returns: AnnotatedAssign(node)?.annotation.text))
  }
}
