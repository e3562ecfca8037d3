import LintModel
import LintSourceText
import PythonSyntax

extension Lowering {
  mutating func addFunction(_ node: Node) {
    guard let function = FunctionDefinition(node) else { return }
    let isMethod = scopes.last.map { !$0.isFunction } ?? false
    let decorators = decorators(function.decorators)
    let name = LintSourceText.Name(function.name)
    let isProperty = decorators.contains { Self.makesProperty($0.text) }
    let isTest = name.text.hasPrefix("test") && isCollected && !decorators.contains { $0.text.hasSuffix("fixture") }
    var declaration = Declaration(
      kind: isTest ? .test : isProperty ? .property : isMethod ? .method : .function, name: name, parent: owner,
      range: SourceRange(node), flags: flags(of: name.text, decorators), attributes: decorators)
    declaration.parameters = Signature.parameters(
      of: function, isMethod: isMethod && !declaration.flags.contains(.isStatic),
      of: isMethod ? scopes.last?.node : nil, in: tree)
    declaration.returns = function.returns?.text
    declaration.doc = doc(of: node)
    if isProperty { declaration.flags.insert(.isProperty) }
    if function.isStub { declaration.flags.insert(.isStub) }
    if function.isConstant { declaration.flags.insert(.isConstant) }
    if scopes.contains(where: \.isFunction) { declaration.flags.formUnion(.isLocal) }
    model.declarations.append(declaration)
    var scope = Scope(node: node, declaration: model.declarations.count - 1, isFunction: true)
    scope.watch = ParameterWatch(declaration.parameters, of: function)
    scopes.append(scope)
    addCommandOptions(function)
  }

  /// Whether pytest or unittest look for tests in this file: they go by its name.
  private var isCollected: Bool {
    guard reference.role == .test else { return false }
    let stem = Paths.stem(of: reference.projectPath)
    return stem.hasPrefix("test") || stem.hasSuffix("_test") || stem.hasSuffix("_tests")
  }

  mutating func addClass(_ node: Node) {
    guard let type = ClassDefinition(node) else { return }
    let decorators = decorators(type.decorators)
    let name = LintSourceText.Name(type.name)
    var declaration = Declaration(
      kind: .type, name: name, parent: owner, range: SourceRange(node), flags: flags(of: name.text, decorators),
      attributes: decorators)
    if let arguments = type.arguments {
      declaration.bases = arguments.positional.compactMap { base in
        (Subscript(base)?.value ?? Call(base)?.function ?? base).dottedName
      }
    }
    declaration.doc = doc(of: node)
    if scopes.contains(where: \.isFunction) { declaration.flags.insert(.isLocal) }
    model.declarations.append(declaration)
    scopes.append(Scope(node: node, declaration: model.declarations.count - 1, isFunction: false))
  }

  /// The documentation that a definition's or module's first statement gives.
  func doc(of node: Node) -> Doc? {
    guard let literal = tree.docstring(of: node)?.node, literal.children.count == 1, let piece = literal.firstChild
    else { return nil }
    return DocstringReader.read(text.bytes, range: StringPieceText.content(of: piece))
  }

  private func decorators(_ list: DecoratorList) -> [LintSourceText.Name] {
    list.compactMap { expression in
      let callee = Call(expression)?.function ?? expression
      // `register` of `@Registry("losses").register()`
      let name = callee.dottedName ?? callee.lastName?.text
      return name.map { LintSourceText.Name($0, at: SourceRange(callee)) }
    }
  }

  private func flags(of name: String, _ decorators: [LintSourceText.Name]) -> Declaration.Flags {
    var flags: Declaration.Flags = []
    let enclosing = model.declarations[owner ?? 0].flags
    let isDunder = name.hasPrefix("__") && name.hasSuffix("__")
    if enclosing.contains(.isPublic), !name.hasPrefix("_") || isDunder, !enclosing.contains(.isLocal), function == nil {
      flags.insert(.isPublic)
    }
    for decorator in decorators {
      switch decorator.text.split(separator: ".").last ?? "" {
      case "overload": flags.insert(.isOverload)
      case "override", "overrides": flags.insert(.isOverride)
      case "abstractmethod": flags.insert(.isAbstract)
      case "staticmethod": flags.insert(.isStatic)
      case let name where name.lowercased().contains("deprecat"): flags.insert(.isDeprecated)
      default: break
      }
    }
    return flags
  }

  private static func makesProperty(_ decorator: String) -> Bool {
    switch decorator.split(separator: ".").last ?? "" {
    case "property", "cached_property", "setter", "deleter", "getter", "classproperty", "abstractproperty",
      "lazy_property", "hybrid_property":
      true
    default: false
    }
  }
}

extension FunctionDefinition {
  /// True if the body is one `return` of a constant, of its own object or of an empty collection, or one `raise`.
  fileprivate var isConstant: Bool {
    var statements = body.body
    guard var last = statements.next() else { return false }
    if last.kind == .expressionStatement, last.firstChild?.kind == .stringLiteral, let next = statements.next() {
      last = next
    }
    guard statements.next() == nil else { return false }
    guard let statement = ReturnStatement(last) else { return last.kind == .raiseStatement }
    guard let value = statement.value else { return true }
    switch value.kind {
    case .noneLiteral, .trueLiteral, .falseLiteral, .integerLiteral, .floatLiteral, .stringLiteral: return true
    case .list, .dictionary, .tuple: return value.isLeaf
    case .name: return value.textEquals("self") || value.textEquals("cls")
    default: return false
    }
  }

  /// True if the body does nothing yet: nothing but a docstring, `pass`, `...` or `raise NotImplementedError`.
  fileprivate var isStub: Bool {
    body.body.allSatisfy { statement in
      switch statement.kind {
      case .passStatement: true
      case .expressionStatement:
        statement.firstChild?.kind == .stringLiteral || statement.firstChild?.kind == .ellipsisLiteral
      case .raiseStatement:
        statement.descendants.contains { $0.kind == .name && $0.textEquals("NotImplementedError") }
      default: false
      }
    }
  }
}
