import LintModel
import LintSourceText
import SwiftSyntax

/// Walks a file's tree once and fills the model.
///
/// The overrides only say which node goes where; each room of the work is an extension in a file of its own.
final class Lowering: SyntaxVisitor {
  let bytes: UnsafeBufferPointer<UInt8>
  let role: Role
  var model = FileModel()
  /// The declarations around the node at hand, innermost last; nil stands for the file.
  var owners: [Int?] = [nil]
  /// The functions around it.
  var frames: [Frame] = []
  /// Flags whose spellings are the cases of an enum that may stand further down.
  var enumerableFlags: [(declaration: Int, type: String)] = []
  var importsArgumentParser = false
  /// Places in the raise sites of those that throw a case without values: `throw PoolError.tooSmall`.
  var plainErrors: [Int] = []
  /// The texts of errors that their types word themselves.
  var descriptions = ErrorDescriptions()
  /// The stored properties of the types in this file, by the types' names.
  var storedProperties: [String: Set<String>] = [:]
  /// Environment variables that the file reads, each once.
  var environmentVariables: Set<String> = []
  private var depth = 0

  /// Postfix chains and `else if` ladders nest without the parser's limit; past this depth their insides are skipped.
  private static let maximumDepth = 1000

  init(bytes: UnsafeBufferPointer<UInt8>, role: Role) {
    self.bytes = bytes
    self.role = role
    super.init(viewMode: .sourceAccurate)
  }

  var owner: Int? { owners.last ?? nil }

  // MARK: Declarations

  override func visit(_ node: StructDeclSyntax) -> SyntaxVisitorContinueKind { enter(node, named: node.name) }
  override func visit(_ node: ClassDeclSyntax) -> SyntaxVisitorContinueKind { enter(node, named: node.name) }
  override func visit(_ node: EnumDeclSyntax) -> SyntaxVisitorContinueKind { enter(node, named: node.name) }
  override func visit(_ node: ActorDeclSyntax) -> SyntaxVisitorContinueKind { enter(node, named: node.name) }
  override func visit(_ node: ProtocolDeclSyntax) -> SyntaxVisitorContinueKind { enter(node, named: node.name) }
  override func visit(_ node: ExtensionDeclSyntax) -> SyntaxVisitorContinueKind { enter(node) }
  override func visitPost(_ node: StructDeclSyntax) { owners.removeLast() }
  override func visitPost(_ node: ClassDeclSyntax) { owners.removeLast() }
  override func visitPost(_ node: EnumDeclSyntax) { owners.removeLast() }
  override func visitPost(_ node: ActorDeclSyntax) { owners.removeLast() }
  override func visitPost(_ node: ProtocolDeclSyntax) { owners.removeLast() }
  override func visitPost(_ node: ExtensionDeclSyntax) { owners.removeLast() }

  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { enter(node) }
  override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind { enter(node) }
  override func visit(_ node: SubscriptDeclSyntax) -> SyntaxVisitorContinueKind { enter(node) }
  override func visit(_ node: MacroDeclSyntax) -> SyntaxVisitorContinueKind { enter(node) }
  override func visitPost(_ node: MacroDeclSyntax) { leaveFunction() }
  override func visitPost(_ node: FunctionDeclSyntax) { leaveFunction() }
  override func visitPost(_ node: InitializerDeclSyntax) { leaveFunction() }
  override func visitPost(_ node: SubscriptDeclSyntax) { leaveFunction() }

  override func visit(_ node: VariableDeclSyntax) -> SyntaxVisitorContinueKind { enter(node) }
  override func visitPost(_ node: VariableDeclSyntax) { owners.removeLast() }
  override func visit(_ node: EnumCaseDeclSyntax) -> SyntaxVisitorContinueKind {
    add(node)
    return .visitChildren
  }

  override func visit(_ node: ImportDeclSyntax) -> SyntaxVisitorContinueKind {
    add(node)
    return .skipChildren
  }

  // MARK: Expressions

  override func visit(_ node: ThrowStmtSyntax) -> SyntaxVisitorContinueKind {
    add(node)
    return .visitChildren
  }

