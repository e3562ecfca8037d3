import LintModel
import LintSourceText
import PythonSyntax

extension Tree {
  /// Expressions may nest this deep; the compiler of Python 3.11 gives up at about as many operators in a row.
  private static let maximumDepth = 3000

  /// Why a tree is not lowered, or nil. Lowering recurses along chains of operators, attributes and calls, and looks
  /// from a node at all of its ancestors.
  var excessiveDepth: SyntaxProblem? {
    let message: String
    if depth.maximum > Self.maximumDepth {
      message = "expected at most \(Self.maximumDepth) nested expressions, found more; the file was not read"
    } else if depth.total > 20_000_000 + 64 * nodeCount {
      message = "the file is too deeply nested for its length and was not read"
    } else {
      return nil
    }
    return SyntaxProblem(message: message, range: withRoot { _ in SourceRange(node(at: depth.deepest)) })
  }
}
