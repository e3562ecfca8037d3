import LintRuleKit
import LintSourceText

/// Compares two states of one symbol; for a type, all its members, including inherited ones.
struct TypeComparison {
  private let old: ApiOutline
  private let new: ApiOutline
  /// Changes already reported for a member that several types inherit.
  private var reported: Set<String> = []
  private let kin: TypeKinship

  init(_ old: ApiOutline, _ new: ApiOutline) {
    self.old = old
    self.new = new
    kin = TypeKinship(old, new)
  }

  mutating func compare(_ before: ApiSymbol, _ after: ApiSymbol, path: String) -> [ApiChange] {
    guard !isUnknowable(before, after) else { return [] }
    if isLike(before, after) {
      switch before.kind {
      case .function, .method:
        var comparison = CallableComparison(before, after, path: path, kin)
        comparison.run()
        return located(comparison.changes, before, after)
      case .type: return compareTypes(before, after, path: path)
      case .attribute, .property, .enumCase:
        return located(ValueComparison(kin: kin, path: path).changes(before, after), before, after)
      case .module, .borrowed: return []
      }
    }
    let shown = path.split(separator: ".").suffix(2).joined(separator: ".")
    let change = ApiChange(
      .kindChanged, path, "'\(shown)' is now a \(TypeHeads.noun(after)), was a \(TypeHeads.noun(before))",
      before: ApiSignature.text(before), after: ApiSignature.text(after))
    return located([change], before, after)
  }

  private func isLike(_ before: ApiSymbol, _ after: ApiSymbol) -> Bool {
    let kinds = Set([before.kind, after.kind])
    return kinds.count == 1 || kinds == [.attribute, .property] || kinds == [.function, .method]
  }

  private func located(_ changes: [ApiChange], _ before: ApiSymbol, _ after: ApiSymbol) -> [ApiChange] {
    changes.map { change in
      var change = change
      change.oldPlace = change.oldPlace ?? before.place
      change.newPlace = change.newPlace ?? after.place
      return change
    }
  }

  /// A name bound to another project's symbol or to the result of a call: its kind is unknown here.
  private func isUnknowable(_ before: ApiSymbol, _ after: ApiSymbol) -> Bool {
    if before.kind == .borrowed || after.kind == .borrowed { return true }
    func isComputed(_ symbol: ApiSymbol) -> Bool {
      symbol.kind == .attribute && !(symbol.value.map(ApiText.isLiteral) ?? false) && symbol.form == nil
    }
    return before.kind != after.kind && (isComputed(before) || isComputed(after))
      && Set([before.kind, after.kind]) != [.attribute, .property]
  }

  // MARK: Types

  private mutating func compareTypes(_ before: ApiSymbol, _ after: ApiSymbol, path: String) -> [ApiChange] {
    if before.form == "typealias" || after.form == "typealias" { return compareAliases(before, after, path: path) }
    var changes = located(TypeHeads(old: old, new: new, path: path).changes(before, after), before, after)
    let (oldTable, newTable) = (MemberTable(before, in: old), MemberTable(after, in: new))
    var lost: [MemberTable.Entry] = []
    var fresh = newTable.entries.filter { oldTable[$0.key] == nil }.values.flatMap { $0 }.filter {
      $0.owner.path == after.path || $0.owner.isHidden
    }
    for (name, entries) in oldTable.entries.sorted(by: { $0.key < $1.key }) {
      let own = entries.filter { $0.owner.path == before.path || $0.owner.isHidden }
      guard !own.isEmpty else { continue }
      guard let successors = newTable[name] else {
        if own.allSatisfy({ isStillThere($0.member, newTable, oldTable) }) { continue }
        lost += own.filter {
          !$0.member.traits.contains(.unstated) && reported.insert("\($0.owner.path).\(name) \(signature($0))").inserted
        }
        continue
      }
      let paired = OverloadPairs.pairs(own, successors, \.member)
      for (entry, successor) in paired.pairs {
        guard reported.insert("\(entry.owner.path).\(name) \(successor.owner.path) \(signature(entry))").inserted else {
          continue
        }
        let shown = entry.owner.isHidden || entry.owner.path == before.path ? path : entry.owner.path
        changes += compare(entry.member, successor.member, path: "\(shown).\(name)")
      }
      lost += paired.lost.filter { reported.insert("\($0.owner.path).\(name) lost \(signature($0))").inserted }
      fresh += paired.fresh.filter { $0.owner.path == after.path || $0.owner.isHidden }
    }
    removeInternals(&lost, oldTable, changes, path)
    var members = MemberChanges(old: before, new: after, path: path)
    members.run(lost: lost, fresh: fresh.filter { !reported.contains("+\($0.owner.path).\($0.member.name)") }, newTable)
    for name in members.reported { reported.insert(name) }
    changes += members.changes
    for pair in members.pairs { changes += compare(pair.before, pair.after, path: pair.path) }
    return changes.map { announced($0, in: before) }
  }

  private func signature(_ entry: MemberTable.Entry) -> String {
    entry.member.name.contains("(") ? ApiSignature.text(entry.member) : ""
  }

