/// How one signature orders a pair of parameters.
package struct ParameterOrder: Sendable {
  package let earlier: NamedSignature.Parameter
  package let later: NamedSignature.Parameter
  /// As the field usually has it.
  package let isUsual: Bool

  /// Nil unless the signature has both exactly once, adjacent, with the same spelling.
  init?(of pair: OrderPairs.Pair, in signature: NamedSignature) {
    let positions = signature.parameters.indices.filter { index in
      pair.first.contains(signature.parameters[index].name) || pair.second.contains(signature.parameters[index].name)
    }
    guard positions.count == 2 else { return nil }
    earlier = signature.parameters[positions[0]]
    later = signature.parameters[positions[1]]
    guard later.position == earlier.position + 1 else { return nil }
    if let others = pair.notWith, signature.shape.split(separator: ",").contains(where: { others.contains(String($0)) })
    {
      return nil
    }
    isUsual = pair.first.contains(earlier.name)
    // Both required or both optional: a default decides the order of the others.
    guard isUsual != pair.first.contains(later.name), !earlier.hasFreeOrder, !later.hasFreeOrder,
      (earlier.defaultValue == nil) == (later.defaultValue == nil)
    else { return nil }
  }
}

/// How often each order of a pair occurs; copies of one signature count once.
package struct OrderCounts: Sendable {
  package typealias Use = (order: ParameterOrder, place: PlacedSignature)

  /// By signature family.
  package private(set) var usual: [String: [Use]] = [:]
  package private(set) var reversed: [String: [Use]] = [:]

  package struct NameVerdict: Sendable {
    package let leaderCount: Int
    package let uses: Int
    /// The signatures with the other order, one array a family.
    package let minority: [[Use]]
    /// A few with the leading one.
    package let examples: [Use]

    package var confidence: Double { Double(leaderCount) / Double(uses) }
  }

  package var uses: Int { usual.count + reversed.count }

  var isEmpty: Bool { uses == 0 }

  mutating func add(_ order: ParameterOrder, of place: PlacedSignature) {
    if order.isUsual {
      usual[place.signature.family, default: []].append((order, place))
    } else {
      reversed[place.signature.family, default: []].append((order, place))
    }
  }

  /// Nil if one order is used throughout, or if none leads clearly.
  package func verdict(minimumShare: Double, minimumUses: Int) -> NameVerdict? {

    let (leading, minority) = usual.count >= reversed.count ? (usual, reversed) : (reversed, usual)
    guard uses >= minimumUses, !minority.isEmpty, Double(leading.count) >= minimumShare * Double(uses) else {
      return nil
    }
    let examples = leading.sorted { $0.key < $1.key }.prefix(3).compactMap(\.value.first)
    return NameVerdict(
      leaderCount: leading.count, uses: uses, minority: minority.sorted { $0.key < $1.key }.map(\.value),
      examples: Array(examples))
  }
}
