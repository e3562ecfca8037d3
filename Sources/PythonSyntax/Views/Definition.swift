/// The definition of a function or class.
public protocol Definition: NodeView {}

extension FunctionDefinition: Definition {}
extension ClassDefinition: Definition {}

extension Definition {
  /// The decorator expressions, without their `@`.
  @inlinable
  public var decorators: DecoratorList { DecoratorList(node) }

  /// The range without decorators, as in CPython: from `def`, `async` or `class`.
  @inlinable
  public var definitionRange: Range<UInt32> {
    guard let decorators = node.firstChild, decorators.kind == .decorators else { return node.range }
    return decorators.end..<node.end
  }
}
