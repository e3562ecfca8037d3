import PythonSyntax

/// Prints a tree in the neutral form that compare.py makes of CPython's `ast`.
///
/// A node is `(Class line:column-line:column field...)`, a list `[...]`, nothing `~`, a name `'name`. Positions are left
/// out inside f-strings, where CPython 3.11 has them wrong.
struct Dumper {
  let tree: Tree
  var output: [UInt8] = []
  var formattedDepth = 0
  private var lastLine = 1
  private let lineStarts: [UInt32]

  init(_ tree: Tree) {
    self.tree = tree
    lineStarts = (1...tree.lineCount).map { tree.start(ofLine: $0) ?? 0 }
    output.reserveCapacity(tree.nodeCount * 24)
  }

  mutating func dump() -> [UInt8] {
    let root = tree.root
    write("(Module")
    list(root.children) { $0.statement($1) }
    write(")")
    withExtendedLifetime(tree) {}
    return output
  }

  // MARK: - Writing

  mutating func write(_ text: StaticString) { text.withUTF8Buffer { output.append(contentsOf: $0) } }

  mutating func write(number: Int) { output.append(contentsOf: String(number).utf8) }

  mutating func position(_ offset: UInt32) {
    var line = lastLine
    if lineStarts[line - 1] > offset || (line < lineStarts.count && lineStarts[line] <= offset) {
      line = tree.line(at: offset)
    }
    lastLine = line
    write(number: line)
    write(":")
    write(number: Int(offset) - Int(lineStarts[line - 1]))
  }

  mutating func open(_ name: StaticString, _ range: Range<UInt32>) {
    write("(")
    write(name)
    guard formattedDepth == 0 else { return }
    write(" ")
    position(range.lowerBound)
    write("-")
    position(range.upperBound)
  }

  mutating func close() { write(")") }

  mutating func none() { write(" ~") }

  mutating func list<Items: Sequence>(_ items: Items, _ body: (inout Dumper, Items.Element) -> Void) {
    write(" [")
    for item in items { body(&self, item) }
    write("]")
  }

  mutating func name(_ node: Node) {
    write(" '")
    output.append(contentsOf: node.identifierText.utf8)
  }

  mutating func optionalName(_ node: Node?) {
    if let node { name(node) } else { none() }
  }

  mutating func optional(_ node: Node?) {
    if let node { expression(node) } else { none() }
  }

  mutating func context(_ node: Node) {
    write(node.isStored ? " S" : node.isDeleted ? " D" : " L")
  }

  // MARK: - Statements

  mutating func block(_ block: Block?) {
    guard let block else {
      write(" []")
      return
    }
    list(block.body) { $0.statement($1) }
  }

  mutating func statement(_ node: Node) {
    switch node.kind {
    case .functionDefinition: function(FunctionDefinition(unchecked: node))
    case .classDefinition: classDefinition(ClassDefinition(unchecked: node))
    case .returnStatement: simple("Return", node) { $0.optional(node.firstChild) }
    case .deleteStatement: simple("Delete", node) { $0.expressions(node.children) }
    case .assign:
      let assign = Assign(unchecked: node)
      simple("Assign", node) {
        $0.expressions(assign.targets)
        $0.expression(assign.value)
      }
    case .augmentedAssign:
      let assign = AugmentedAssign(unchecked: node)
      simple("AugAssign", node) {
        $0.expression(assign.target)
        $0.operation(assign.operation)
        $0.expression(assign.value)
      }
    case .annotatedAssign:
      let assign = AnnotatedAssign(unchecked: node)
      simple("AnnAssign", node) {
        $0.expression(assign.target)
        $0.expression(assign.annotation)
        $0.optional(assign.value)
        $0.write(assign.isSimple ? " 1" : " 0")
      }
    case .typeAlias:
      let alias = TypeAlias(unchecked: node)
      simple("TypeAlias", node) {
        $0.expression(alias.name)
        $0.typeParameters(alias.typeParameters)
        $0.expression(alias.value)
      }
    case .forStatement:
      let loop = ForStatement(unchecked: node)
      simple(loop.isAsync ? "AsyncFor" : "For", node) {
        $0.expression(loop.target)
        $0.expression(loop.iterable)
        $0.block(loop.body)
        $0.block(loop.elseBody)
      }
    case .whileStatement:
      let loop = WhileStatement(unchecked: node)
      simple("While", node) {
        $0.expression(loop.test)
        $0.block(loop.body)
        $0.block(loop.elseBody)
      }
    case .ifStatement: ifStatement(IfStatement(unchecked: node))
    case .withStatement:
      let with = WithStatement(unchecked: node)
      simple(with.isAsync ? "AsyncWith" : "With", node) {
        $0.list(with.items) { dumper, item in
          dumper.write("(withitem")
          dumper.expression(item.context)
          dumper.optional(item.target)
          dumper.close()
        }
        $0.block(with.body)
      }
    case .matchStatement:
      let match = MatchStatement(unchecked: node)
      simple("Match", node) {
        $0.expression(match.subject)
        $0.list(match.cases) { $0.matchCase($1) }
      }
    case .raiseStatement:
      let raise = RaiseStatement(unchecked: node)
      simple("Raise", node) {
        $0.optional(raise.exception)
        $0.optional(raise.cause)
      }
    case .tryStatement: tryStatement(TryStatement(unchecked: node))
    case .assertStatement:
      let assertion = AssertStatement(unchecked: node)
      simple("Assert", node) {
        $0.expression(assertion.test)
        $0.optional(assertion.message)
      }
    case .importStatement:
      simple("Import", node) { $0.list(ImportStatement(unchecked: node).aliases) { $0.alias($1) } }
    case .importFrom: importFrom(ImportFrom(unchecked: node))
    case .globalStatement: simple("Global", node) { $0.list(node.children) { $0.name($1) } }
    case .nonlocalStatement: simple("Nonlocal", node) { $0.list(node.children) { $0.name($1) } }
    case .expressionStatement: simple("Expr", node) { $0.optional(node.firstChild) }
    case .passStatement: simple("Pass", node) { _ in }
    case .breakStatement: simple("Break", node) { _ in }
    case .continueStatement: simple("Continue", node) { _ in }
    default: simple("Invalid", node) { _ in }
    }
  }

