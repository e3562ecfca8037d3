import LintSourceText

/// The changes of a comparison in the order in which a release manager reads them.
struct ApiChangeGroups {
  /// One line of a report: a change, and the other symbols that changed alike.
  struct Item {
    var change: ApiChange
    var others: [ApiChange] = []

    var all: [ApiChange] { [change] + others }
  }

  struct Group {
    /// The module; nil for changes of one cause in many places.
    var module: String?
    var items: [Item]

    var count: Int { items.reduce(0) { $0 + $1.all.count } }
    fileprivate var uses: Int { items.map(\.change.uses).max() ?? 0 }
  }

  enum Section: String, CaseIterable {
    case breaking = "Breaking"
    case altered = "Changed behavior"
    case deprecated = "Deprecated"
    case added = "Added"

    func holds(_ change: ApiChange) -> Bool {
      switch self {
      case .breaking: change.effect == .breaks
      case .altered: change.effect == .alters
      case .deprecated: change.kind == .deprecated
      case .added: change.effect == .extends && change.kind != .deprecated
      }
    }
  }

  let sections: [(section: Section, groups: [Group])]

  init(_ changes: [ApiChange]) {
    sections = Section.allCases.compactMap { section in
      let own = changes.filter(section.holds)
      return own.isEmpty ? nil : (section, Self.groups(own))
    }
  }

  private static func groups(_ changes: [ApiChange]) -> [Group] {
    var alike: [String: [Int]] = [:]
    for (index, change) in changes.enumerated() { if let key = cause(change) { alike[key, default: []].append(index) } }
    var taken: Set<Int> = []
    var shared: [Item] = []
    for indices in alike.values where indices.count > 2 {
      let ordered = indices.map { changes[$0] }.sorted(by: isBefore)
      taken.formUnion(indices)
      shared.append(Item(change: ordered[0], others: Array(ordered.dropFirst())))
    }
    var modules: [String: [ApiChange]] = [:]
    for (index, change) in changes.enumerated() where !taken.contains(index) {
      modules[change.module, default: []].append(change)
    }
    var groups = modules.map { Group(module: $0, items: items($1.sorted(by: isBefore))) }
    groups.sort { ($1.uses, $0.module ?? "") < ($0.uses, $1.module ?? "") }
    guard !shared.isEmpty else { return groups }
    shared.sort { ($1.all.count, $0.change.symbol) < ($0.all.count, $1.change.symbol) }
    return [Group(module: nil, items: shared)] + groups
  }

  /// One item for the names that one type lost, or that one module no longer re-exports.
  private static func items(_ changes: [ApiChange]) -> [Item] {
    func key(_ change: ApiChange) -> String? {
      if [.parameterRemoved, .parameterAdded, .requiredParameterAdded].contains(change.kind) {
        return "\(change.kind.rawValue) \(change.symbol) \(change.effect.rawValue) \(change.announcement ?? "")"
      }
      guard change.kind == .removed && change.announcement == nil || change.kind == .moved else { return nil }
      let parent = ModulePaths.parent(String(change.symbol.prefix { $0 != "(" }))
      guard change.kind == .moved || ForeignHierarchy.last(parent).first?.isUppercase == true else { return nil }
      return "\(change.kind.rawValue) \(parent)"
    }
    let counts = changes.compactMap(key).reduce(into: [:]) { $0[$1, default: 0] += 1 }
    var places: [String: Int] = [:]
    var items: [Item] = []
    for change in changes {
      if let key = key(change), counts[key] ?? 0 > 2, !change.message.contains(" more") {
        if let place = places[key] {
          items[place].others.append(change)
          continue
        }
        places[key] = items.count
      }
      items.append(Item(change: change))
    }
    return items
  }

  /// What many symbols have in common that changed for one reason; nil for changes that are each a matter of their own.
  private static func cause(_ change: ApiChange) -> String? {
    switch change.kind {
    case .removed, .moved, .renamed, .added, .unlisted, .caseAdded, .requirementAdded, .parameterReordered: return nil
    default: break
    }
    guard change.detail != nil || change.kind == .asyncChanged || change.kind == .isolationChanged else { return nil }
    let isOfBase = change.kind == .baseRemoved
    return "\(change.kind.rawValue) \(change.detail ?? "") \(change.announcement ?? "") "
      + (isOfBase ? "" : "\(change.before ?? "") > \(change.after ?? "")")
  }

  private static func isBefore(_ left: ApiChange, _ right: ApiChange) -> Bool {
    if left.uses != right.uses { return left.uses > right.uses }
    if left.symbol != right.symbol { return Paths.precedes(left.symbol, right.symbol) }
    return (left.kind.rawValue, left.detail ?? "") < (right.kind.rawValue, right.detail ?? "")
  }
}

extension ApiChange {
  /// The module that the symbol is in, as far as capital letters tell.
  var module: String {
    let parts = symbol.prefix { $0 != "(" }.split(separator: ".")
    guard parts.count > 1 else { return symbol }
    if kind == .removed || kind == .moved || kind == .added,
      before?.hasPrefix("module ") ?? after?.hasPrefix("module ") ?? false
    {
      return symbol
    }
    if oldPlace?.path.hasSuffix(".swift") ?? newPlace?.path.hasSuffix(".swift") ?? false { return String(parts[0]) }
    let type = parts.firstIndex { $0.drop { $0 == "_" }.first?.isUppercase == true }
    let end = type.map { $0 == 0 ? 1 : $0 } ?? parts.count - 1
    return parts[..<max(1, min(end, parts.count - 1))].joined(separator: ".")
  }
}
