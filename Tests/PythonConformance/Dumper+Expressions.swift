import PythonSyntax

extension Dumper {
  mutating func expressions<Nodes: Sequence<Node>>(_ nodes: Nodes) { list(nodes) { $0.expression($1) } }

  mutating func operation(_ operation: BinaryOperator) {
    switch operation {
    case .add: write(" Add")
    case .subtract: write(" Sub")
    case .multiply: write(" Mult")
    case .matrixMultiply: write(" MatMult")
    case .divide: write(" Div")
    case .floorDivide: write(" FloorDiv")
    case .modulo: write(" Mod")
    case .power: write(" Pow")
    case .leftShift: write(" LShift")
    case .rightShift: write(" RShift")
    case .bitOr: write(" BitOr")
    case .bitXor: write(" BitXor")
    case .bitAnd: write(" BitAnd")
    }
  }

  mutating func operation(_ operation: ComparisonOperator) {
    switch operation {
    case .equal: write(" Eq")
    case .notEqual: write(" NotEq")
    case .less: write(" Lt")
    case .lessOrEqual: write(" LtE")
    case .greater: write(" Gt")
    case .greaterOrEqual: write(" GtE")
    case .is: write(" Is")
    case .isNot: write(" IsNot")
    case .in: write(" In")
    case .notIn: write(" NotIn")
    }
  }

  mutating func expression(_ node: Node) {
    switch node.kind {
    case .name:
      simple("Name", node) {
        $0.name(node)
        $0.context(node)
      }
    case .attribute:
      let attribute = Attribute(unchecked: node)
      simple("Attribute", node) {
        $0.expression(attribute.value)
        $0.name(attribute.attribute)
        $0.context(node)
      }
    case .subscript:
      let subscripted = Subscript(unchecked: node)
      simple("Subscript", node) {
        $0.expression(subscripted.value)
        $0.expression(subscripted.index)
        $0.context(node)
      }
    case .call:
      let call = Call(unchecked: node)
      simple("Call", node) {
        $0.expression(call.function)
        $0.callArguments(call.argumentList)
      }
    case .starred:
      simple("Starred", node) {
        $0.expression(Starred(unchecked: node).value)
        $0.context(node)
      }
    case .tuple:
      simple("Tuple", node) {
        $0.expressions(TupleExpression(unchecked: node).elements)
        $0.context(node)
      }
    case .list:
      simple("List", node) {
        $0.expressions(ListExpression(unchecked: node).elements)
        $0.context(node)
      }
    case .set: simple("Set", node) { $0.expressions(SetExpression(unchecked: node).elements) }
    case .dictionary:
      let items = Array(DictionaryExpression(unchecked: node).items)
      simple("Dict", node) {
        $0.list(items) { $0.optional($1.key) }
        $0.list(items) { $0.expression($1.value) }
      }
    case .slice:
      let slice = SliceExpression(unchecked: node)
      simple("Slice", node) {
        $0.optional(slice.lower)
        $0.optional(slice.upper)
        $0.optional(slice.step)
      }
    case .binaryOperation:
      let operation = BinaryOperation(unchecked: node)
      simple("BinOp", node) {
        $0.expression(operation.left)
        $0.operation(operation.operation)
        $0.expression(operation.right)
      }
    case .unaryOperation:
      let operation = UnaryOperation(unchecked: node)
      simple("UnaryOp", node) {
        switch operation.operation {
        case .not: $0.write(" Not")
        case .negate: $0.write(" USub")
        case .plus: $0.write(" UAdd")
        case .invert: $0.write(" Invert")
        }
        $0.expression(operation.operand)
      }
    case .booleanOperation:
      let operation = BooleanOperation(unchecked: node)
      simple("BoolOp", node) {
        $0.write(operation.operation == .and ? " And" : " Or")
        $0.expressions(operation.operands)
      }
    case .comparison:
      let comparison = Comparison(unchecked: node)
      simple("Compare", node) {
        $0.expression(comparison.left)
        $0.list(comparison.comparisons) { $0.operation($1.operation) }
        $0.list(comparison.comparisons) { $0.expression($1.right) }
      }
    case .awaitExpression: simple("Await", node) { $0.expression(AwaitExpression(unchecked: node).value) }
    case .yieldExpression: simple("Yield", node) { $0.optional(YieldExpression(unchecked: node).value) }
    case .yieldFrom: simple("YieldFrom", node) { $0.expression(YieldFrom(unchecked: node).value) }
    case .lambda:
      let lambda = Lambda(unchecked: node)
      simple("Lambda", node) {
        $0.parameters(lambda.parameters)
        $0.expression(lambda.body)
      }
    case .namedExpression:
      let named = NamedExpression(unchecked: node)
      simple("NamedExpr", node) {
        $0.expression(named.target)
        $0.expression(named.value)
      }
    case .ifExpression:
      let conditional = IfExpression(unchecked: node)
      simple("IfExp", node) {
        $0.expression(conditional.test)
        $0.expression(conditional.body)
        $0.expression(conditional.orElse)
      }
    case .listComprehension:
      let comprehension = ListComprehension(unchecked: node)
      self.comprehension("ListComp", node, [comprehension.element], comprehension.clauses)
    case .setComprehension:
      let comprehension = SetComprehension(unchecked: node)
      self.comprehension("SetComp", node, [comprehension.element], comprehension.clauses)
    case .generatorExpression:
      let comprehension = GeneratorExpression(unchecked: node)
      self.comprehension("GeneratorExp", node, [comprehension.element], comprehension.clauses)
    case .dictionaryComprehension:
      let comprehension = DictionaryComprehension(unchecked: node)
      self.comprehension("DictComp", node, [comprehension.key, comprehension.value], comprehension.clauses)
    case .formattedString: formatted("JoinedStr", node, FormattedString(unchecked: node).pieces)
    case .templateString: formatted("TemplateStr", node, TemplateString(unchecked: node).pieces)
    default: constant(node)
    }
  }

  mutating func callArguments(_ arguments: Arguments) {
    expressions(arguments.positional)
    let keywords = arguments.all.filter { $0.kind == .keywordArgument || $0.kind == .keywordUnpack }
    list(keywords) { dumper, keyword in
      dumper.simple("keyword", keyword) {
        if let named = KeywordArgument(keyword) {
          $0.name(named.name)
          $0.expression(named.value)
        } else {
          $0.none()
          $0.optional(KeywordUnpack(keyword)?.value)
        }
      }
    }
  }

  private mutating func comprehension(
    _ name: StaticString, _ node: Node, _ elements: [Node], _ clauses: ViewSequence<ComprehensionClause>
  ) {
    simple(name, node) {
      for element in elements { $0.expression(element) }
      $0.list(clauses) { dumper, clause in
        dumper.write("(comprehension")
        dumper.expression(clause.target)
        dumper.expression(clause.iterable)
        dumper.expressions(clause.conditions)
        dumper.write(clause.isAsync ? " 1)" : " 0)")
      }
    }
  }
}
