import LintRuleKit
import LintSourceText

/// Compares two states of one symbol; for a type, all its members, including inherited ones.
struct TypeComparison {
  /// A member and the type that has it.
  private struct Entry {
    var member: ApiSymbol
    var owner: ApiSymbol
  }

  private let old: ApiOutline
  private let new: ApiOutline
  /// What was said already of a member that several types inherit.
  private var reported: Set<String> = []
  private let kin: TypeKinship

  init(_ old: ApiOutline, _ new: ApiOutline) {
    self.old = old
    self.new = new
    kin = TypeKinship(
      inherits: { old.inherits(Self.last($0), from: $1) || new.inherits(Self.last($0), from: $1) },
      mayBeAlias: { old.mayBeAlias($0) || new.mayBeAlias($0) })
  }

  mutating func compare(_ before: ApiSymbol, _ after: ApiSymbol, path: String) -> [ApiChange] {
    guard !isUnknowable(before, after) else { return [] }
    let isSameKind =
      before.kind == after.kind || Set([before.kind, after.kind]) == [.attribute, .property]
      || Set([before.kind, after.kind]) == [.function, .method]
    var changes: [ApiChange] = []
    if !isSameKind {
      changes = [
        ApiChange(
          .kindChanged, path, "'\(short(path))' is now a \(noun(after)), was a \(noun(before))",
          before: ApiSignature.text(before), after: ApiSignature.text(after))
      ]
    } else {
      switch before.kind {
      case .function, .method:
        var comparison = CallableComparison(before, after, path: path, kin)
        comparison.run()
        changes = comparison.changes
      case .type: return compareTypes(before, after, path: path)
      case .attribute, .property, .enumCase: changes = compareValues(before, after, path: path)
      case .module, .borrowed: return []
      }
    }
    return located(changes, before, after)
  }

  private func located(_ changes: [ApiChange], _ before: ApiSymbol, _ after: ApiSymbol) -> [ApiChange] {
    changes.map { change in
      var change = change
      change.oldPlace = change.oldPlace ?? before.place
      change.newPlace = change.newPlace ?? after.place
      return change
    }
  }

  /// A name that is given another project's thing, or the result of a call: its kind is unknown here.
  private func isUnknowable(_ before: ApiSymbol, _ after: ApiSymbol) -> Bool {
    if before.kind == .borrowed || after.kind == .borrowed { return true }
    func isComputed(_ symbol: ApiSymbol) -> Bool {
      symbol.kind == .attribute && !(symbol.value.map(ApiText.isLiteral) ?? false) && symbol.form == nil
    }
    return before.kind != after.kind && (isComputed(before) || isComputed(after))
      && Set([before.kind, after.kind]) != [.attribute, .property]
  }

  private func noun(_ symbol: ApiSymbol) -> String {
    symbol.form ?? (symbol.kind == .type ? "class" : symbol.kind.rawValue)
  }

  private func short(_ path: String) -> String { path.split(separator: ".").suffix(2).joined(separator: ".") }

  // MARK: Values

  private func compareValues(_ before: ApiSymbol, _ after: ApiSymbol, path: String) -> [ApiChange] {
    var changes: [ApiChange] = []
    if let old = before.value, let new = after.value, !before.traits.contains(.ofInstance),
      !before.traits.contains(.field), before.kind == .enumCase || ApiText.isLiteral(old) && ApiText.isLiteral(new),
      ApiText.normalized(old) != ApiText.normalized(new), !isVersion(before.name)
    {
      changes.append(
        ApiChange(.valueChanged, path, "'\(short(path))' is now \(new), was \(old)", before: old, after: new))
    }
    if before.traits.contains(.settable), !after.traits.contains(.settable), after.kind == .property,
      before.kind == after.kind
    {
      changes.append(
        ApiChange(
          .setterRemoved, path, "'\(short(path))' can no longer be set", before: ApiSignature.text(before),
          after: ApiSignature.text(after)))
    }
    if let old = before.returns, let new = after.returns, before.form != nil || before.traits.contains(.settable) {
      if before.form != nil, ApiText.normalized(old) != ApiText.normalized(new) {
        changes.append(
          ApiChange(
            .typeChanged, path, "'\(short(path))' is now of type '\(new)', was '\(old)'", before: old, after: new))
      }
    }
    if after.traits.contains(.deprecated), !before.traits.contains(.deprecated) {
      changes.append(ApiChange(.deprecated, path, "'\(short(path))' is deprecated", after: ApiSignature.text(after)))
    }
    return changes
  }

