import LintModel
import LintSourceText
import PythonSyntax

/// What a module offers: `__all__`, as far as it can be evaluated.
extension Lowering {
  /// `__all__ = [...]`, `__all__ += [...]`
  mutating func addExports(_ value: Node, in statement: Node) {
    guard scopes.isEmpty else {
      // A decorator or a helper adds names when the module is imported.
      if scopes.first?.isFunction == true { model.areExportsOpen = true }
      return
    }
    exportsEnd = statement.subtreeEnd
    addExports(value)
  }

  /// `__all__.extend([...])`, `__all__.append("name")`
  mutating func addExports(calledBy call: Call) {
    guard call.function.kind == .attribute, call.function.firstChild?.textEquals("__all__") == true else { return }
    guard scopes.isEmpty else {
      model.areExportsOpen = true
      return
    }
    if model.exports == nil { model.exports = [] }
    for argument in call.argumentList.all { addExports(argument) }
  }

  /// Adds the names that an expression lists; what it computes leaves the list open.
  private mutating func addExports(_ value: Node) {
    if model.exports == nil { model.exports = [] }
    switch value.kind {
    case .stringLiteral:
      model.exports?.append(value.children.map { StringPieceText.value(of: $0) }.joined())
    case .list, .tuple, .set, .starred, .binaryOperation:
      for part in value.children { addExports(part) }
    case .call:
      guard let call = Call(value), Self.keepsNames(call.function) else {
        model.areExportsOpen = true
        return
      }
      for argument in call.argumentList.all { addExports(argument) }
    case .attribute where value.lastChild?.textEquals("__all__") == true:
      if let module = value.firstChild?.dottedName { model.exportSources.append(module) }
    case .attribute where value.lastChild?.textEquals("__name__") == true:
      if let name = value.firstChild?.lastName { model.exports?.append(name.text) }
    default: model.areExportsOpen = true
    }
  }

  /// `sorted([...])`, `list((...))`
  private static func keepsNames(_ function: Node) -> Bool {
    function.kind == .name && ["sorted", "list", "tuple", "set"].contains { function.textEquals($0) }
  }

  /// Where a module lists what it offers, the rest of it is private. Of a list that it computes, or takes from other
  /// modules alone, nobody knows: there the underscore decides.
  mutating func applyExports() {
    guard let exports = model.exports.map(Set.init) else { return }
    if !model.exportSources.isEmpty {
      let names = model.declarations.lazy.filter { $0.parent == 0 }.map(\.name.text)
      if !names.contains(where: exports.contains) { model.areExportsOpen = true }
    }
    if model.areExportsOpen { return }
    var hidden: Set<Int> = []
    for index in model.declarations.indices.dropFirst() where model.declarations[index].kind != .option {
      let declaration = model.declarations[index]
      let isHidden =
        declaration.parent == 0 ? !exports.contains(declaration.name.text) : hidden.contains(declaration.parent ?? 0)
      guard isHidden else { continue }
      hidden.insert(index)
      model.declarations[index].flags.remove(.isPublic)
    }
  }
}
