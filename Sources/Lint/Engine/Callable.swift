/// What may be called, in Python or Swift, and what it takes.
public struct Callable: Sendable {
  public struct Parameter: Sendable {
    public var name: String
    public var kind: Lint.Parameter.Kind
    public var isRequired: Bool
  }

  public var parameters: [Parameter]
  /// Where its name stands.
  public var range: SourceRange
  /// True where a decorator that nobody here knows may have changed its parameters.
  public var isOpen: Bool
  /// True for `@property` and its like, which are not called.
  public var isProperty: Bool
  /// True for a method that is called on an instance.
  public var isOfInstance: Bool
}
