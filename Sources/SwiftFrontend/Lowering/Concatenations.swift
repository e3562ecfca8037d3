import LintModel
import LintSourceText
import SwiftSyntax

extension Lowering {
  /// Records literals that `+` joins directly.
  func addConcatenation(in sequence: SequenceExprSyntax) {
    let elements = Array(sequence.elements)
    guard elements.count >= 3, elements.contains(where: { $0.is(StringLiteralExprSyntax.self) }) else { return }
    var joins: [SourceRange] = []
    for index in stride(from: 0, to: elements.count - 2, by: 2) {
      guard let left = elements[index].as(StringLiteralExprSyntax.self), isPlus(elements[index + 1]),
        let right = elements[index + 2].as(StringLiteralExprSyntax.self)
      else { continue }
      joins.append(SourceRange(start: characters(of: left).end, end: characters(of: right).start))
    }
    guard !joins.isEmpty else { return }
    let pieces = elements.enumerated().flatMap { index, element -> [MessageTemplate.Piece] in
      if index % 2 == 1 { return [] }
      if let literal = element.as(StringLiteralExprSyntax.self) { return self.pieces(of: literal) }
      return [MessageTemplate.Piece(.value(source(of: element)), at: range(of: element))]
    }
    model.concatenations.append(
      Concatenation(
        use: use(of: Syntax(sequence)), text: MessageTemplate(range: range(of: sequence), pieces: pieces), joins: joins,
        isElement: false))
  }

  private func isPlus(_ element: ExprSyntax) -> Bool {
    element.as(BinaryOperatorExprSyntax.self)?.operator.text == "+"
  }

  /// What the statement around an expression does with it.
  private func use(of node: Syntax) -> Concatenation.Use {
    var child = node
    while let parent = child.parent, !parent.is(CodeBlockItemSyntax.self), !parent.is(MemberBlockItemSyntax.self) {
      if let argument = parent.as(LabeledExprSyntax.self),
        ["help", "abstract", "discussion", "usage"].contains(argument.label?.text)
      {
        return .help
      }
      if parent.is(ThrowStmtSyntax.self) { return .error }
      if let callee = parent.as(FunctionCallExprSyntax.self).flatMap({ dottedName($0.calledExpression) }),
        let last = callee.text.split(separator: ".").last
      {
        if Self.errorCallees.contains(last) { return .error }
        if Self.logCallees.contains(last) { return .log }
        if last == "ArgumentHelp" { return .help }
      }
      child = parent
    }
    return .other
  }

  private static let errorCallees: Set<Substring> = [
    "fatalError", "precondition", "preconditionFailure", "assert", "assertionFailure", "ValidationError",
  ]
  private static let logCallees: Set<Substring> = ["print", "debugPrint", "info", "debug", "notice", "trace", "log"]
}