  /// A number that changes with every release on purpose.
  private func isVersion(_ name: String) -> Bool {
    let words = Name.words(of: name)
    return words.contains("version") || words.contains("revision")
  }

  // MARK: Types

  private mutating func compareTypes(_ before: ApiSymbol, _ after: ApiSymbol, path: String) -> [ApiChange] {
    var changes = located(compareHeads(before, after, path: path), before, after)
    let oldTable = table(before, old)
    let newTable = table(after, new)
    let foreignBefore = old.ancestry(of: before).foreign
    let foreignAfter = new.ancestry(of: after).foreign
    let hasNewForeign = !Set(foreignAfter.map(Self.last)).isSubset(of: Set(foreignBefore.map(Self.last)))
    var lost: [Entry] = []
    for (name, entries) in oldTable.sorted(by: { $0.key < $1.key }) {
      let own = entries.filter { $0.owner.path == before.path || $0.owner.isHidden }
      guard !own.isEmpty else { continue }
      guard let successors = newTable[name] else {
        if hasNewForeign || isInherited(name, foreignAfter) || newTable["__getattr__"] != nil { continue }
        lost += own.filter {
          !$0.member.traits.contains(.unstated) && reported.insert("\($0.owner.path).\(name)").inserted
        }
        continue
      }
      for (entry, successor) in pairs(own, successors) {
        guard
          reported.insert("\(entry.owner.path).\(name) \(successor.owner.path) \(entry.member.returns ?? "")").inserted
        else { continue }
        let shown = entry.owner.isHidden || entry.owner.path == before.path ? path : entry.owner.path
        changes += compare(entry.member, successor.member, path: "\(shown).\(name)")
      }
    }
    var fresh = newTable.filter { oldTable[$0.key] == nil }.values.joined().filter {
      ($0.owner.path == after.path || $0.owner.isHidden) && !reported.contains("+\($0.owner.path).\($0.member.name)")
    }
    let changed = Set(changes.compactMap { $0.symbol == "\(path).__init__" ? $0.detail : nil })
    // An attribute that goes with the parameter it kept is not a second change.
    // What a neural network keeps of its parameters is its own affair, unlike the settings of an estimator.
    if foreignBefore.contains(where: { Self.networks.contains(Self.last($0)) }) {
      lost.removeAll { $0.member.traits.contains(.ofInstance) }
    }
    lost.removeAll { $0.member.traits.contains(.ofInstance) && changed.contains($0.member.name) }
    changes += reportLost(lost, &fresh, path: path)
    changes += reportFresh(fresh, after, newTable, path: path)
    return changes
  }