  mutating func simple(_ name: StaticString, _ node: Node, _ fields: (inout Dumper) -> Void) {
    open(name, node.range)
    fields(&self)
    close()
  }

  private mutating func function(_ function: FunctionDefinition) {
    open(function.isAsync ? "AsyncFunctionDef" : "FunctionDef", function.definitionRange)
    name(function.name)
    parameters(function.parameters)
    block(function.body)
    list(function.decorators) { $0.expression($1) }
    optional(function.returns)
    typeParameters(function.typeParameters)
    close()
  }

  private mutating func classDefinition(_ definition: ClassDefinition) {
    open("ClassDef", definition.definitionRange)
    name(definition.name)
    if let arguments = definition.arguments {
      callArguments(arguments)
    } else {
      write(" [] []")
    }
    block(definition.body)
    list(definition.decorators) { $0.expression($1) }
    typeParameters(definition.typeParameters)
    close()
  }

  private mutating func ifStatement(_ statement: IfStatement) {
    open("If", statement.range)
    expression(statement.test)
    block(statement.body)
    var closing = 1
    for clause in statement.elifClauses {
      write(" [")
      open("If", clause.range.lowerBound..<statement.range.upperBound)
      expression(clause.test)
      block(clause.body)
      closing += 1
    }
    block(statement.elseBody)
    for level in 1...closing { write(level == closing ? ")" : ")]") }
  }

  private mutating func tryStatement(_ statement: TryStatement) {
    let hasStar = statement.handlers.contains { $0.isStar }
    open(hasStar ? "TryStar" : "Try", statement.range)
    block(statement.body)
    list(statement.handlers) { dumper, handler in
      dumper.open("ExceptHandler", handler.range)
      dumper.optional(handler.type)
      dumper.optionalName(handler.name)
      dumper.block(handler.body)
      dumper.close()
    }
    block(statement.elseBody)
    block(statement.finallyBody)
    close()
  }

  private mutating func importFrom(_ statement: ImportFrom) {
    open("ImportFrom", statement.range)
    if let module = statement.module { dottedName(module) } else { none() }
    if let star = statement.node.child(.importStar) {
      write(" [")
      open("alias", star.range)
      write(" '* ~)]")
    } else {
      list(statement.aliases) { $0.alias($1) }
    }
    write(" ")
    write(number: statement.level)
    close()
  }

  private mutating func alias(_ alias: ImportAlias) {
    open("alias", alias.range)
    if alias.name.kind == .dottedName { dottedName(alias.name) } else { name(alias.name) }
    optionalName(alias.alias)
    close()
  }

  private mutating func dottedName(_ node: Node) {
    write(" '")
    output.append(contentsOf: node.children.map(\.identifierText).joined(separator: ".").utf8)
  }

  // MARK: - Parameters

  mutating func typeParameters(_ parameters: TypeParameters?) {
    guard let parameters else {
      write(" []")
      return
    }
    list(parameters.all) { dumper, parameter in
      switch parameter.parameterKind {
      case .typeVariable: dumper.open("TypeVar", parameter.range)
      case .typeVariableTuple: dumper.open("TypeVarTuple", parameter.range)
      case .parameterSpecification: dumper.open("ParamSpec", parameter.range)
      }
      dumper.name(parameter.name)
      if parameter.parameterKind == .typeVariable { dumper.optional(parameter.bound) }
      dumper.optional(parameter.defaultValue)
      dumper.close()
    }
  }

  mutating func parameters(_ parameters: Parameters) {
    let all = Array(parameters.all)
    func only(_ kind: ParameterKind) -> [Parameter] { all.filter { $0.parameterKind == kind } }
    write("(arguments")
    list(only(.positionalOnly)) { $0.parameter($1) }
    list(only(.positionalOrKeyword)) { $0.parameter($1) }
    if let variadic = only(.variadicPositional).first { parameter(variadic) } else { none() }
    list(only(.keywordOnly)) { $0.parameter($1) }
    list(only(.keywordOnly)) { $0.optional($1.defaultValue) }
    if let variadic = only(.variadicKeyword).first { parameter(variadic) } else { none() }
    list((only(.positionalOnly) + only(.positionalOrKeyword)).compactMap(\.defaultValue)) { $0.expression($1) }
    close()
  }

  private mutating func parameter(_ parameter: Parameter) {
    let end = parameter.annotation.map { tree.parenthesizedRange(of: $0).upperBound } ?? parameter.name.end
    open("arg", parameter.name.start..<end)
    name(parameter.name)
    optional(parameter.annotation)
    close()
  }
}
