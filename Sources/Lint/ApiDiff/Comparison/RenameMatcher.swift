import LintSourceText

/// Decides whether a symbol was renamed to another.
enum RenameMatcher {
  /// The candidate that is most likely the symbol under a new name; nil if none is likely.
  static func best(for symbol: ApiSymbol, among candidates: [ApiSymbol]) -> ApiSymbol? {
    let scored = candidates.map { (score: score(symbol, $0), symbol: $0) }.filter { $0.score >= 3 }
    guard let best = scored.max(by: { $0.score < $1.score }) else { return nil }
    // Several similar ones are ambiguous.
    return scored.count { $0.score == best.score } == 1 ? best.symbol : nil
  }

  private static func score(_ left: ApiSymbol, _ right: ApiSymbol) -> Int {
    guard left.kind == right.kind || Set([left.kind, right.kind]) == [.attribute, .property] else { return 0 }
    let before = Name.words(of: String(left.baseName))
    let after = Name.words(of: String(right.baseName))
    if before == after { return 4 }
    if isCorrected(String(left.baseName), String(right.baseName)), isAlike(left, right) { return 4 }
    let union = Set(before).union(after).count
    let shared = Set(before).intersection(after).count
    var score = shared == 0 ? 0 : Double(shared) / Double(union) >= 0.5 ? 2 : 1
    switch left.kind {
    case .type:
      let names = Set(left.members.map(\.name))
      let others = Set(right.members.map(\.name))
      let all = names.union(others).count
      if all > 0, names.intersection(others).count * 10 >= all * 7 { score += shared == 0 ? 0 : 2 }
    case .function, .method:
      let own = left.parameters.filter { !$0.isVariadic }
      guard !own.isEmpty, left.parameters.map(\.name) == right.parameters.map(\.name) else {
        return shared * 2 > union && left.parameters == right.parameters ? score + 1 : 0
      }
      score += own.count > 1 && left.parameters == right.parameters ? 2 : shared * 3 >= union * 2 ? 1 : 0
    default:
      if left.traits.contains(.ofInstance) || right.traits.contains(.ofInstance) { return 0 }
      if let value = left.value, value == right.value, value.count > 3, shared * 3 >= union { score += 2 }
    }
    return score
  }

  /// Whether two names differ by a typo: `supressTokens` and `suppressTokens`.
  private static func isCorrected(_ left: String, _ right: String) -> Bool {
    let (one, other) = (Array(left.lowercased().utf8), Array(right.lowercased().utf8))
    // A digit or a last letter more is another thing: `conv1` and `conv2`, `weight` and `weights`.
    guard min(one.count, other.count) >= 6, !left.contains(where: \.isNumber), !right.contains(where: \.isNumber),
      abs(one.count - other.count) <= 1
    else { return false }
    return Suggestion.distance(one, other) <= (one.count >= 10 ? 2 : 1)
  }

  /// Whether two symbols of different names have the same type or parameters.
  private static func isAlike(_ left: ApiSymbol, _ right: ApiSymbol) -> Bool {
    switch left.kind {
    case .function, .method: left.parameters.map(\.name) == right.parameters.map(\.name)
    case .type: left.form == right.form
    default: left.returns == right.returns && left.value == right.value
    }
  }
}