  override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
    addFailure(of: node)
    addPassedError(node)
    noteCall(node)
    noteEnvironment(node)
    return descend()
  }

  override func visit(_ node: MacroExpansionExprSyntax) -> SyntaxVisitorContinueKind {
    noteCall(node)
    return .visitChildren
  }

  override func visit(_ node: StringLiteralExprSyntax) -> SyntaxVisitorContinueKind {
    noteKeys(node)
    return .visitChildren
  }

  override func visit(_ node: CatchClauseSyntax) -> SyntaxVisitorContinueKind {
    add(node)
    return .visitChildren
  }

  override func visit(_ node: TryExprSyntax) -> SyntaxVisitorContinueKind {
    addDropped(node)
    return .visitChildren
  }

  override func visit(_ node: SequenceExprSyntax) -> SyntaxVisitorContinueKind {
    addConcatenation(in: node)
    return .visitChildren
  }

  override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
    if !frames.isEmpty { noteUse(node) }
    noteValue(node)
    return .skipChildren
  }

  override func visit(_ node: OptionalBindingConditionSyntax) -> SyntaxVisitorContinueKind {
    noteShorthand(node)
    return .visitChildren
  }

  override func visit(_ node: ClosureCaptureSyntax) -> SyntaxVisitorContinueKind {
    if node.initializer == nil { noteRead(node.name) }
    return .visitChildren
  }

  override func visit(_ node: ReturnStmtSyntax) -> SyntaxVisitorContinueKind {
    noteReturn(node)
    return .visitChildren
  }

  override func visit(_ node: GuardStmtSyntax) -> SyntaxVisitorContinueKind {
    addBranch(node)
    return .visitChildren
  }

  override func visit(_ node: ForStmtSyntax) -> SyntaxVisitorContinueKind {
    addLoop(node.body)
    return .visitChildren
  }

  override func visit(_ node: WhileStmtSyntax) -> SyntaxVisitorContinueKind {
    addLoop(node.body)
    return .visitChildren
  }

  override func visit(_ node: RepeatStmtSyntax) -> SyntaxVisitorContinueKind {
    addLoop(node.body)
    return .visitChildren
  }

  override func visit(_ node: MemberAccessExprSyntax) -> SyntaxVisitorContinueKind { descend() }
  override func visit(_ node: SubscriptCallExprSyntax) -> SyntaxVisitorContinueKind {
    noteEnvironment(node)
    return descend()
  }

  override func visit(_ node: OptionalChainingExprSyntax) -> SyntaxVisitorContinueKind { descend() }
  override func visit(_ node: ForceUnwrapExprSyntax) -> SyntaxVisitorContinueKind { descend() }
  override func visit(_ node: PostfixOperatorExprSyntax) -> SyntaxVisitorContinueKind { descend() }
  override func visit(_ node: IfExprSyntax) -> SyntaxVisitorContinueKind {
    addBranch(node)
    return descend()
  }
  override func visit(_ node: MemberTypeSyntax) -> SyntaxVisitorContinueKind { descend() }
  override func visitPost(_ node: FunctionCallExprSyntax) { depth -= 1 }
  override func visitPost(_ node: MemberAccessExprSyntax) { depth -= 1 }
  override func visitPost(_ node: SubscriptCallExprSyntax) { depth -= 1 }
  override func visitPost(_ node: OptionalChainingExprSyntax) { depth -= 1 }
  override func visitPost(_ node: ForceUnwrapExprSyntax) { depth -= 1 }
  override func visitPost(_ node: PostfixOperatorExprSyntax) { depth -= 1 }
  override func visitPost(_ node: IfExprSyntax) { depth -= 1 }
  override func visitPost(_ node: MemberTypeSyntax) { depth -= 1 }

  private func descend() -> SyntaxVisitorContinueKind {
    depth += 1
    guard depth > Self.maximumDepth else { return .visitChildren }
    noteUnreadableBody()
    return .skipChildren
  }

  // MARK: Where nothing stands that the model keeps

  override func visit(_ node: AttributeSyntax) -> SyntaxVisitorContinueKind {
    node.arguments?.is(LabeledExprListSyntax.self) == true ? .visitChildren : .skipChildren
  }

  override func visit(_ node: DeclModifierListSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: FunctionSignatureSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: FunctionParameterClauseSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: GenericParameterClauseSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: GenericWhereClauseSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: InheritanceClauseSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: TypeAnnotationSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: ReturnClauseSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: StringSegmentSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: IdentifierTypeSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
}
