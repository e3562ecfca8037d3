/// Reports a type's removed and added members.
struct MemberChanges {
  private let old: ApiSymbol
  private let new: ApiSymbol
  private let path: String
  private(set) var changes: [ApiChange] = []
  /// A member and its successor, still to be compared.
  private(set) var pairs: [(before: ApiSymbol, after: ApiSymbol, path: String)] = []
  /// Keys of new members that other types inherit.
  private(set) var reported: [String] = []

  init(old: ApiSymbol, new: ApiSymbol, path: String) {
    self.old = old
    self.new = new
    self.path = path
  }

  mutating func run(lost: [MemberTable.Entry], fresh: [MemberTable.Entry], _ table: MemberTable) {
    var fresh = fresh
    let lost = pairRelabeled(lost, &fresh)
    for entry in lost where Self.isForCallers(entry.member.name) || entry.member.name == "__getattr__" {
      reportLost(entry.member, &fresh)
    }
    fresh.sort { ($0.member.place.range, $0.member.name) < ($1.member.place.range, $1.member.name) }
    for entry in fresh where Self.isForCallers(entry.member.name) && !entry.member.traits.contains(.ofInstance) {
      // The constructor that every object has may be written down.
      if entry.member.name == "__init__", entry.member.parameters.allSatisfy(\.isVariadic) { continue }
      reportFresh(entry, table)
    }
  }

  private func short(_ path: String) -> String { path.split(separator: ".").suffix(2).joined(separator: ".") }

  // MARK: Lost

  private mutating func reportLost(_ member: ApiSymbol, _ fresh: inout [MemberTable.Entry]) {
    let symbol = "\(path).\(member.name)"
    if let successor = RenameMatcher.best(for: member, among: fresh.map(\.member)) {
      fresh.removeAll { $0.member.place == successor.place && $0.member.name == successor.name }
      var change = ApiChange(
        .renamed, symbol, "'\(short(symbol))' was renamed to '\(successor.name)'", before: ApiSignature.text(member),
        after: ApiSignature.text(successor))
      change.oldPlace = member.place
      change.newPlace = successor.place
      changes.append(change)
      pairs.append((member, successor, "\(path).\(successor.name)"))
      return
    }
    let isOverload = new.members.contains { $0.name == member.name }
    let message =
      member.name == "__getattr__"
      ? "'\(short(path))' no longer resolves undefined attributes; '__getattr__' was removed"
      : isOverload
        ? "the overload '\(ApiSignature.text(member))' of '\(short(symbol))' was removed"
        : "'\(short(symbol))' was removed"
    var change = ApiChange(.removed, symbol, message, before: ApiSignature.text(member))
    change.oldPlace = member.place
    changes.append(change)
  }

  /// Pairs Swift functions whose labels changed, the most similar first; returns the rest.
  private mutating func pairRelabeled(
    _ lost: [MemberTable.Entry], _ fresh: inout [MemberTable.Entry]
  ) -> [MemberTable.Entry] {
    var candidates: [(score: Int, lost: Int, fresh: Int)] = []
    for (i, entry) in lost.enumerated() where entry.member.name.contains("(") {
      for (j, other) in fresh.enumerated()
      where other.member.kind == entry.member.kind && other.member.baseName == entry.member.baseName {
        candidates.append((Self.likeness(entry.member, other.member), i, j))
      }
    }
    var used: (lost: Set<Int>, fresh: Set<Int>) = ([], [])
    for candidate in candidates.sorted(by: { ($1.score, $0.lost, $0.fresh) < ($0.score, $1.lost, $1.fresh) })
    where !used.lost.contains(candidate.lost) && !used.fresh.contains(candidate.fresh) {
      used.lost.insert(candidate.lost)
      used.fresh.insert(candidate.fresh)
      let (before, after) = (lost[candidate.lost].member, fresh[candidate.fresh].member)
      pairs.append((before, after, "\(path).\(before.name)"))
    }
    fresh = fresh.enumerated().filter { !used.fresh.contains($0.offset) }.map(\.element)
    return lost.enumerated().filter { !used.lost.contains($0.offset) }.map(\.element)
  }

  private static func likeness(_ left: ApiSymbol, _ right: ApiSymbol) -> Int {
    func keys(_ symbol: ApiSymbol) -> [String] { symbol.parameters.map { "\($0.label ?? "") \($0.annotation ?? "")" } }
    func labels(_ symbol: ApiSymbol) -> [String] { symbol.parameters.map { $0.label ?? "" } }
    func difference(_ left: [String], _ right: [String]) -> Int { left.difference(from: right).count }
    return -(2 * difference(labels(left), labels(right)) + difference(keys(left), keys(right)))
  }

  // MARK: New

  private mutating func reportFresh(_ entry: MemberTable.Entry, _ table: MemberTable) {
    let member = entry.member
    let key = "+\(entry.owner.path).\(member.name)"
    guard !reported.contains(key) || member.name.contains("(") else { return }
    reported.append(key)
    let symbol = "\(path).\(member.name)"
    let after = ApiSignature.text(member)
    var change = ApiChange(.added, symbol, "'\(short(symbol))' is new", after: after)
    let isRequirement =
      member.traits.contains(.abstract)
      && table[member.name]?.allSatisfy { $0.member.traits.contains(.abstract) } == true
    if isRequirement, new.form == nil || new.form == "protocol" {
      change = ApiChange(
        .requirementAdded, symbol,
        "types that inherit from or conform to '\(new.name)' must now implement '\(member.name)'", after: after)
    } else if member.kind == .enumCase {
      change = ApiChange(
        .caseAdded, symbol, "'\(short(symbol))' is new; an exhaustive 'switch' must handle it", after: after)
    } else if old.members.contains(where: { $0.name == member.name }) {
      change.message = "the overload '\(after)' of '\(short(symbol))' is new"
    }
    change.newPlace = member.place
    changes.append(change)
  }

  /// Methods that the language calls for its own purposes, and that every object has.
  private static func isForCallers(_ name: String) -> Bool {
    guard name.hasPrefix("__"), name.hasSuffix("__") else { return true }
    return !languageMethods.contains(name)
  }

  private static let languageMethods: Set<String> = [
    "__repr__", "__str__", "__eq__", "__ne__", "__hash__", "__del__", "__reduce__", "__reduce_ex__", "__getstate__",
    "__setstate__", "__init_subclass__", "__class_getitem__", "__setattr__", "__delattr__", "__getattribute__",
    "__getattr__", "__dir__", "__format__", "__sizeof__", "__post_init__", "__subclasshook__", "__doc__", "__slots__",
    "__copy__", "__deepcopy__", "__new__", "__getnewargs__", "__set_name__", "__instancecheck__", "__subclasscheck__",
    "__prepare__", "__getnewargs_ex__", "__exit__", "__aexit__", "__sklearn_tags__", "__rich_repr__",
  ]
}
