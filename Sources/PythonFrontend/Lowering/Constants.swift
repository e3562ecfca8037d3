import PythonSyntax

/// Looks up constants that a module or class assigns once, outside functions.
struct Constants {
  let tree: Tree

  /// The value of `NAME`, `self.NAME`, `cls.NAME` or `Class.NAME`; nil if it has none or several.
  func value(of node: Node) -> Node? {
    switch node.kind {
    case .name: return value(of: node, in: tree.root)
    case .attribute:
      guard let owner = node.firstChild, owner.kind == .name, let name = node.lastChild else { return nil }
      let isInstance = owner.textEquals("self") || owner.textEquals("cls")
      for type in tree.root.children where type.kind == .classDefinition {
        guard isInstance ? type.contains(node) : ClassDefinition(type)?.name.textEquals(owner) == true,
          let body = type.child(.block)
        else { continue }
        return value(of: name, in: body)
      }
      return nil
    default: return nil
    }
  }

  private func value(of name: Node, in block: Node) -> Node? {
    var found: Node?
    for statement in block.children {
      switch statement.kind {
      case .assign, .annotatedAssign:
        guard statement.firstChild?.textEquals(name) == true else { continue }
        let value = statement.kind == .assign ? Assign(statement)?.value : AnnotatedAssign(statement)?.value
        guard found == nil, let value else { return nil }
        found = value
      case .augmentedAssign:
        if statement.firstChild?.textEquals(name) == true { return nil }
      default: continue
      }
    }
    return found
  }
}
