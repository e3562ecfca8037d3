import SwiftSyntax

/// The names that an example defines, and the types of its variables.
final class NamesOfExample: SyntaxVisitor {
  private(set) var defined: Set<String> = []
  /// By variable: the type whose initializer gave its value.
  private(set) var types: [String: String] = [:]

  /// `Linear` of `try Linear(3, 4)`, also behind `await`.
  static func type(madeBy expression: ExprSyntax) -> String? {
    var value = expression
    while true {
      if let inner = value.as(TryExprSyntax.self), inner.questionOrExclamationMark?.text != "?" {
        value = inner.expression
      } else if let inner = value.as(AwaitExprSyntax.self) {
        value = inner.expression
      } else {
        break
      }
    }
    guard var callee = value.as(FunctionCallExprSyntax.self)?.calledExpression else { return nil }
    if let specialized = callee.as(GenericSpecializationExprSyntax.self) { callee = specialized.expression }
    guard let name = callee.as(DeclReferenceExprSyntax.self)?.baseName.text, name.first?.isUppercase == true else {
      return nil
    }
    return name
  }

  override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind {
    for binding in node.bindings {
      guard let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text else { continue }
      let isKnown = defined.contains(name)
      types[name] = isKnown ? nil : binding.initializer.flatMap { Self.type(madeBy: $0.value) }
    }
    return .visitChildren
  }

  override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind { note(node.identifier) }
  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { note(node.name) }
  override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind { note(node.name) }
  override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind { note(node.name) }
  override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind { note(node.name) }
  override func visit(_ node: ActorDeclSyntax) -> SyntaxVisitorContinueKind { note(node.name) }
  override func visit(_ node: ProtocolDeclSyntax) -> SyntaxVisitorContinueKind { note(node.name) }
  override func visit(_ node: TypeAliasDeclSyntax) -> SyntaxVisitorContinueKind { note(node.name) }
  override func visit(_ node: GenericParameterSyntax) -> SyntaxVisitorContinueKind { note(node.name) }
  override func visit(_ node: FunctionParameterSyntax) -> SyntaxVisitorContinueKind {
    note(node.secondName ?? node.firstName)
  }
  override func visit(_ node: ClosureShorthandParameterSyntax) -> SyntaxVisitorContinueKind { note(node.name) }
  override func visit(_ node: ClosureParameterSyntax) -> SyntaxVisitorContinueKind {
    note(node.secondName ?? node.firstName)
  }
  /// What an example adds to a type is its own.
  override func visit(_ node: ExtensionDeclSyntax) -> SyntaxVisitorContinueKind {
    defined.insert(node.extendedType.trimmedDescription)
    return .visitChildren
  }

  private func note(_ token: TokenSyntax) -> SyntaxVisitorContinueKind {
    if !defined.insert(token.text).inserted { types[token.text] = nil }
    return .visitChildren
  }
}
