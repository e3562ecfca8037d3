/// Reports a deleted class and the effect on its subclasses as one change.
enum DeletedBases {
  static func fold(_ changes: [ApiChange], in old: ApiOutline) -> [ApiChange] {
    let changes = withoutHeirs(changes, in: old)
    var places: [String: Int] = [:]
    for (index, change) in changes.enumerated() {
      guard [.removed, .moved, .renamed].contains(change.kind), let symbol = old[change.symbol], symbol.kind == .type
      else { continue }
      for path in [symbol.path] + symbol.aliases { places[path] = index }
    }
    guard !places.isEmpty else { return changes }
    var result = changes
    var folded: Set<Int> = []
    var orphans: [Int: [String]] = [:]
    var gone: [Int: [String]] = [:]
    for (index, change) in changes.enumerated() {
      if change.kind == .baseRemoved, let head = change.detail.flatMap({ places[$0] }) {
        // Under its new name or place the base is still there.
        folded.insert(index)
        if changes[head].kind == .removed { orphans[head, default: []].append(change.symbol) }
      } else if change.kind == .removed, let symbol = old[change.symbol], symbol.kind == .type {
        // The ancestor farthest up that went as well.
        let heads = old.ancestry(of: symbol).known.compactMap { places[$0.path] }
        guard let head = heads.last(where: { changes[$0].kind == .removed && $0 != index }) else { continue }
        folded.insert(index)
        gone[head, default: []].append(change.symbol)
      }
    }
    for (head, paths) in gone {
      let form = old[result[head].symbol]?.form
      result[head].message +=
        "; \(counted(paths.count, form)) inherited from it \(paths.count == 1 ? "was" : "were") also removed: "
      result[head].message += list(paths)
      result[head].folded += paths
      result[head].count += paths.count
    }
    for (head, paths) in orphans {
      let verb = paths.count == 1 ? "does" : "do"
      let form = old[result[head].symbol]?.form
      result[head].message += "; \(counted(paths.count, form)) inherited from it no longer \(verb): \(list(paths))"
      result[head].folded += paths
    }
    return result.enumerated().filter { !folded.contains($0.offset) }.map(\.element)
  }

  /// A class that lost a base lost it for its subclasses, too.
  private static func withoutHeirs(_ changes: [ApiChange], in old: ApiOutline) -> [ApiChange] {
    let bases = changes.indices.filter { changes[$0].kind == .baseRemoved }
    var heads: [String: [String: Int]] = [:]
    for index in bases { heads[changes[index].detail ?? "", default: [:]][changes[index].symbol] = index }
    var result = changes
    var folded: Set<Int> = []
    for index in bases {
      guard let known = heads[changes[index].detail ?? ""], known.count > 1, let type = old[changes[index].symbol],
        let head = old.ancestry(of: type).known.compactMap({ known[$0.path] }).last, head != index
      else { continue }
      folded.insert(index)
      result[head].folded.append(changes[index].symbol)
      result[head].count += 1
    }
    for index in bases where !folded.contains(index) && !result[index].folded.isEmpty {
      let count = result[index].folded.count
      let form = old[result[index].symbol]?.form
      result[index].message +=
        "; nor \(count == 1 ? "is" : "are") \(counted(count, form)) inherit\(count == 1 ? "s" : "") from it"
    }
    return result.enumerated().filter { !folded.contains($0.offset) }.map(\.element)
  }

  private static func counted(_ count: Int, _ form: String?) -> String {
    let noun = form == nil ? ["class", "classes"] : ["type", "types"]
    return count == 1 ? "1 \(noun[0]) that" : "\(count) \(noun[1]) that"
  }

  private static func list(_ paths: [String]) -> String {
    let names = paths.sorted().prefix(5).map { "'\(ForeignHierarchy.last($0))'" }.joined(separator: ", ")
    return paths.count > 5 ? names + ", ..." : names
  }
}
