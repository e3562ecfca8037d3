import LintModel
import LintRuleKit

extension FindingCollector {
  /// Reports the uses of another name in one file, once, with the places that show why.
  mutating func add(_ message: Message, slip: [NameCounts.Use], from verdict: NameCounts.NameVerdict) {
    guard let first = slip.first else { return }
    let others = slip.dropFirst().map { Evidence("'\($0.parameter.text)' again", at: $0.location) }
    let examples = verdict.examples.map { Evidence("'\($0.parameter.text)' here", at: $0.location) }
    add(
      message, at: first.location, symbol: first.place.signature.symbol, related: others + examples,
      confidence: verdict.confidence)
  }
}

extension [NameCounts.Use] {
  /// How often the name is reported, if more than once.
  var repetition: String {
    guard count > 1, let first else { return "" }
    let isCopy = allSatisfy { $0.place.signature.family == first.place.signature.family }
    return isCopy ? " (in \(count) copies of this signature)" : " (in \(count) signatures)"
  }
}

extension NameCounts.NameVerdict {
  /// How many signatures have the leading name: those that a search for it finds. Options and keys are counted by
  /// program and file.
  func evidence(in package: PackageVocabulary) -> String {
    guard surfaces == [.parameters] else { return "\(leaderCount) of \(uses) places" }
    return counted(package.definitions[leader] ?? leaderCount, "other signature")
  }
}
