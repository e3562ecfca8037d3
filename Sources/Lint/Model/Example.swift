import LintSourceText

/// Code that shows how to use something: a block of a document, of a docstring, or a whole notebook or example script.
public struct Example: Sendable {
  /// Where it was found.
  public enum Form: String, Sendable, Codable {
    case document, docstring
    /// A notebook, or a script that is there to be read.
    case file
  }

  public var form: Form
  /// The language that its fence or directive declares, in lower case: `python`, `bash`; empty if none.
  public var language: String
  /// The code, prompts and margin left out, and where its lines stand; empty for a file.
  public var code = ExampleText()
  /// The whole block.
  public var range: SourceRange
  /// True if the code was after `>>>`.
  public var hasPrompts = false
  /// Its uses of imported names.
  public var uses: [ExampleUse] = []
  /// A variable that is set once, to a call's result, and never read.
  public struct Unread: Sendable {
    public var name: String
    /// The callee's last name: `Store` of `backend = shop.Store()`.
    public var callee: String

    public init(name: String, callee: String) {
      self.name = name
      self.callee = callee
    }
  }

  /// The names that it reads, and that neither it nor an earlier example defines; each once. Python only.
  public var undefined: [Name] = []
  public var unread: [Unread] = []
  /// The names that its imports define.
  public var importedNames: Set<String> = []
  /// The names that it defines itself.
  public var definitions: Set<String> = []
  /// Locations of its syntax errors.
  public var syntaxErrors: [SyntaxProblem] = []

  public init(form: Form, language: String, range: SourceRange) {
    self.form = form
    self.language = language
    self.range = range
  }
}
