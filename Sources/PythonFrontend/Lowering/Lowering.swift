import LintModel
import LintSourceText
import PythonSyntax

/// One pass over a tree that collects the model of its file.
///
/// Nodes lie in pre-order, so the pass is a scan; `scopes` and `parents` are the ancestors at hand.
struct Lowering {
  let tree: Tree
  let text: SourceText
  let reference: FileReference
  var model = FileModel()

  /// Enclosing functions and classes, innermost last.
  var scopes: [Scope] = []
  /// Every ancestor of the node at hand, outermost first.
  var parents: [Node] = []
  /// What texts at hand are for: the innermost of the enclosing raise, warning, help, ...
  var uses: [(use: Concatenation.Use, end: UInt32)] = []
  /// Whether an import before the node at hand names typer.
  var usesTyper = false
  /// By the names of functions and classes, what makes a command of them: `HfArgumentParser(TrainingArguments)`,
  /// `fire.Fire(main)`. Whole when the pass is over.
  var commands: [String: OptionDetails.Style] = [:]
  /// Names that hold a configuration whose keys this file declares: `_C`.
  var configurationRoots: Set<String> = []
  /// Where the key that is being declared ends: declaring one is not a use of it.
  var declaredKeyEnd: UInt32 = 0
  /// Environment variables that the file reads, each once.
  var environmentVariables: Set<String> = []
  /// Other names of `parser.add_argument`, as in `add = parser.add_argument`.
  var parserMethods: Set<String> = []
  var mentionsWords: Bool
  /// Where the list of exports at hand ends, whose texts hand nothing on.
  var exportsEnd: UInt32 = 0

  struct Scope {
    var node: Node
    /// Index of its declaration.
    var declaration: Int
    var isFunction: Bool
    /// What the body has not yet read of the function's parameters, and those that may be dictionaries of options.
    var watch = ParameterWatch()
  }

  init(tree: Tree, text: SourceText, reference: FileReference) {
    self.tree = tree
    self.text = text
    self.reference = reference
    mentionsWords = reference.role != .library
  }

  mutating func run(_ root: Node) {
    model.syntaxErrors = tree.errors.map { SyntaxProblem($0) }
    model.directives = DirectiveComments.read(tree)
    model.taggedComments = DirectiveComments.taggedComments(tree)
    addModule(root)
    for node in root.descendants {
      if let last = parents.last, last.subtreeEnd <= node.index { leaveNodes(before: node.index) }
      visit(node)
      if !node.isLeaf { parents.append(node) }
    }
    while !scopes.isEmpty { leaveScope() }
    addDataclassOptions()
    if !commands.isEmpty { addSignatureOptions() }
    if !configurationRoots.isEmpty { noteCommentedKeys() }
    readCommandLine(root)
    applyExports()
    addExamples(root)
  }

  /// Forgets the ancestors that end before a node: scopes and uses end where one of them does.
  private mutating func leaveNodes(before index: UInt32) {
    while let last = scopes.last, last.node.subtreeEnd <= index { leaveScope() }
    while let last = parents.last, last.subtreeEnd <= index { parents.removeLast() }
    while let last = uses.last, last.end <= index { uses.removeLast() }
  }

  /// `add = parser.add_argument`
  private mutating func noteParserMethod(_ node: Node) {
    guard node.textEquals("add_argument"), parents.count > 1, let target = parents[parents.count - 2].firstChild,
      parents[parents.count - 2].kind == .assign, target.kind == .name
    else { return }
    parserMethods.insert(target.text)
  }

  /// `Halver.__doc__`
  private mutating func noteDocstring(_ node: Node) {
    guard node.textEquals("__doc__"), let owner = parents.last?.firstChild?.lastName else { return }
    model.sharedDocs.insert(bytes: owner.bytes)
  }

