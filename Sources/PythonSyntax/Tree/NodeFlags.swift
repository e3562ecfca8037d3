/// Boolean properties of a node, which its view reads.
@frozen
public struct NodeFlags: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8

  @inlinable
  @inline(__always)
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The expression or pattern is in parentheses. Those of a tuple are part of its range.
  public static let parenthesized = NodeFlags(rawValue: 1)
  /// The name, attribute, subscript, starred expression, list or tuple is assigned to.
  public static let store = NodeFlags(rawValue: 2)
  /// The name, attribute, subscript, list or tuple is deleted.
  public static let delete = NodeFlags(rawValue: 4)
  /// `async def`, `async for`, `async with`, and the `async for` clause of a comprehension.
  public static let isAsync = NodeFlags(rawValue: 8)
  /// `except*`.
  public static let isStar = NodeFlags(rawValue: 8)
  /// The first optional child is present: a slice's lower bound, a parameter's annotation, a type parameter's bound.
  public static let first = NodeFlags(rawValue: 16)
  /// The second optional child is present: a slice's upper bound, a parameter's or type parameter's default.
  public static let second = NodeFlags(rawValue: 32)
  /// The third optional child is present: a slice's step.
  public static let third = NodeFlags(rawValue: 64)
  /// The part of a string has escapes or doubled braces, so that its value differs from its text.
  public static let escaped = NodeFlags(rawValue: 128)
}
