import LintModel
import LintSourceText
import PythonSyntax

extension Lowering {
  /// Notes the variables of a module, a class or, from `__init__`, an instance.
  mutating func addBindings(_ node: Node) {
    guard node.kind != .augmentedAssign, let first = node.firstChild else { return }
    guard let scope = scopes.last else {
      if first.kind == .name { addBindings(node, to: 0, isOfInstance: false) }
      return
    }
    if !scope.isFunction {
      if first.kind == .name { addBindings(node, to: scope.declaration, isOfInstance: false) }
    } else if first.kind == .attribute, let type = model.declarations[scope.declaration].parent,
      model.declarations[type].kind == .type, model.declarations[scope.declaration].name.text == "__init__"
    {
      addBindings(node, to: type, isOfInstance: true)
    }
  }

  private mutating func addBindings(_ node: Node, to owner: Int, isOfInstance: Bool) {
    let annotated = AnnotatedAssign(node)
    let value = annotated == nil ? node.lastChild : annotated?.value
    for target in node.children where target != value && target != annotated?.annotation {
      guard let name = Self.name(of: target, isOfInstance: isOfInstance) else { continue }
      model.bindings.append(
        Binding(
          name: LintSourceText.Name(name), owner: owner, annotation: annotated.map { SourceRange($0.annotation) },
          value: value.map { SourceRange($0) }, isOfInstance: isOfInstance))
    }
  }

  /// The node of `x` in the targets `x` and `self.x`.
  private static func name(of target: Node, isOfInstance: Bool) -> Node? {
    guard isOfInstance else { return target.kind == .name ? target : nil }
    guard target.kind == .attribute, target.firstChild?.textEquals("self") == true else { return nil }
    return target.lastChild
  }
}
