import LintSourceText

/// A place where code reports an error to its caller: a raise, throw, precondition, assertion or warning.
public struct RaiseSite: Sendable {
  public enum Form: String, Codable, Sendable { case raise, `throw`, precondition, fatalError, assert, warning }

  /// The message.
  public enum Message: Sendable {
    /// No message at all: `raise ValueError()`, `precondition(n > 0)`.
    case nothing
    case text(MessageTemplate)
    /// A message that could not be read here: a helper's result, an argument, `str(error)`.
    case unreadable
  }

  /// How the guarding condition tests one parameter.
  public enum Test: String, Codable, Sendable {
    /// `<`, `!=`, ...: the condition does not determine the value
    case comparison
    /// `== constant`, an empty container: the condition determines the value
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

  /// The part that a test has in a condition of several.
  public enum Part: String, Codable, Sendable {
    /// It may be what failed.
    case failed
    /// It stands before a test of something else that was passed, such as a flag: either may be what failed.
    case beforeOther
    /// It only narrows down when something computed fails: `device != CPU` in `device != CPU and not has_half()`.
    case narrows
  }

  public struct GuardedParameter: Sendable {
    public var name: String
    public var test: Test
    /// The tested expression as written: `x.shape[0]`.
    public var source: String
    public var part = Part.failed

    public init(name: String, test: Test, source: String) {
      self.name = name
      self.test = test
      self.source = source
    }
  }

  /// The values of one expression that the code around a failure takes: what an error about any other could list.
  public struct Choices: Sendable, Equatable {
    public enum Kind: String, Codable, Sendable { case values, keys, types, cases }

    public var kind: Kind
    /// The expression whose value is rejected, as written: `mode`, `config.mode`.
    public var subject: String
    /// What would pass, as written: `"same"`, `2`, `Padding.same`; empty if only `holder` is known.
    public var values: [String]
    /// An expression that holds them, where the code has one: `MODES`, `LAYERS` for its keys.
    public var holder: String?

    public init(kind: Kind, subject: String, values: [String], holder: String? = nil) {
      self.kind = kind
      self.subject = subject
      self.values = values
      self.holder = holder
    }
  }

  public var form: Form
  /// The whole statement.
  public var range: SourceRange
  /// The error's type as written (`ValueError`, `ShapeError.mismatch`); nil for assertions, preconditions, warnings.
  public var errorType: Name?
  public var message: Message
  /// The condition that leads here, as written: the test of the nearest enclosing `if`, `guard` or assertion.
  public var condition: String?
  /// The parameters of the enclosing function that the condition looks at.
  public var guardedParameters: [GuardedParameter]
  /// The condition that valid values satisfy, if it is a comparison, as written or negated: `0.0 <= rate`.
  public var required: String?
  /// Where the list of statements begins in which the condition stands as a statement; nil for `elif` and `else`.
  /// Raise sites with the same list are consecutive checks.
  public var block: UInt32?
  /// The accepted values, if the surrounding code enumerates them.
  public var choices: Choices?
  /// Index of the innermost enclosing declaration.
  public var owner: Int?
  /// True if a handler of an enclosing `try` in the same function catches it: control flow, not a message.
  public var isCaughtHere = false
  /// True inside a handler (`except`, `catch`): the error replaces another.
  public var isInHandler = false
  /// The errors that the handler around it takes, as written: `ImportError`; empty elsewhere and for a bare `except`.
  public var handled: [String] = []

  public init(
    form: Form, range: SourceRange, errorType: Name? = nil, message: Message, condition: String? = nil,
    guardedParameters: [GuardedParameter] = [], owner: Int? = nil
  ) {
    self.form = form
    self.range = range
    self.errorType = errorType
    self.message = message
    self.condition = condition
    self.guardedParameters = guardedParameters
    self.owner = owner
  }
}
