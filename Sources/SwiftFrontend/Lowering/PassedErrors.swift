import LintModel
import LintSourceText
import SwiftSyntax

extension Lowering {
  /// An error that is passed instead of thrown: `.failure(error)`, `finish(throwing: error)`.
  func addPassedError(_ node: FunctionCallExprSyntax) {
    guard let member = node.calledExpression.as(MemberAccessExprSyntax.self), let argument = node.arguments.first,
      node.arguments.count == 1, isError(argument.expression), hands(node, by: member, argument)
    else { return }
    addError(argument.expression, at: Syntax(node))
  }

  private func hands(
    _ node: FunctionCallExprSyntax, by member: MemberAccessExprSyntax, _ argument: LabeledExprSyntax
  ) -> Bool {
    switch member.declName.baseName.text {
    case "failure":
      guard argument.label == nil else { return false }
      let base = member.base.flatMap { dottedName($0) }?.text
      return (member.base == nil || base == "Result" || base == "Swift.Result") && !isCompared(Syntax(node))
    case "finish", "resume", "yield": return argument.label?.text == "throwing"
    default: return false
    }
  }

  /// A new error, rather than one that is passed on: `PoolError.tooSmall`, `.tooSmall(3)`, `PoolError("too small")`.
  private func isError(_ expression: ExprSyntax) -> Bool {
    let made = expression.as(FunctionCallExprSyntax.self)?.calledExpression ?? expression
    guard let name = dottedName(made)?.text else { return false }
    return made.is(MemberAccessExprSyntax.self)
      ? name.first == "." || name.first?.isUppercase == true
      : name.first?.isUppercase == true && expression.is(FunctionCallExprSyntax.self)
  }

  /// A pattern, or an operand of `==`.
  private func isCompared(_ node: Syntax) -> Bool {
    var child = node
    while let parent = child.parent {
      if parent.is(ExpressionPatternSyntax.self) || parent.is(SequenceExprSyntax.self) { return true }
      if parent.is(CodeBlockItemSyntax.self) || parent.is(FunctionCallExprSyntax.self) { return false }
      child = parent
    }
    return false
  }
}