  private func compareHeads(_ before: ApiSymbol, _ after: ApiSymbol, path: String) -> [ApiChange] {
    var changes: [ApiChange] = []
    if before.form != after.form, before.form != "extension", after.form != "extension" {
      changes.append(
        ApiChange(
          .kindChanged, path, "'\(short(path))' is now a \(noun(after)), was a \(noun(before))",
          before: ApiSignature.text(before), after: ApiSignature.text(after)))
    }
    if before.traits.contains(.open), !after.traits.contains(.open) {
      changes.append(
        ApiChange(.becameFinal, path, "'\(short(path))' can no longer be subclassed", before: "open", after: "public")
      )
    } else if after.traits.contains(.final), !before.traits.contains(.final), before.form != "class" {
      changes.append(ApiChange(.becameFinal, path, "'\(short(path))' can no longer be subclassed", after: "final"))
    }
    if after.traits.contains(.deprecated), !before.traits.contains(.deprecated) {
      changes.append(ApiChange(.deprecated, path, "'\(short(path))' is deprecated", after: ApiSignature.text(after)))
    }
    let was = bases(before, old)
    var now = bases(after, new)
    // A base that went out of sight is a change of that base.
    for base in new.ancestry(of: after).known where base.isHidden { now[base.name] = base.path }
    for base in was.sorted(by: { $0.value < $1.value }) where now[base.key] == nil && !Self.saysNothing(base.key) {
      changes.append(
        ApiChange(
          .baseRemoved, path, detail: base.value, "'\(short(path))' is no longer a '\(base.value)'",
          before: ApiSignature.text(before), after: ApiSignature.text(after)))
    }
    return changes
  }

  private static let networks: Set<String> = [
    "Module", "Layer", "Model", "LightningModule", "Sequential", "ModuleList", "Function", "Optimizer",
  ]

  /// Everything that a caller may take a type for: last name, and the path to show.
  private func bases(_ type: ApiSymbol, _ outline: ApiOutline) -> [String: String] {
    let (known, foreign) = outline.ancestry(of: type)
    var result: [String: String] = [:]
    for base in known where !base.isHidden { result[base.name] = base.path }
    for base in foreign {
      result[Self.last(base)] = base
      for parent in Self.standardBases[Self.last(base)] ?? [] { result[parent] = result[parent] ?? parent }
    }
    return result
  }

  /// What classes of the standard library are besides.
  private static let standardBases: [String: [String]] = [
    "IntEnum": ["Enum", "int"], "StrEnum": ["Enum", "str"], "IntFlag": ["Flag", "Enum", "int"], "Flag": ["Enum"],
    "OrderedDict": ["dict"], "defaultdict": ["dict"], "Counter": ["dict"], "UserWarning": ["Warning"],
    "ModuleNotFoundError": ["ImportError"], "FileNotFoundError": ["OSError"], "KeyError": ["LookupError"],
    "IndexError": ["LookupError"], "NotImplementedError": ["RuntimeError"],
  ]

  /// Bases irrelevant to `isinstance` checks.
  private static func saysNothing(_ base: String) -> Bool {
    ["object", "ABC", "Generic", "Protocol", "ABCMeta", "NamedTuple", "TypedDict"].contains(base)
      || base.hasPrefix("_") || base.contains("(")
  }

  private static func last(_ path: String) -> String { path.split(separator: ".").last.map(String.init) ?? path }

  /// All that a type has, by name; of a Python class the first in the order of its bases.
  private func table(_ type: ApiSymbol, _ outline: ApiOutline) -> [String: [Entry]] {
    var table: [String: [Entry]] = [:]
    for owner in [type] + outline.ancestry(of: type).known {
      var own: [String: [Entry]] = [:]
      for member in owner.members where table[member.name] == nil {
        own[member.name, default: []].append(Entry(member: member, owner: owner))
      }
      table.merge(own) { first, _ in first }
    }
    return table
  }

  /// Overloads: equal ones belong together, the rest in order.
  private func pairs(_ before: [Entry], _ after: [Entry]) -> [(Entry, Entry)] {
    if before.count == 1, after.count == 1 { return [(before[0], after[0])] }
    var rest = after
    var open: [Entry] = []
    for entry in before {
      if let match = rest.firstIndex(where: { ApiSignature.text($0.member) == ApiSignature.text(entry.member) }) {
        rest.remove(at: match)
      } else {
        open.append(entry)
      }
    }
    // Of overloads that changed, those belong together whose parameters have most types in common.
    return open.compactMap { entry -> (Entry, Entry)? in
      func likeness(_ other: Entry) -> Int {
        zip(entry.member.parameters, other.member.parameters).count { $0.annotation == $1.annotation }
      }
      guard let best = rest.indices.max(by: { likeness(rest[$0]) < likeness(rest[$1]) }) else { return nil }
      return (entry, rest.remove(at: best))
    }
  }

