import LintModel
import LintReporting
import LintSourceText
import Testing

/// What a baseline tolerates.
@Suite struct BaselineTests {
  private func finding(
    _ message: String, at start: UInt32 = 0, symbol: String = "nets.build", rule: String = "r", count: Int? = nil
  ) -> Finding {
    let location = Location(path: "nets.py", range: SourceRange(start: start, end: start + 1))
    var finding = Finding(rule: rule, location: location, symbol: symbol, message: message)
    finding.count = count
    return finding
  }

  @Test func movedFindingsAreTolerated() {
    let judgement = Baseline([finding("bad", at: 10)]).judge([finding("bad", at: 500)])
    #expect(judgement.open.isEmpty)
    #expect(judgement.tolerated == 1)
    #expect(judgement.gone.isEmpty)
  }

  @Test func numbersInMessagesDoNotMatter() {
    #expect(Baseline([finding("12 lines")]).judge([finding("340 lines")]).open.isEmpty)
  }

  @Test(arguments: [("other", "nets.build", "r"), ("bad", "nets.prune", "r"), ("bad", "nets.build", "s")])
  func newFindingsStayOpen(message: String, symbol: String, rule: String) {
    let judgement = Baseline([finding("bad")]).judge([finding(message, symbol: symbol, rule: rule)])
    #expect(judgement.open.map(\.message) == [message])
    #expect(judgement.gone.map(\.message) == ["bad"])
  }

  @Test func equalFindingsAreToleratedByNumber() {
    let baseline = Baseline([finding("bad", at: 1), finding("bad", at: 2)])
    #expect(baseline.entries.map(\.count) == [2])
    #expect(baseline.judge((0..<3).map { finding("bad", at: $0) }).open.count == 1)
  }

  @Test func aCountMayFallButNotGrow() {
    let baseline = Baseline([finding("a, b, c", count: 3)])
    #expect(baseline.judge([finding("a, b", count: 2)]).open.isEmpty)
    #expect(baseline.judge([finding("a, b, c, d", count: 4)]).open.count == 1)
  }

  @Test func prunedBaselinesToleratesWhatIsLeft() {
    let baseline = Baseline([finding("bad"), finding("bad"), finding("gone")])
    let findings = [finding("bad")]
    let pruned = baseline.without(baseline.judge(findings).gone)
    #expect(pruned == Baseline(findings))
  }
}