  private mutating func visit(_ node: Node) {
    switch node.kind {
    case .functionDefinition: addFunction(node)
    case .classDefinition: addClass(node)
    case .importStatement, .importFrom: addImport(node)
    case .assign, .annotatedAssign, .augmentedAssign:
      addAssignment(node)
      addStep(node)
    case .namedExpression, .yieldExpression: addStep(node)
    case .forStatement, .whileStatement, .ifStatement, .elifClause:
      addBlockStep(node)
      addRegion(node)
    case .elseClause, .comprehensionClause, .withItem: addBlockStep(node)
    case .raiseStatement:
      uses.append((.error, node.subtreeEnd))
      addRaise(node)
    case .assertStatement:
      uses.append((.error, node.subtreeEnd))
      addAssertion(node)
    case .exceptHandler: addHandler(node)
    case .withStatement: addSuppression(node)
    case .returnStatement:
      noteReturn(node)
      addStep(node)
    case .call:
      noteCall(node)
      noteCommand(node)
      if let call = Call(node) { addExports(calledBy: call) }
      addCall(node)
    case .ifExpression, .listComprehension, .setComprehension, .dictionaryComprehension, .generatorExpression:
      addRegion(node)
    case .subscript: addEnvironmentSubscript(node)
    case .keywordUnpack: noteUnpacked(node)
    case .globalStatement: for name in node.children { model.moduleNames.insert(bytes: name.bytes) }
    case .keywordArgument:
      if node.firstChild?.textEquals("help") == true { uses.append((.help, node.subtreeEnd)) }
    case .stringLiteral, .formattedString: addString(node)
    case .name where node.isStored:
      let hash = IdentifierSet.hash(node.bytes)
      addName(node, hash)
      if let scope = scopes.last, scope.isFunction {
        model.declarations[scope.declaration].assigned.append(SourceRange(node))
      }
      if scopes.isEmpty { model.moduleNames.insert(hash: hash) }
      if parents.last?.kind == .augmentedAssign { noteRead(node) }
    case .name:
      let hash = IdentifierSet.hash(node.bytes)
      model.mentions.insert(hash: hash)
      addName(node, hash)
      noteRead(node)
      noteValue(node, hash)
    case .identifier where parents.last?.kind == .attribute && node.index >= declaredKeyEnd:
      model.mentions.insert(bytes: node.bytes)
      if parents.last?.isStored == true { model.setAttributes.insert(bytes: node.bytes) }
      noteAttribute(node)
      noteDocstring(node)
      noteParserMethod(node)
    default: break
    }
  }

  /// Index of the innermost declaration that encloses the node at hand.
  var owner: Int? { scopes.last?.declaration ?? 0 }

  /// The innermost enclosing function, not looking beyond a class.
  var function: Node? { scopes.last.flatMap { $0.isFunction ? $0.node : nil } }

  private mutating func addModule(_ root: Node) {
    var flags: Declaration.Flags = []
    if !reference.module.split(separator: ".").contains(where: { $0.hasPrefix("_") && !$0.hasPrefix("__") }) {
      flags.insert(.isPublic)
    }
    model.declarations.append(
      Declaration(
        kind: .module, name: LintSourceText.Name("", at: .fileStart), parent: nil, range: SourceRange(root),
        flags: flags,
        doc: doc(of: root)))
  }
}

extension SourceRange {
  init(_ node: Node) { self.init(start: node.start, end: node.end) }
  init(_ range: Range<UInt32>) { self.init(start: range.lowerBound, end: range.upperBound) }
}

extension LintSourceText.Name {
  init(_ node: Node) { self.init(node.text, at: SourceRange(node)) }
}

extension Node {
  /// `a.b.c` of a name or a chain of attributes; nil for anything else.
  var dottedName: String? {
    switch kind {
    case .name: text
    case .attribute: firstChild?.dottedName.map { "\($0).\(lastChild?.text ?? "")" }
    default: nil
    }
  }

  /// Whether it is a name or a chain of attributes of one.
  var isDotted: Bool {
    var node = self
    while node.kind == .attribute, let object = node.firstChild { node = object }
    return node.kind == .name
  }

  /// The last part of a dotted name: the node of `c` in `a.b.c`.
  var lastName: Node? {
    switch kind {
    case .name: self
    case .attribute: lastChild
    default: nil
    }
  }
}