  /// A removal with the deprecation notices of the members or of the constructor's parameters.
  private func announced(_ change: ApiChange, in type: ApiSymbol) -> ApiChange {
    guard change.isRemoval else { return change }
    var change = change
    let name = ForeignHierarchy.last(change.symbol)
    guard let member = type.members.first(where: { $0.name == name || change.symbol.hasSuffix(".\($0.name)") }) else {
      return change
    }
    if change.kind == .removed || change.kind == .renamed, member.traits.contains(.deprecated) {
      change.announce(member.deprecation ?? "")
    } else if type.traits.contains(.deprecated) {
      change.announce(type.deprecation ?? "")
    }
    return change
  }

  /// An alias of a type: its target counts, if known.
  private mutating func compareAliases(_ before: ApiSymbol, _ after: ApiSymbol, path: String) -> [ApiChange] {
    let shown = path.split(separator: ".").suffix(2).joined(separator: ".")
    if before.form != after.form {
      // A type that moved leaves its name behind for the new place.
      let (alias, type, outline) = after.form == "typealias" ? (after, before, new) : (before, after, old)
      let target = alias.value.flatMap { Self.type(named: $0, beside: path, in: outline) }
      if let target, target.form == type.form, target.form != "typealias" {
        return after.form == "typealias"
          ? compareTypes(type, target, path: path) : compareTypes(target, type, path: path)
      }
      let change = ApiChange(
        .kindChanged, path, "'\(shown)' is now a \(TypeHeads.noun(after)), was a \(TypeHeads.noun(before))",
        before: ApiSignature.text(before), after: ApiSignature.text(after))
      return located([change], before, after)
    }
    var changes: [ApiChange] = []
    if let was = before.value, let now = after.value, ApiText.normalized(was) != ApiText.normalized(now) {
      let isSame = !was.contains("@") && !now.contains("@") && SwiftTypes(kin: kin).relation(of: now, to: was) == .same
      if !isSame {
        changes.append(
          ApiChange(.typeChanged, path, "'\(shown)' now refers to '\(now)', was '\(was)'", before: was, after: now))
      }
    }
    if after.traits.contains(.deprecated), !before.traits.contains(.deprecated) {
      changes.append(TypeHeads.deprecation(after, path, "'\(shown)'"))
    }
    return located(changes, before, after)
  }

  private static func type(named name: String, beside path: String, in outline: ApiOutline) -> ApiSymbol? {
    guard let symbol = outline["\(ModulePaths.parent(path)).\(name)"] ?? outline[name], symbol.kind == .type else {
      return nil
    }
    return symbol
  }

  // MARK: Members that only seem to go

  private func isStillThere(_ member: ApiSymbol, _ newTable: MemberTable, _ oldTable: MemberTable) -> Bool {
    if newTable.type.form != nil {
      if member.traits.contains(.override) { return true }
      return SwiftProvidedMembers.has(member.name, from: newTable.foreign)
    }
    // Where names were re-exported before, a method of the class itself was there for want of another.
    let isReexported = newTable["__getattr__"] != nil && (oldTable["__getattr__"] == nil || !member.isCallable)
    if isReexported || member.traits.contains(.ofInstance) && newTable.isOpen { return true }
    let isNew = !newTable.foreign.allSatisfy { base in
      ForeignMembers.names[ForeignHierarchy.last(base)] != nil || TypeHeads.saysNothing(base)
        || oldTable.foreign.contains { ForeignHierarchy.last($0) == ForeignHierarchy.last(base) }
        || oldTable.foreign.contains { ForeignHierarchy.ancestors(of: base).contains(ForeignHierarchy.last($0)) }
    }
    return isNew || isInherited(member.name, newTable.foreign)
  }

  /// Whether a method may come from a base outside the project.
  private func isInherited(_ name: String, _ foreign: [String]) -> Bool {
    let bases = foreign.map(ForeignHierarchy.last).filter { !TypeHeads.saysNothing($0) }
    return bases.contains {
      if let members = ForeignMembers.names[$0] { return members.contains(name) || name.hasPrefix("__") }
      return !ForeignBase.decidesNothing($0) || ForeignBase.isContract(name, of: $0) || name == "__init__"
    }
  }

  /// Drops attributes that are irrelevant to callers.
  private func removeInternals(
    _ lost: inout [MemberTable.Entry], _ table: MemberTable, _ changes: [ApiChange], _ path: String
  ) {
    // What a neural network keeps of its parameters is its own affair, unlike the settings of an estimator.
    if table.foreign.contains(where: { Self.networks.contains(ForeignHierarchy.last($0)) }) {
      lost.removeAll { $0.member.traits.contains(.ofInstance) }
    }
    // An attribute that goes with the parameter it kept is not a second change.
    let gone = changes.filter {
      $0.symbol == "\(path).__init__" && ($0.kind == .parameterRemoved || $0.kind == .parameterRenamed)
    }.compactMap(\.detail)
    lost.removeAll { $0.member.traits.contains(.ofInstance) && gone.contains($0.member.name) }
  }

  private static let networks: Set<String> = [
    "Module", "Layer", "Model", "LightningModule", "Sequential", "ModuleList", "Function", "Optimizer",
  ]
}
