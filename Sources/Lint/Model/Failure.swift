/// A place where code tells its caller that something is wrong: a raise, throw, precondition, assertion or warning.
public struct Failure: Sendable {
  public enum Form: String, Codable, Sendable { case raise, `throw`, precondition, fatalError, assert, warning }

  /// What the caller gets to read.
  public enum Said: Sendable {
    /// No message at all: `raise ValueError()`, `precondition(n > 0)`.
    case nothing
    case text(Text)
    /// A message that could not be read here: a helper's result, an argument, `str(error)`.
    case unreadable
  }

  /// How the guarding condition looks at one parameter.
  public enum Test: String, Codable, Sendable {
    /// `<`, `!=`, ...: the condition alone does not tell the value
    case comparison
    /// `== constant`, an empty container: whoever reads the condition knows the value
    case known
    /// `in`, `not in`
    case membership
    /// `isinstance`, `is`
    case type
    /// its length, shape, rank or another attribute compared, other than with a constant by `==`
    case shape
    /// `is None`, `is not None`
    case none
    /// bare truth: `if not flag`
    case truth
  }

  public struct TestedParameter: Sendable {
    public var name: String
    public var test: Test
    /// The tested expression as written: `x.shape[0]`.
    public var source: String

    public init(name: String, test: Test, source: String) {
      self.name = name
      self.test = test
      self.source = source
    }
  }

  public var form: Form
  /// The whole statement.
  public var range: SourceRange
  /// The error's type as written (`ValueError`, `ShapeError.mismatch`); nil for assertions, preconditions, warnings.
  public var errorType: Name?
  public var said: Said
  /// The condition that leads here, as written: the test of the nearest enclosing `if`, `guard` or assertion.
  public var condition: String?
  /// The parameters of the enclosing function that the condition looks at.
  public var tested: [TestedParameter]
  /// Index of the innermost enclosing declaration.
  public var owner: Int?
  /// True where a handler of an enclosing `try` in the same function catches it: control flow, not a message.
  public var isCaughtHere: Bool
  /// True inside a handler (`except`, `catch`): the error replaces another.
  public var isInHandler: Bool

  public init(
    form: Form, range: SourceRange, errorType: Name? = nil, said: Said, condition: String? = nil,
    tested: [TestedParameter] = [], owner: Int? = nil, isCaughtHere: Bool = false, isInHandler: Bool = false
  ) {
    self.form = form
    self.range = range
    self.errorType = errorType
    self.said = said
    self.condition = condition
    self.tested = tested
    self.owner = owner
    self.isCaughtHere = isCaughtHere
    self.isInHandler = isInHandler
  }
}
