import LintModel
import LintRuleKit

extension FindingCollector {
  /// Reports a family of signatures that differs from the leading name, once, with the places that show why.
  mutating func add(_ message: Message, minority family: [NameCounts.Use], from verdict: NameCounts.NameVerdict) {
    guard let first = family.first else { return }
    let copies = family.dropFirst().prefix(2).map { Evidence("the same signature again", at: $0.location) }
    let examples = verdict.examples.map { Evidence("'\($0.parameter.text)' here", at: $0.location) }
    add(
      message, at: first.location, symbol: first.place.signature.symbol,
      related: Array((copies + examples).prefix(5)), confidence: verdict.confidence)
  }
}

extension NameCounts.NameVerdict {
  /// What was counted; copies of one signature count once.
  var places: String {
    guard surfaces == [.parameters] else { return "places" }
    return hasCopies ? "distinct signatures" : "signatures"
  }
}
