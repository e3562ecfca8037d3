/// Merges the same change in a class and its subclasses into one.
enum InheritedChanges {
  /// Folds a change of a member into the same change of a class that the member's class inherits from.
  static func fold(_ changes: [ApiChange], in outline: ApiOutline) -> [ApiChange] {
    var families: [String: [Int]] = [:]
    for (index, change) in changes.enumerated() {
      guard outline[ModulePaths.parent(change.symbol)]?.kind == .type else { continue }
      families[key(change), default: []].append(index)
    }
    var result = changes
    var folded: Set<Int> = []
    for family in families.values where family.count > 1 {
      let owners = Dictionary(family.map { (ModulePaths.parent(changes[$0].symbol), $0) }) { first, _ in first }
      for index in family {
        guard let type = outline[ModulePaths.parent(changes[index].symbol)] else { continue }
        // The ancestor farthest up that changed alike; its own change is not folded.
        let ancestors = outline.ancestry(of: type).known.compactMap { owners[$0.path] }
        guard let head = ancestors.last, head != index else { continue }
        folded.insert(index)
        result[head].count += 1
      }
    }
    for index in result.indices where result[index].count > 1 && families[key(result[index])] != nil {
      let others = result[index].count - 1
      if outline[ModulePaths.parent(result[index].symbol)]?.kind == .type, !folded.contains(index) {
        let noun = outline[ModulePaths.parent(result[index].symbol)]?.form == nil ? "class" : "type"
        result[index].message +=
          " (and in \(others) \(noun)\(others == 1 ? "" : noun == "class" ? "es" : "s") that "
          + "inherit\(others == 1 ? "s" : "") from it)"
      }
    }
    return result.enumerated().filter { !folded.contains($0.offset) }.map(\.element)
  }

  private static func key(_ change: ApiChange) -> String {
    let name = change.symbol.split(separator: ".").last ?? ""
    // A longer list of parameters in the class that inherits does not make the order another one.
    // Nor is a method that is gone another one for what it took there.
    let isOrder = change.kind == .removed || change.kind == .parameterReordered || change.kind == .parameterInserted
    return "\(name) \(change.kind.rawValue) \(change.detail ?? "") "
      + (isOrder ? "" : "\(change.before ?? "") \(change.after ?? "")")
  }
}
