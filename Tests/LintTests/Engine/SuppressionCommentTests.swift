import LintEngine
import Testing

@Suite struct SuppressionCommentTests {
  @Test func readsRulesAndReason() throws {
    let comment = SuppressionComment("mllint: allow(missing-space, syntax-error) the paper's own spelling")
    guard case .allow(let allowance) = comment else {
      Issue.record("not read: \(comment)")
      return
    }
    #expect(allowance.rules.map(\.text) == ["missing-space", "syntax-error"])
    #expect(allowance.rules.map(\.offset) == [14, 29])
    #expect(allowance.reason == "the paper's own spelling")
    #expect(!allowance.isWholeFile)
  }

  @Test(arguments: [
    "mllint:allow-file(a)", "mllint: allow-file( a )", "mllint: allow-file(a) -->", "mllint: allow-file(a) */",
  ])
  func readsWholeFiles(text: String) {
    guard case .allow(let allowance) = SuppressionComment(text) else {
      Issue.record("not read: \(text)")
      return
    }
    #expect(allowance.isWholeFile)
    #expect(allowance.rules.map(\.text) == ["a"])
    #expect(allowance.reason.isEmpty)
  }

  /// Prose after the name must not become rule names.
  @Test(arguments: [
    ("mllint: disable(a)", "expected 'allow(rule) reason' or 'allow-file(rule) reason', found 'disable'"),
    ("mllint:", "expected 'allow(rule) reason' or 'allow-file(rule) reason', found neither"),
    ("mllint: allow a", "expected the names of rules in parentheses after 'allow'"),
    ("mllint: allow()", "expected the name of a rule in 'allow(...)'"),
    ("mllint: allow(a, )", "expected the name of a rule in 'allow(...)'"),
    ("mllint: allow(a b)", "expected ',' or ')' after 'a'"),
    ("mllint: allow(a", "expected ',' or ')' after 'a'"),
  ])
  func malformedCommentsAreExplained(text: String, problem: String) {
    #expect(SuppressionComment(text) == .malformed(problem))
  }
}
