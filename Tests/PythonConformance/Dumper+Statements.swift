import PythonSyntax

extension Dumper {
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
    case .returnStatement: simple("Return", node) { $0.optional(ReturnStatement(unchecked: node).value) }
    case .deleteStatement: simple("Delete", node) { $0.expressions(DeleteStatement(unchecked: node).targets) }
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
    case .globalStatement:
      simple("Global", node) { $0.list(GlobalStatement(unchecked: node).names) { $0.name($1) } }
    case .nonlocalStatement:
      simple("Nonlocal", node) { $0.list(NonlocalStatement(unchecked: node).names) { $0.name($1) } }
    case .expressionStatement:
      simple("Expr", node) { $0.expression(ExpressionStatement(unchecked: node).expression) }
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
}
