import LintModel
import LintSourceText
import SwiftSyntax

extension Lowering {
  /// `catch {}`
  func add(_ node: CatchClauseSyntax) {
    guard node.body.statements.isEmpty, let statement = node.parent?.parent?.as(DoStmtSyntax.self) else { return }
    let items = node.catchItems.compactMap { $0.pattern.map { source(of: $0) } }
    let isCleanup = statement.body.statements.allSatisfy { cleansUp(Syntax($0.item)) }
    let end = node.catchItems.isEmpty ? range(of: node.catchKeyword).end : range(of: node.catchItems).end
    model.silentHandlers.append(
      SilentHandler(
        range: SourceRange(start: range(of: node).start, end: end), caught: items,
        attempt: isCleanup ? .cleansUp : .other,
        isExplained: holdsComment(node.body.leftBrace.trailingTrivia)
          || holdsComment(node.body.rightBrace.leadingTrivia)
          || holdsComment(statement.leadingTrivia), owner: owner))
  }

  /// `try? work()` as a statement, or `_ = try? work()`: the error is discarded and the nil is not checked.
  func addDropped(_ node: TryExprSyntax) {
    guard node.questionOrExclamationMark?.text == "?" else { return }
    var statement = Syntax(node)
    if let list = node.parent, list.is(ExprListSyntax.self), let first = list.as(ExprListSyntax.self)?.first {
      guard first.is(DiscardAssignmentExprSyntax.self), let sequence = list.parent else { return }
      statement = sequence
    }
    guard let item = statement.parent?.as(CodeBlockItemSyntax.self),
      let list = item.parent?.as(CodeBlockItemListSyntax.self)
    else { return }
    // A body of one expression returns it.
    let isDiscarded = statement.id != Syntax(node).id
    guard isDiscarded || list.count > 1 && item.id != list.last?.id || isInVoidFunction(Syntax(list)) else { return }
    model.silentHandlers.append(
      SilentHandler(
        range: SourceRange(start: range(of: node).start, end: range(of: node.tryKeyword).end + 1), caught: [],
        attempt: cleansUp(Syntax(node.expression)) ? .cleansUp : .other,
        isExplained: holdsComment(item.leadingTrivia) || holdsComment(item.trailingTrivia), owner: owner))
  }

  private func isInVoidFunction(_ list: Syntax) -> Bool {
    guard let function = list.parent?.parent?.as(FunctionDeclSyntax.self) else { return false }
    return function.signature.returnClause == nil
  }

  private func cleansUp(_ node: Syntax) -> Bool {
    var node = node
    while true {
      if let attempt = node.as(TryExprSyntax.self) {
        node = Syntax(attempt.expression)
      } else if let wait = node.as(AwaitExprSyntax.self) {
        node = Syntax(wait.expression)
      } else {
        break
      }
    }
    guard let call = node.as(FunctionCallExprSyntax.self) else { return false }
    let name =
      call.calledExpression.as(MemberAccessExprSyntax.self)?.declName.baseName.text
      ?? call.calledExpression.as(DeclReferenceExprSyntax.self)?.baseName.text
    return name.map(SilentHandler.isCleanup) ?? false
  }

  private func holdsComment(_ trivia: Trivia) -> Bool {
    trivia.contains { piece in
      switch piece {
      case .lineComment, .blockComment: true
      default: false
      }
    }
  }
}
