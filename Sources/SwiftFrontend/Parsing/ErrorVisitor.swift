import LintModel
import LintSourceText
@_spi(RawSyntax) import SwiftParserDiagnostics
import SwiftSyntax

/// Finds the tokens that are missing, unexpected or not Swift at all.
final class ErrorVisitor: SyntaxAnyVisitor {
  /// Tokens that the lexer rejected.
  private(set) var lexical: [SyntaxProblem] = []
  private(set) var grammatical: [SyntaxProblem] = []

  static func errors(in tree: SourceFileSyntax) -> ErrorVisitor {
    let visitor = ErrorVisitor(viewMode: .all)
    visitor.walk(tree)
    return visitor
  }

  override func visitAny(_ node: Syntax) -> SyntaxVisitorContinueKind {
    guard node.hasError else { return .skipChildren }
    if node.is(UnexpectedNodesSyntax.self) {
      let range = range(of: node)
      grammatical.append(SyntaxProblem(message: "unexpected code", range: range))
    }
    return .visitChildren
  }

  override func visit(_ token: TokenSyntax) -> SyntaxVisitorContinueKind {
    if let diagnostic = token.tokenDiagnostic, diagnostic.severity == .error {
      let start = UInt32(clamping: token.position.utf8Offset + Int(diagnostic.byteOffset))
      let end = max(start, range(of: Syntax(token)).end)
      let message = diagnostic.diagnosticMessage(in: token).message
      lexical.append(SyntaxProblem(message: message, range: SourceRange(start: start, end: end)))
    } else if token.presence == .missing {
      grammatical.append(SyntaxProblem(message: "expected '\(token.text)'", range: range(of: Syntax(token))))
    }
    return .skipChildren
  }

  private func range(of node: Syntax) -> SourceRange {
    let start = UInt32(clamping: node.positionAfterSkippingLeadingTrivia.utf8Offset)
    return SourceRange(start: start, end: max(start, UInt32(clamping: node.endPositionBeforeTrailingTrivia.utf8Offset)))
  }
}
