extension Tree {
  /// The docstring of a module, class or function: its first statement, if that is a string literal.
  public func docstring(of definition: Node) -> StringLiteral? {
    let holder = definition.kind == .module ? definition : definition.child(.block)
    guard let first = holder?.firstChild, first.kind == .expressionStatement, let expression = first.firstChild else {
      return nil
    }
    return StringLiteral(expression)
  }
}
