import LintSourceText

/// A place where code tells its caller that something is wrong: a raise, throw, precondition, assertion or warning.
package struct RaiseSite: Sendable {
  package enum Form: String, Codable, Sendable { case raise, `throw`, precondition, fatalError, assert, warning }

  /// What the caller gets to read.
  package enum Message: Sendable {
    /// No message at all: `raise ValueError()`, `precondition(n > 0)`.
    case nothing
    case text(MessageTemplate)
    /// A message that could not be read here: a helper's result, an argument, `str(error)`.
    case unreadable
  }

  /// How the guarding condition looks at one parameter.
  package enum Test: String, Codable, Sendable {
    /// `<`, `!=`, ...: the condition alone does not tell the value
    case comparison
    /// `== constant`, an empty container: the condition already tells the value
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

  package struct GuardedParameter: Sendable {
    package var name: String
    package var test: Test
    /// The tested expression as written: `x.shape[0]`.
    package var source: String

    package init(name: String, test: Test, source: String) {
      self.name = name
      self.test = test
      self.source = source
    }
  }

  /// The values of one expression that the code around a failure takes: what an error about any other could list.
  package struct Choices: Sendable, Equatable {
    package enum Kind: String, Codable, Sendable { case values, keys, types, cases }

    package var kind: Kind
    /// The expression whose value is refused, as written: `mode`, `config.mode`.
    package var subject: String
    /// What would pass, as written: `"same"`, `2`, `Padding.same`; empty if only `holder` is known.
    package var values: [String]
    /// An expression that holds them, where the code has one: `MODES`, `LAYERS` for its keys.
    package var holder: String?

    package init(kind: Kind, subject: String, values: [String], holder: String? = nil) {
      self.kind = kind
      self.subject = subject
      self.values = values
      self.holder = holder
    }
  }

  package var form: Form
  /// The whole statement.
  package var range: SourceRange
  /// The error's type as written (`ValueError`, `ShapeError.mismatch`); nil for assertions, preconditions, warnings.
  package var errorType: Name?
  package var message: Message
  /// The condition that leads here, as written: the test of the nearest enclosing `if`, `guard` or assertion.
  package var condition: String?
  /// The parameters of the enclosing function that the condition looks at.
  package var guardedParameters: [GuardedParameter]
  /// What would have passed, where the condition is a comparison, as written or turned round: `0.0 <= rate`.
  package var required: String?
  /// Where the list of statements begins in which the condition stands as a statement; nil for `elif` and `else`.
  /// Failures with one such list are checks made one after the other.
  package var block: UInt32?
  /// What would have passed, where the code around enumerates it.
  package var choices: Choices?
  /// Index of the innermost enclosing declaration.
  package var owner: Int?
  /// True if a handler of an enclosing `try` in the same function catches it: control flow, not a message.
  package var isCaughtHere = false
  /// True inside a handler (`except`, `catch`): the error replaces another.
  package var isInHandler = false
  /// The errors that the handler around it takes, as written: `ImportError`; empty elsewhere and for a bare `except`.
  package var handled: [String] = []

  package init(
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
