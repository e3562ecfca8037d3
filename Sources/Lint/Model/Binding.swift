import LintSourceText

/// A variable that a caller can read: `EPSILON = 1e-7` of a module, `name: str` of a class, `self.units = units` of an
/// instance. Kept as ranges, since few readers want the text.
public struct Binding: Sendable {
  public var name: Name
  /// Index of the declaration it belongs to: the module or a type.
  public var owner: Int
  public var annotation: SourceRange?
  public var value: SourceRange?
  /// True for `self.x = x` in `__init__`.
  public var isOfInstance: Bool

  public init(name: Name, owner: Int, annotation: SourceRange?, value: SourceRange?, isOfInstance: Bool) {
    self.name = name
    self.owner = owner
    self.annotation = annotation
    self.value = value
    self.isOfInstance = isOfInstance
  }
}
