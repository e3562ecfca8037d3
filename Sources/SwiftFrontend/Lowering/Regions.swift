import LintModel
import LintSourceText
import SwiftSyntax

extension Lowering {
  /// Notes the body of a loop.
  func addLoop(_ body: CodeBlockSyntax) { model.regions.append(Region(.loop, range: range(of: body))) }

  func addBranch(_ node: IfExprSyntax) {
    model.regions.append(Region(.branch, range: range(of: node), test: range(of: node.conditions)))
  }

  /// What follows a `guard` runs under its test.
  func addBranch(_ node: GuardStmtSyntax) {
    let whole = range(of: node)
    guard let list = node.parent?.parent?.as(CodeBlockItemListSyntax.self) else { return }
    let end = max(whole.end, range(of: list).end)
    model.regions.append(
      Region(.branch, range: SourceRange(start: whole.start, end: end), test: range(of: node.conditions)))
  }
}
