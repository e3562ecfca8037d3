/// What a front end lowers a file to; everything that rules know about it.
package struct FileModel: Sendable {
  package var declarations: [Declaration] = []
  package var raiseSites: [RaiseSite] = []
  package var silentHandlers: [SilentHandler] = []
  package var concatenations: [Concatenation] = []
  package var imports: [Import] = []
  /// The variables of modules, classes and instances, in source order; Python only.
  package var bindings: [Binding] = []
  /// What its statements do with variables.
  package var flow = Flow()
  /// The names listed in `__all__`; nil if the file lists none.
  package var exports: [String]?
  /// True if `__all__` is computed, so that it may hold other names than those in `exports`.
  package var areExportsOpen = false
  /// The modules whose `__all__` is part of this one's, as written: `layers` of `__all__ += layers.__all__`.
  package var exportSources: [String] = []
  /// Comments that address mllint: `# mllint: allow(rule) reason`.
  package var directives: [Directive] = []
  /// Comments that silence other tools or leave something to do, in source order.
  package var taggedComments: [TaggedComment] = []
  package var syntaxErrors: [SyntaxProblem] = []
  /// The identifiers that the file refers to, and, in tests, examples and documents, the words of its texts too.
  package var mentions = IdentifierSet()
  /// What its calls pass, and which names it passes on.
  package var calls = Calls()
  /// Every call, in source order: an outer one before those in its arguments.
  package var invocations: [Invocation] = []
  /// What the calls pass; `Invocation.arguments` tells whose they are.
  package var arguments: [Invocation.Argument] = []
  /// How it reaches configuration keys and environment variables.
  package var keys = KeyReferences()
  /// What a configuration makes or calls by name; of gin, whose paths may lack their first parts, also what it binds.
  package var configuredCalls: [ExampleUse] = []
  /// Its loops and branches, in source order.
  package var regions: [Region] = []
  /// Code that shows how to use something.
  package var examples: [Example] = []
  /// The links of a document.
  package var links: [DocumentLink] = []
  /// The places in a document that links can lead to.
  package var headings: [DocumentHeading] = []
  /// Every name that a Python module gives a value at its top, whatever the statement.
  package var moduleNames = IdentifierSet()
  /// Every attribute that is set anywhere in a Python file: `units` of `self.units = 3`.
  package var setAttributes = IdentifierSet()
  /// The functions and classes whose docstring something else takes or replaces: `Halver` of `Halver.__doc__`.
  package var sharedDocs = IdentifierSet()
  /// The command line that it reads.
  package var commandLine = ArgumentParsing()

  package init() {}
}
