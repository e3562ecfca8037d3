import LintModel
import LintSourceText
import PythonSyntax

extension Lowering {
  /// Notes a loop or a branch.
  mutating func addRegion(_ node: Node) {
    switch node.kind {
    case .forStatement, .whileStatement:
      for child in node.children where child.kind == .block {
        model.regions.append(Region(.loop, range: SourceRange(child)))
        return
      }
    case .ifStatement, .elifClause:
      guard let test = node.firstChild else { return }
      model.regions.append(Region(.branch, range: SourceRange(node), test: SourceRange(test)))
    case .ifExpression:
      guard let expression = IfExpression(node) else { return }
      model.regions.append(Region(.branch, range: SourceRange(node), test: SourceRange(expression.test)))
    default:
      // What a comprehension builds is computed again and again, what it runs over only once.
      guard let element = node.firstChild else { return }
      model.regions.append(Region(.loop, range: SourceRange(element)))
    }
  }
}
