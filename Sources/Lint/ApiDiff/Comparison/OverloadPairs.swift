/// Pairs the overloads of one Swift function in two states.
enum OverloadPairs {
  /// Equal ones belong together; of the rest those whose types have most in common.
  static func pairs<Entry>(
    _ before: [Entry], _ after: [Entry], _ symbol: (Entry) -> ApiSymbol
  ) -> (pairs: [(Entry, Entry)], lost: [Entry], fresh: [Entry]) {
    if before.count == 1, after.count == 1 { return ([(before[0], after[0])], [], []) }
    var pairs: [(Entry, Entry)] = []
    var rest = after
    var open: [Entry] = []
    for entry in before {
      let text = signature(symbol(entry))
      if let match = rest.firstIndex(where: { signature(symbol($0)) == text }) {
        pairs.append((entry, rest.remove(at: match)))
      } else {
        open.append(entry)
      }
    }
    var lost: [Entry] = []
    for entry in open {
      let best = rest.indices.max {
        likeness(symbol(entry), symbol(rest[$0])) < likeness(symbol(entry), symbol(rest[$1]))
      }
      if let best { pairs.append((entry, rest.remove(at: best))) } else { lost.append(entry) }
    }
    return (pairs, lost, rest)
  }

  /// What distinguishes overloads: types, not names or defaults.
  private static func signature(_ symbol: ApiSymbol) -> String {
    let types = symbol.parameters.map { SwiftTypes.plain($0.annotation ?? "") }
    let isStatic = symbol.traits.contains(.static) ? "static " : ""
    return isStatic + types.joined(separator: ",") + "->" + SwiftTypes.plain(symbol.returns ?? "")
  }

  private static func likeness(_ left: ApiSymbol, _ right: ApiSymbol) -> Int {
    zip(left.parameters, right.parameters).count { $0.annotation == $1.annotation } * 2
      + (left.returns == right.returns ? 1 : 0)
  }
}
