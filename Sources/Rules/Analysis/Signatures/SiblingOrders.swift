import LintModel

/// How one of several siblings differs from the rest.
struct SiblingFinding {
  enum Kind {
    /// The name that the siblings use, and how many of them do.
    case name(String, Int)
    /// The parameter that comes first in the siblings, and in how many of them.
    case order(String, Int)
  }

  struct Use {
    let place: PlacedCallable
    let parameter: OfferedCallable.Parameter

    var location: Location { place.location(of: parameter) }
  }

  let kind: Kind
  let place: PlacedCallable
  let parameter: OfferedCallable.Parameter
  let examples: [Use]
}

/// Pairs of parameters that most siblings have in one order and a few in the other.
struct SiblingOrders {
  private(set) var findings: [SiblingFinding] = []

  private struct Pair: Hashable {
    var first: String
    var second: String
  }

  init(_ siblings: [PlacedCallable], _ calls: Calls, _ options: InconsistentSiblingSignature.Options) {
    // The order of optional parameters matters only if a call passes them by position.
    let callees = siblings.map(\.callable.callee)
    let depth = (0..<32).last(where: { place in callees.contains { calls.fills(place, of: $0) } }) ?? -1
    var orders: [Pair: [SiblingFinding.Use]] = [:]
    for sibling in siblings {
      let positional = sibling.callable.positional
      for (index, first) in positional.enumerated() {
        for (place, second) in positional.enumerated().dropFirst(index + 1)
        where first.isRequired == second.isRequired && (first.isRequired || place <= depth) {
          orders[Pair(first: first.name, second: second.name), default: []].append(
            .init(place: sibling, parameter: first))
        }
      }
    }
    for (pair, uses) in orders.sorted(by: { ($0.key.first, $0.key.second) < ($1.key.first, $1.key.second) }) {
      guard let others = orders[Pair(first: pair.second, second: pair.first)] else { continue }
      for use in uses {
        let alike = others.filter { $0.place.callable.isAlike(use.place.callable) }
        let same = uses.filter { $0.place.callable.isAlike(use.place.callable) }
        guard alike.count >= options.minimumSiblings,
          Double(alike.count) >= options.minimumShare * Double(alike.count + same.count)
        else { continue }
        findings.append(
          SiblingFinding(
            kind: .order(pair.second, alike.count), place: use.place, parameter: use.parameter,
            examples: Array(alike.prefix(3))))
      }
    }
  }
}

extension OfferedCallable {
  /// Whether another takes nearly the same parameters: siblings that share less than half do different work.
  func isAlike(_ other: OfferedCallable) -> Bool {
    let mine = Set(parameters.map(\.name))
    let theirs = Set(other.parameters.map(\.name))
    return 2 * mine.intersection(theirs).count >= mine.union(theirs).count
  }
}
