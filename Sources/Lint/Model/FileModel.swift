/// The result of lowering a file; everything that rules know about it.
public struct FileModel: Sendable {
  public var declarations: [Declaration] = []
  public var raiseSites: [RaiseSite] = []
  public var silentHandlers: [SilentHandler] = []
  public var concatenations: [Concatenation] = []
  public var imports: [Import] = []
  /// The variables of modules, classes and instances, in source order; Python only.
  public var bindings: [Binding] = []
  /// What its statements do with variables.
  public var flow = Flow()
  /// The names listed in `__all__`; nil if the file lists none.
  public var exports: [String]?
  /// True if `__all__` is computed, so that it may hold other names than those in `exports`.
  public var areExportsOpen = false
  /// The modules whose `__all__` is part of this one's, as written: `layers` of `__all__ += layers.__all__`.
  public var exportSources: [String] = []
  /// Comments that address mllint: `# mllint: allow(rule) reason`.
  public var directives: [Directive] = []
  /// Comments that silence other tools or leave something to do, in source order.
  public var taggedComments: [TaggedComment] = []
  public var syntaxErrors: [SyntaxProblem] = []
  /// The identifiers that the file refers to, and, in tests, examples and documents, the words of its texts too.
  public var mentions = IdentifierSet()
  /// What its calls pass, and which names it passes on.
  public var calls = Calls()
  /// Every call, in source order: an outer one before those in its arguments.
  public var invocations: [Invocation] = []
  /// The arguments of all calls; `Invocation.arguments` gives each call's range.
  public var arguments: [Invocation.Argument] = []
  /// How it accesses configuration keys and environment variables.
  public var keys = KeyReferences()
  /// Objects that a configuration creates or calls by name; for gin, whose paths may be partial, also its bindings.
  public var configuredCalls: [ExampleUse] = []
  /// Its loops and branches, in source order.
  public var regions: [Region] = []
  /// Code that shows how to use something.
  public var examples: [Example] = []
  /// The links of a document.
  public var links: [DocumentLink] = []
  /// The places in a document that links can lead to.
  public var headings: [DocumentHeading] = []
  /// Every name that a Python module binds at its top level, by any kind of statement.
  public var moduleNames = IdentifierSet()
  /// Every attribute that is set anywhere in a Python file: `units` of `self.units = 3`.
  public var setAttributes = IdentifierSet()
  /// The functions and classes whose docstring something else takes or replaces: `Halver` of `Halver.__doc__`.
  public var sharedDocs = IdentifierSet()
  /// The command line that it reads.
  public var commandLine = ArgumentParsing()

  public init() {}
}