  /// Whether a method may well come from a base outside the project.
  private func isInherited(_ name: String, _ foreign: [String]) -> Bool {
    let bases = foreign.map(Self.last).filter { !Self.saysNothing($0) }
    return bases.contains {
      !ForeignBase.decidesNothing($0) || ForeignBase.isContract(name, of: $0) || name == "__init__"
    }
  }

  // MARK: Gone and new members

  private mutating func reportLost(_ lost: [Entry], _ fresh: inout [Entry], path: String) -> [ApiChange] {
    var changes: [ApiChange] = []
    for entry in lost where Self.isForCallers(entry.member.name) {
      let symbol = "\(path).\(entry.member.name)"
      let candidates = fresh.map(\.member)
      if let successor = successor(of: entry.member, among: candidates) {
        fresh.removeAll { $0.member.place == successor.place && $0.member.name == successor.name }
        if successor.baseName == entry.member.baseName, successor.name.contains("(") {
          changes += compare(entry.member, successor, path: symbol)
          continue
        }
        changes += located(
          [
            ApiChange(
              .renamed, symbol, "'\(short(symbol))' was renamed to '\(successor.name)'",
              before: ApiSignature.text(entry.member), after: ApiSignature.text(successor))
          ], entry.member, successor)
        changes += compare(entry.member, successor, path: "\(path).\(successor.name)")
      } else {
        var change = ApiChange(
          .removed, symbol, "'\(short(symbol))' was removed", before: ApiSignature.text(entry.member))
        change.oldPlace = entry.member.place
        changes.append(change)
      }
    }
    return changes
  }

  /// A Swift function under other labels, or a member under another name.
  private func successor(of member: ApiSymbol, among candidates: [ApiSymbol]) -> ApiSymbol? {
    if member.name.contains("(") {
      let overloads = candidates.filter { $0.kind == member.kind && $0.baseName == member.baseName }
      func shared(_ other: ApiSymbol) -> Int {
        Set(member.parameters.map { $0.label ?? "" }).intersection(other.parameters.map { $0.label ?? "" }).count
      }
      if let best = overloads.max(by: { shared($0) < shared($1) }) { return best }
    }
    return RenameMatcher.best(for: member, among: candidates)
  }

  private mutating func reportFresh(
    _ fresh: [Entry], _ type: ApiSymbol, _ table: [String: [Entry]], path: String
  ) -> [ApiChange] {
    var changes: [ApiChange] = []
    for entry in fresh.sorted(by: { ($0.member.place.range, $0.member.name) < ($1.member.place.range, $1.member.name) })
    where Self.isForCallers(entry.member.name) && !entry.member.traits.contains(.ofInstance) {
      let member = entry.member
      guard reported.insert("+\(entry.owner.path).\(member.name)").inserted else { continue }
      let symbol = "\(path).\(member.name)"
      var change = ApiChange(.added, symbol, "'\(short(symbol))' is new", after: ApiSignature.text(member))
      let isRequirement =
        member.traits.contains(.abstract)
        && table[member.name]?.allSatisfy { $0.member.traits.contains(.abstract) } == true
      if isRequirement, type.form == nil || type.form == "protocol" {
        change = ApiChange(
          .requirementAdded, symbol,
          "types that inherit from or conform to '\(type.name)' must now implement '\(member.name)'",
          after: ApiSignature.text(member))
      } else if member.kind == .enumCase, !type.traits.contains(.frozen) || true {
        change = ApiChange(
          .caseAdded, symbol, "'\(short(symbol))' is new; an exhaustive 'switch' must handle it",
          after: ApiSignature.text(member))
      }
      change.newPlace = member.place
      changes.append(change)
    }
    return changes
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
