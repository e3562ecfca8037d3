import PythonSyntax

extension Dumper {
  mutating func function(_ function: FunctionDefinition) {
    open(function.isAsync ? "AsyncFunctionDef" : "FunctionDef", function.definitionRange)
    name(function.name)
    parameters(function.parameters)
    block(function.body)
    list(function.decorators) { $0.expression($1) }
    optional(function.returns)
    typeParameters(function.typeParameters)
    close()
  }

  mutating func classDefinition(_ definition: ClassDefinition) {
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

  mutating func ifStatement(_ statement: IfStatement) {
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

  mutating func tryStatement(_ statement: TryStatement) {
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

  mutating func importFrom(_ statement: ImportFrom) {
    open("ImportFrom", statement.range)
    if let module = statement.module { dottedName(module) } else { none() }
    if statement.importsAll, let star = statement.node.child(.importStar) {
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

  mutating func alias(_ alias: ImportAlias) {
    open("alias", alias.range)
    if alias.name.kind == .dottedName { dottedName(alias.name) } else { name(alias.name) }
    optionalName(alias.alias)
    close()
  }

  mutating func dottedName(_ node: Node) {
    write(" '")
    let parts = DottedName(unchecked: node).parts
    output.append(contentsOf: parts.map(\.identifierText).joined(separator: ".").utf8)
  }
}
