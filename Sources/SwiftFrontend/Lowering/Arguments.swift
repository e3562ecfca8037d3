import LintModel
import SwiftSyntax

extension Invocation.Argument.Kind {
  init(_ expression: ExprSyntax) {
    switch expression.kind {
    case .stringLiteralExpr: self = .string
    case .integerLiteralExpr, .floatLiteralExpr: self = .number
    case .prefixOperatorExpr:
      let operand = expression.as(PrefixOperatorExprSyntax.self)?.expression
      self = operand.map { Self($0) } == .number ? .number : .other
    case .booleanLiteralExpr: self = .boolean
    case .nilLiteralExpr: self = .none
    case .declReferenceExpr, .memberAccessExpr: self = .name
    case .functionCallExpr: self = .call
    case .arrayExpr, .dictionaryExpr, .tupleExpr: self = .collection
    case .closureExpr: self = .lambda
    default: self = .other
    }
  }
}
