import LintCatalog
import LintModel
import LintWorkspace
import Testing

/// The effect of a project's preferred names, and counts that page examples cannot show.
@Suite struct PreferredNameTests {
  private func lint(
    _ rule: String, _ files: [(path: String, text: String)], word: (concept: String, use: String)? = nil
  ) throws -> [Finding] {
    let catalog = try Catalog.embedded()
    let text = word.map { "vocabulary: {\($0.concept): {use: \($0.use)}}" } ?? "vocabulary: {}"
    let chosen = try Settings.decode(Array(text.utf8), path: "mllint.yml").vocabulary?.entries ?? []
    let additions = Dictionary(chosen.map { ($0.key, $0.value) }) { first, _ in first }
    let rule = try #require(try catalog.rule(rule, vocabulary: catalog.vocabulary.adding(additions)))
    let workspace = try RulesWorkspace([("nets/__init__.py", "")] + files)
    return try withExtendedLifetime(workspace) { try workspace.lint(rule, catalog).findings }
  }

  private static let reductions = """
    def total(x, axis): return x.sum(axis)
    def largest(x, y, axis): return x.max(axis)
    def spread(x, z, axis): return x.std(axis)
    def order(x, w, axis): return x.sort(axis)
    def middle(x, dim): return x.sum(dim)
    def least(x, v, dim): return x.min(dim)

    """

  @Test func chosenNameReportsEveryOtherUse() throws {
    let files = [(path: "nets/arrays.py", text: Self.reductions)]
    let chosen = try lint("inconsistent-name", files, word: ("axis", "axis"))
    // One finding for a name in a file, which lists the other places.
    #expect(chosen.map(\.symbol) == ["nets.arrays.middle"])
    #expect(chosen.first?.message.contains("(in 2 signatures)") == true)
    #expect(chosen.allSatisfy { $0.message.contains("this project calls it 'axis'") })
  }

  @Test func chosenNameOverridesMajority() throws {
    let files = [(path: "nets/arrays.py", text: Self.reductions)]
    let findings = try lint("inconsistent-name", files, word: ("axis", "dim"))
    #expect(findings.count == 1)
    #expect(findings.first?.message.contains("'axis' (in 4 signatures)") == true)
  }

  @Test func axisIsNotReportedWithoutChoice() throws {
    let text = Self.reductions + (0..<6).map { "def f\($0)(x, a\($0), axis): ...\n" }.joined()
    let files = [(path: "nets/arrays.py", text: text)]
    #expect(try lint("inconsistent-name", files).isEmpty)
    let findings = try lint("inconsistent-name", files, word: ("axis", "axis"))
    #expect(findings.count == 1)
    #expect(findings.first?.message.contains("'dim' (in 2 signatures)") == true)
  }

  @Test func repeatedMinoritySignatureIsNotReported() throws {
    let leading = (0..<5).map { "def f\($0)(x, a\($0), learning_rate): ...\n" }.joined()
    let once = "class A:\n  def step(self, lr): ...\n"
    let often = (0..<3).map { "class A\($0):\n  def step(self, lr): ...\n" }.joined()
    #expect(try lint("inconsistent-name", [("nets/train.py", leading + once)]).count == 1)
    #expect(try lint("inconsistent-name", [("nets/train.py", leading + often)]).isEmpty)
  }

  @Test(arguments: [
    ("from torch.optim import Scheduler", 0), ("from .base import Scheduler", 1),
    ("from nets.base import Scheduler", 1),
  ])
  func basesAreResolvedThroughImports(_ statement: String, _ count: Int) throws {
    let leading = (0..<5).map { "def f\($0)(x, a\($0), learning_rate): ...\n" }.joined()
    let files = [
      (path: "nets/base.py", text: "class Scheduler: ...\n" + leading),
      (path: "nets/own.py", text: "\(statement)\n\nclass Warm(Scheduler):\n  def scale(self, lr): ...\n"),
    ]
    #expect(try lint("inconsistent-name", files).count == count)
  }
}
