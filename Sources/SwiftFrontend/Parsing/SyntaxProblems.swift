import LintModel
import LintSourceText
import SwiftParserDiagnostics
import SwiftSyntax

/// The first errors of a tree that has some, as the compiler words them.
///
/// The compiler's generator traps on some trees with tokens that the lexer rejected, and takes quadratic time where a
/// file is full of errors. What it cannot be given is described here.
func syntaxProblems(in tree: SourceFileSyntax, limit: Int) -> [SyntaxProblem] {
  let errors = ErrorVisitor.errors(in: tree)
  let problems =
    if !errors.lexical.isEmpty {
      errors.lexical
    } else if errors.grammatical.count > maximumErrors {
      errors.grammatical
    } else {
      compilerProblems(in: tree)
    }
  return Array(problems.sorted { $0.range < $1.range }.prefix(limit))
}

/// How many errors the compiler's generator is asked to explain.
private let maximumErrors = 200

private func compilerProblems(in tree: SourceFileSyntax) -> [SyntaxProblem] {
  ParseDiagnosticsGenerator.diagnostics(for: tree)
    .filter { $0.diagMessage.severity == .error && !isOfOlderDifferentiation($0.node) }
    .map { diagnostic in
      let start = UInt32(clamping: diagnostic.position.utf8Offset)
      let end = UInt32(clamping: diagnostic.node.endPositionBeforeTrailingTrivia.utf8Offset)
      return SyntaxProblem(message: diagnostic.message, range: SourceRange(start: start, end: max(start, end)))
    }
}

/// Swift for TensorFlow wrote a bare `@differentiable`; today's grammar wants an argument there. Code that was written
/// for its toolchain is not wrong for that.
private func isOfOlderDifferentiation(_ node: Syntax) -> Bool {
  var current: Syntax? = node
  while let node = current {
    if let attribute = node.as(AttributeSyntax.self) { return isDifferentiable(attribute) }
    if let type = node.as(AttributedTypeSyntax.self), type.attributes.contains(where: isDifferentiable) { return true }
    if node.is(CodeBlockItemSyntax.self) || node.is(MemberBlockItemSyntax.self) { return false }
    current = node.parent
  }
  return false
}

private func isDifferentiable(_ element: AttributeListSyntax.Element) -> Bool {
  if case .attribute(let attribute) = element { isDifferentiable(attribute) } else { false }
}

private func isDifferentiable(_ attribute: AttributeSyntax) -> Bool {
  attribute.attributeName.as(IdentifierTypeSyntax.self)?.name.text == "differentiable"
}
