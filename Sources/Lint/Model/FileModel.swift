/// What a front end lowers a file to; everything that rules know about it.
public struct FileModel: Sendable {
  public var declarations: [Declaration] = []
  public var failures: [Failure] = []
  public var silentHandlers: [SilentHandler] = []
  public var concatenations: [Concatenation] = []
  public var imports: [Import] = []
  /// The variables of modules, classes and instances, in source order; Python only.
  public var bindings: [Binding] = []
  /// What its statements do with variables.
  public var flow = Flow()
  /// The names listed in `__all__`; nil where the file lists none.
  public var exports: [String]?
  /// The modules whose `__all__` is part of this one's, as written: `layers` of `__all__ += layers.__all__`.
  public var exportSources: [String] = []
  /// Comments that address mllint: `# mllint: allow(rule) reason`.
  public var directives: [Directive] = []
  /// Comments that silence other tools or leave something to do, in source order.
  public var remarks: [Remark] = []
  public var syntaxErrors: [SyntaxProblem] = []
  /// The identifiers that the file refers to, and, in tests, examples and documents, the words of its texts too.
  public var mentions = Mentions()
  /// What its calls pass, and which names it hands on.
  public var calls = Calls()
  /// Every call, in source order: an outer one before those in its arguments.
  public var invocations: [Invocation] = []
  /// What the calls hand over; `Invocation.arguments` tells whose they are.
  public var arguments: [Invocation.Argument] = []
  /// How it reaches configuration keys and environment variables.
  public var keys = KeyReferences()
  /// What a configuration makes or calls by name; of gin, whose paths may lack their first parts, also what it binds.
  public var configuredCalls: [ExampleUse] = []
  /// Its loops and branches, in source order.
  public var regions: [Region] = []
  /// Code that shows how to use something.
  public var examples: [Example] = []
  /// The links of a document.
  public var links: [DocumentLink] = []
  /// The places in a document that links can lead to.
  public var headings: [DocumentHeading] = []
  /// Every name that a Python module gives a value at its top, whatever the statement.
  public var moduleNames = Mentions()
  /// Every attribute that is set anywhere in a Python file: `units` of `self.units = 3`.
  public var setAttributes = Mentions()
  /// The command line that it reads.
  public var commandLine = ArgumentParsing()

  public init() {}
}

/// `import a.b as c` is one import of module `a.b`; `from .x import y as z` one with a level of 1 and names [y as z].
public struct Import: Sendable {
  public struct Item: Sendable {
    public var name: String
    public var alias: String?

    public init(name: String, alias: String?) {
      self.name = name
      self.alias = alias
    }
  }

  public var module: String
  /// The number of leading dots of a relative import.
  public var level: Int
  /// Empty for `import module`; `*` is an item of that name.
  public var items: [Item]
  public var alias: String?
  /// True inside a function or class.
  public var isLocal = false
  /// True where only type checkers see it: below `if TYPE_CHECKING`.
  public var isForTypesOnly = false
  /// The whole statement.
  public var range = SourceRange.fileStart

  public init(module: String, level: Int = 0, items: [Item] = [], alias: String? = nil) {
    self.module = module
    self.level = level
    self.items = items
    self.alias = alias
  }
}

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

/// A comment that begins with `mllint:`, without its comment sign.
public struct Directive: Sendable {
  /// The text after the comment sign, from `mllint:` on.
  public var text: String
  public var range: SourceRange
  /// True where nothing but the comment stands on its line.
  public var standsAlone: Bool

  public init(text: String, range: SourceRange, standsAlone: Bool) {
    self.text = text
    self.range = range
    self.standsAlone = standsAlone
  }
}

/// A place where a file does not follow its language's grammar.
public struct SyntaxProblem: Sendable {
  public var message: String
  public var range: SourceRange

  public init(message: String, range: SourceRange) {
    self.message = message
    self.range = range
  }
}
