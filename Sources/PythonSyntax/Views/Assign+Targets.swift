extension Assign {
  /// The targets: all children but the last.
  @inlinable
  public var targets: Children { Children(storage: node.storage, next: node.index + 1, end: value.index) }
}

extension AnnotatedAssign {
  /// Whether the target is a name without parentheses, as in CPython's `AnnAssign.simple`.
  @inlinable
  public var isSimple: Bool { target.kind == .name && !target.isParenthesized }
}
