import LintModel
import LintSourceText
import SwiftSyntax

extension Lowering {
  /// A function or subscript around the node at hand.
  struct Frame {
    var declaration: Int
    /// Places in the declaration's parameters, by internal name.
    var parameters: [String: Int]
    /// Whether a parameter's name leaves open if it is an axis or a size.
    var isAmbiguous: [Bool]
    var uses: [ParameterUse]
    /// Local constants that hold a text, so that `fatalError(message)` can be read.
    var texts: [String: MessageTemplate] = [:]
    /// Local names.
    var locals: Set<String> = []
  }

  func enter(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
    let isOperator: Bool
    if case .identifier = node.name.tokenKind { isOperator = false } else { isOperator = true }
    let signature = node.signature
    let parameters = signature.parameterClause.parameters.map { parameter($0, isUnlabeled: isOperator) }
    var kind = callableKind
    if isTest(node) { kind = .test }
    var flags = flags(of: node.modifiers, node.attributes)
    flags.formUnion(bodyFlags(node.body))
    pushFunction(
      Declaration(
        kind: kind, name: name(node.name), parent: owner, range: range(of: node), flags: flags,
        parameters: parameters, returns: signature.returnClause.map { source(of: $0.type) },
        attributes: attributes(node.attributes), doc: doc(of: node)),
      throws: signature.effectSpecifiers?.throwsClause)
    return .visitChildren
  }

  /// A macro is used like a function, and has no body here.
  func enter(_ node: MacroDeclSyntax) -> SyntaxVisitorContinueKind {
    var flags = flags(of: node.modifiers, node.attributes)
    flags.insert(.isAbstract)
    let signature = node.signature
    pushFunction(
      Declaration(
        kind: .function, name: name(node.name), parent: owner, range: range(of: node), flags: flags,
        parameters: signature.parameterClause.parameters.map { parameter($0, isUnlabeled: false) },
        returns: signature.returnClause.map { source(of: $0.type) },
        attributes: attributes(node.attributes), doc: doc(of: node)),
      throws: nil)
    return .skipChildren
  }

