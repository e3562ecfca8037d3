import Lint
import SwiftParserDiagnostics
import SwiftSyntax

/// The first errors of a tree that has some, as the compiler words them.
func syntaxProblems(in tree: SourceFileSyntax, limit: Int) -> [SyntaxProblem] {
  let problems = ParseDiagnosticsGenerator.diagnostics(for: tree)
    .filter { $0.diagMessage.severity == .error }
    .map { diagnostic in
      let start = UInt32(clamping: diagnostic.position.utf8Offset)
      let end = UInt32(clamping: diagnostic.node.endPositionBeforeTrailingTrivia.utf8Offset)
      return SyntaxProblem(message: diagnostic.message, range: SourceRange(start: start, end: max(start, end)))
    }
    .sorted { $0.range < $1.range }
  return Array(problems.prefix(limit))
}