  func enter(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind {
    var flags = flags(of: node.modifiers, node.attributes)
    flags.formUnion(bodyFlags(node.body))
    pushFunction(
      Declaration(
        kind: .method, name: Name("init", at: range(of: node.initKeyword)), parent: owner, range: range(of: node),
        flags: flags,
        parameters: node.signature.parameterClause.parameters.map { parameter($0, isUnlabeled: false) },
        attributes: attributes(node.attributes), doc: doc(of: node)),
      throws: node.signature.effectSpecifiers?.throwsClause)
    return .visitChildren
  }

  func enter(_ node: SubscriptDeclSyntax) -> SyntaxVisitorContinueKind {
    var flags = flags(of: node.modifiers, node.attributes)
    if node.accessorBlock.map(isRequirement) ?? true { flags.insert(.isAbstract) }
    pushFunction(
      Declaration(
        kind: .method, name: Name("subscript", at: range(of: node.subscriptKeyword)), parent: owner,
        range: range(of: node), flags: flags,
        parameters: node.parameterClause.parameters.map { parameter($0, isUnlabeled: $0.secondName == nil) },
        returns: source(of: node.returnClause.type), attributes: attributes(node.attributes), doc: doc(of: node)),
      throws: nil)
    return .visitChildren
  }

  func leaveFunction() {
    owners.removeLast()
    guard let frame = frames.popLast() else { return }
    let isInitializer = model.declarations[frame.declaration].isInitializer
    for (index, use) in frame.uses.enumerated() {
      use.apply(
        to: &model.declarations[frame.declaration].parameters[index], isAmbiguous: frame.isAmbiguous[index],
        inInitializer: isInitializer, ofReduction: isReduction(model.declarations[frame.declaration].name.text[...]))
    }
  }

  private func pushFunction(_ declaration: Declaration, throws clause: ThrowsClauseSyntax?) {
    var declaration = declaration
    if let clause, clause.throwsSpecifier.tokenKind == .keyword(.throws) {
      declaration.thrown = clause.type.map { source(of: $0) } ?? "any Error"
    }
    push(declaration)
    var places: [String: Int] = [:]
    for (index, parameter) in declaration.parameters.enumerated() { places[parameter.name.text] = index }
    frames.append(
      Frame(
        declaration: model.declarations.count - 1, parameters: places,
        isAmbiguous: declaration.parameters.map { ParameterUse.isAmbiguous($0.name) },
        uses: Array(repeating: ParameterUse(), count: declaration.parameters.count)))
  }

  private var callableKind: Declaration.Kind {
    owner.map { model.declarations[$0].kind == .type ? .method : .function } ?? .function
  }

  /// `@Test func`, or a `test...` method without parameters in an XCTest case.
  private func isTest(_ node: FunctionDeclSyntax) -> Bool {
    if attribute(["Test", "Testing.Test"], in: node.attributes) != nil { return true }
    guard node.name.text.hasPrefix("test"), node.signature.parameterClause.parameters.isEmpty, let owner,
      model.declarations[owner].kind == .type
    else { return false }
    let type = model.declarations[owner]
    return type.bases.contains { $0.hasSuffix("TestCase") || $0.hasSuffix("Tests") }
      || (type.flags.contains(.isExtension) && isTestCase(type.name.text))
  }

  private func isTestCase(_ name: String) -> Bool {
    model.declarations.contains { type in
      type.kind == .type && type.name.text == name && type.bases.contains { $0.hasSuffix("TestCase") }
    }
  }

  /// No body: a requirement. A body that is empty, or only says that it is not there yet: a stub.
  private func bodyFlags(_ body: CodeBlockSyntax?) -> Declaration.Flags {
    guard let body else { return .isAbstract }
    guard let first = body.statements.first else { return .isStub }
    if body.statements.count == 1, isConstant(first) { return .isConstant }
    guard body.statements.count == 1, case .expr(let expression) = first.item,
      let call = expression.as(FunctionCallExprSyntax.self), let callee = dottedName(call.calledExpression)?.text,
      ["fatalError", "Swift.fatalError", "preconditionFailure"].contains(callee)
    else { return [] }
    guard let argument = call.arguments.first else { return .isStub }
    let message = source(of: argument.expression).lowercased()
    let marks: [StaticString] = ["implement", "abstract", "overrid", "subclass", "not supported"]
    // Whatever it says, a function that only fails has no use for its parameters.
    return marks.contains { message.holds($0) } ? .isStub : .isConstant
  }

  /// A constant, the own object, an empty collection, or nothing but an error.
  private func isConstant(_ item: CodeBlockItemSyntax) -> Bool {
    var value: ExprSyntax?
    switch item.item {
    case .stmt(let statement):
      if statement.is(ThrowStmtSyntax.self) { return true }
      guard let result = statement.as(ReturnStmtSyntax.self) else { return false }
      value = result.expression
    case .expr(let expression): value = expression
    default: return false
    }
    guard let value else { return true }
    switch value.kind {
    case .integerLiteralExpr, .floatLiteralExpr, .booleanLiteralExpr, .nilLiteralExpr: return true
    case .arrayExpr: return value.as(ArrayExprSyntax.self)?.elements.isEmpty ?? false
    case .stringLiteralExpr: return true
    case .declReferenceExpr: return value.as(DeclReferenceExprSyntax.self)?.baseName.tokenKind == .keyword(.self)
    default: return false
    }
  }

  /// `{ get }`, `{ get set }`: accessors without bodies.
  func isRequirement(_ block: AccessorBlockSyntax) -> Bool {
    guard case .accessors(let accessors) = block.accessors else { return false }
    return accessors.allSatisfy { $0.body == nil }
  }
}
