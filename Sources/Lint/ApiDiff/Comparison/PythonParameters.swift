import LintModel
import LintSourceText

/// Compares the parameters of two states of a Python function, as a caller passes them.
struct PythonParameters {
  private let old: [ApiParameter]
  private let new: [ApiParameter]
  private let accepted: Set<String>
  private let path: String
  private let name: String
  private(set) var changes: [ApiChange] = []
  /// New names of old parameters.
  private var renamed: [String: String] = [:]

  private let kin: TypeKinship

  /// Deprecation notices of parameters, old and new.
  private let wereDeprecated: [String: String]
  private let areDeprecated: Set<String>

  /// Whether a base outside the project may provide the parameters that seem to be missing.
  private let takesInherited: Bool
  /// Whether parameters have meaningful positions: after the fields of a foreign base, they have none.
  private let hasOrder: Bool
  private let wereAccepted: Set<String>

  init(_ old: ApiSymbol, _ new: ApiSymbol, path: String, _ kin: TypeKinship) {
    takesInherited = new.traits.contains(.inheritedParameters) && new.accepted.isEmpty
    hasOrder = !new.traits.union(old.traits).contains(.inheritedParameters)
    wereAccepted = Set(old.accepted)
    wereDeprecated = old.deprecatedParameters
    areDeprecated = Set(new.deprecatedParameters.keys)
    // A parameter with an underscore is passed by the project itself.
    self.old = old.parameters.filter { !$0.name.hasPrefix("_") || $0.isRequired }
    self.new = new.parameters.filter { !$0.name.hasPrefix("_") || $0.isRequired }
    self.kin = kin
    accepted = Set(new.accepted)
    self.path = path
    name = "'\(path.split(separator: ".").suffix(2).joined(separator: "."))'"
  }

  mutating func run() {
    let newNames = Set(new.map(\.name))
    let oldNames = Set(old.map(\.name))
    let added = new.filter { !$0.isVariadic && !oldNames.contains($0.name) }
    var removed = old.filter { !$0.isVariadic && !newNames.contains($0.name) }
    findRenames(removed, added)
    removed.removeAll { renamed[$0.name] != nil }
    for parameter in removed { reportRemoved(parameter) }
    for parameter in old where !parameter.isVariadic {
      let name = renamed[parameter.name] ?? parameter.name
      if let successor = new.first(where: { $0.name == name }) { compare(parameter, successor) }
    }
    if hasOrder { compareOrder() }
    compareVariadic()
    let successors = Set(renamed.values)
    for parameter in added where !successors.contains(parameter.name) { reportAdded(parameter) }
  }

  private mutating func add(
    _ kind: ApiChange.Kind, _ detail: String, _ message: String, before: String? = nil, after: String? = nil,
    effect: ApiChange.Effect? = nil
  ) {
    var change = ApiChange(kind, path, detail: detail, message, before: before, after: after, effect: effect)
    if change.isRemoval { change.announce(wereDeprecated[detail]) }
    changes.append(change)
  }

  // MARK: Gone and renamed

  private mutating func findRenames(_ removed: [ApiParameter], _ added: [ApiParameter]) {
    var free = added
    // Where as many come as go, the place alone may tell which became which.
    let isOneToOne = removed.count == added.count && old.count == new.count
    for parameter in removed {
      guard let match = free.firstIndex(where: { isRename(parameter, $0, isOneToOne) }) else { continue }
      let successor = free.remove(at: match)
      renamed[parameter.name] = successor.name
      // Nobody can have written the name of a parameter that is passed by its place alone.
      guard parameter.takesKeyword else { continue }
      let isKept = accepted.contains(parameter.name)
      add(
        .parameterRenamed, parameter.name,
        isKept
          ? "'\(parameter.name)' of \(name) was renamed to '\(successor.name)'; the old name still works"
          : "'\(parameter.name)' of \(name) was renamed to '\(successor.name)'",
        before: ApiSignature.text(parameter), after: ApiSignature.text(successor), effect: isKept ? .extends : nil)
    }
  }

  private func isRename(_ parameter: ApiParameter, _ candidate: ApiParameter, _ isOneToOne: Bool) -> Bool {
    guard parameter.isPositional == candidate.isPositional else { return false }
    let sharesWord = !Set(Name.words(of: parameter.name)).isDisjoint(with: Name.words(of: candidate.name))
    let isSameDefault =
      parameter.defaultValue.map(ApiText.normalized) == candidate.defaultValue.map(ApiText.normalized)
    let isSameType = parameter.annotation == candidate.annotation
    let isAtSamePlace = place(parameter, in: old) == place(candidate, in: new)
    let isOneToOne = isOneToOne || isAtSamePlace && isFollowedAlike(parameter, candidate)
    if parameter.isPositional, isAtSamePlace {
      // In one place and of one type, a parameter keeps its meaning under another name.
      return isOneToOne && isSameDefault && isSameType || sharesWord && isSameDefault && (isSameType || isOneToOne)
        || sharesWord && isSameType && isOneToOne
    }
    return sharesWord && isSameDefault && isSameType
      && (isAtSamePlace || parameter.defaultValue != nil && parameter.defaultValue != "None")
  }

  /// Whether the same parameter, or none, comes next.
  private func isFollowedAlike(_ parameter: ApiParameter, _ candidate: ApiParameter) -> Bool {
    func next(_ name: String, in list: [ApiParameter]) -> String? {
      list.firstIndex { $0.name == name }.flatMap { $0 + 1 < list.count ? list[$0 + 1].name : nil }
    }
    let follower = next(parameter.name, in: old)
    return follower != nil && follower == next(candidate.name, in: new)
  }

  private func place(_ parameter: ApiParameter, in list: [ApiParameter]) -> Int? {
    list.filter { $0.isPositional == parameter.isPositional }.firstIndex { $0.name == parameter.name }
  }

  private mutating func reportRemoved(_ parameter: ApiParameter) {
    guard !accepted.contains(parameter.name), !takesInherited || !parameter.takesKeyword else { return }
    // `(*args, **kwargs)` hands everything on.
    if new.contains(where: { $0.kind == .variadicPositional }), new.contains(where: { $0.kind == .variadicKeyword }) {
      return
    }
    let isSwallowed = parameter.takesKeyword && new.contains { $0.kind == .variadicKeyword }
    let message =
      isSwallowed
      ? "\(name) no longer has '\(parameter.name)'; '**kwargs' swallows it"
      : "\(name) no longer has '\(parameter.name)'"
    add(
      .parameterRemoved, parameter.name, message, before: ApiSignature.text(parameter), after: nil,
      effect: isSwallowed ? .alters : nil)
  }

  private mutating func compareVariadic() {
    for kind in [Parameter.Kind.variadicPositional, .variadicKeyword] {
      guard let parameter = old.first(where: { $0.kind == kind }), !new.contains(where: { $0.kind == kind }) else {
        continue
      }
      let text = ApiSignature.text(ApiParameter(name: parameter.name, kind: kind))
      add(.parameterRemoved, text, "\(name) no longer has '\(text)'", before: ApiSignature.text(parameter))
    }
  }

  // MARK: Kept

  private mutating func compare(_ parameter: ApiParameter, _ successor: ApiParameter) {
    let label = successor.name
    let (before, after) = (ApiSignature.text(parameter), ApiSignature.text(successor))
    if parameter.isPositional, successor.kind == .keywordOnly {
      add(
        .parameterKeywordOnly, label, "'\(label)' of \(name) is now keyword-only", before: before,
        after: after)
    } else if parameter.takesKeyword, successor.kind == .positionalOnly {
      add(
        .parameterPositionalOnly, label, "'\(label)' of \(name) is now positional-only", before: before,
        after: after)
    } else if parameter.kind != successor.kind, parameter.kind != .positionalOrKeyword {
      add(
        .parameterRelaxed, label, "'\(label)' of \(name) can be passed by position or keyword", before: before,
        after: after)
    }
    switch (parameter.defaultValue, successor.defaultValue) {
    case (_?, nil):
      add(.parameterRequired, label, "'\(label)' of \(name) no longer has a default", before: before, after: after)
    case (nil, _?):
      add(.parameterRelaxed, label, "'\(label)' of \(name) now has a default", before: before, after: after)
    case (let old?, let new?):
      if !isSameDefault(parameter, successor), !areDeprecated.contains(label) {
        // One name for another value: the values tell.
        let (old, new) = old == new ? (parameter.meaning ?? old, successor.meaning ?? new) : (old, new)
        add(
          .defaultChanged, label,
          "'\(label)' of \(name) now defaults to '\(ApiSignature.oneLine(new))', was '\(ApiSignature.oneLine(old))'",
          before: before, after: after)
      }
    case (nil, nil): break
    }
    compareAnnotations(parameter, successor, before, after)
  }

  private func isSameDefault(_ left: ApiParameter, _ right: ApiParameter) -> Bool {
    // Where one side does not know what a constant stands for, as a snapshot does not, its name has to do.
    if left.meaning == nil || right.meaning == nil, left.defaultValue == right.defaultValue { return true }
    let old = left.meaning ?? left.defaultValue ?? ""
    let new = right.meaning ?? right.defaultValue ?? ""
    let values = [ApiText.normalized(old), ApiText.normalized(new)]
    if values[0] == values[1] { return true }
    // The cure for a default that is shared between calls.
    let empty: Set<String> = ["[]", "{}", "()", "list()", "dict()", "set()"]
    if values.contains("None"), values.contains(where: empty.contains) { return true }
    if Set(values).isSubset(of: ["[]", "()", "list()", "tuple()"]) { return true }
    // A name imported differently, `torch.float32` and `float32`, is the same name.
    let names = values.map { $0.split(separator: ".").last ?? "" }
    return names[0] == names[1] && values.allSatisfy { !$0.contains("\"") && !$0.contains("(") && Double($0) == nil }
      && names[0].first?.isNumber != true
  }

  private mutating func compareAnnotations(
    _ parameter: ApiParameter, _ successor: ApiParameter, _ before: String, _ after: String
  ) {
    guard let old = parameter.annotation.map(ApiSignature.oneLine),
      let new = successor.annotation.map(ApiSignature.oneLine)
    else { return }
    let (oldType, newType) = (TypeText(old, kin.oldAliases), TypeText(new, kin.newAliases))
    if old == new, kin.oldAliases.isEmpty { return }
    let label = successor.name
    switch newType.relation(to: oldType, kin) {
    case .same: return
    case .narrower:
      add(
        .annotationNarrowed, label, "'\(label)' of \(name) now accepts fewer types: '\(new)', was '\(old)'",
        before: before,
        after: after)
    case .wider:
      add(
        .annotationWidened, label, "'\(label)' of \(name) now also accepts other types: '\(new)', was '\(old)'",
        before: before,
        after: after)
    case .other:
      guard newType.isUnlike(oldType, kin) else { return }
      add(
        .annotationChanged, label, "'\(label)' of \(name) now accepts '\(new)' instead of '\(old)'", before: before,
        after: after)
    }
  }

  // MARK: Order and additions

  /// One change for a reordering; otherwise one for the first inserted parameter.
  private mutating func compareOrder() {
    let oldOrder = old.filter(\.isPositional).map { renamed[$0.name] ?? $0.name }
    let newPositional = new.filter(\.isPositional)
    let newOrder = newPositional.map(\.name)
    let kept = Set(oldOrder).intersection(newOrder)
    let was = oldOrder.filter(kept.contains)
    let now = newOrder.filter(kept.contains)
    if was != now {
      add(
        .parameterReordered, now.first { name in was.firstIndex(of: name) != now.firstIndex(of: name) } ?? "",
        "the parameters of \(name) were reordered: \(list(now)), previously \(list(was))", before: list(was),
        after: list(now))
      return
    }
    guard let last = newOrder.lastIndex(where: kept.contains) else { return }
    let hasGone = oldOrder.contains { !kept.contains($0) }
    for (index, parameter) in newPositional.enumerated()
    where index < last && !kept.contains(parameter.name) && !parameter.isRequired {
      // A parameter that takes the place of one that is gone shifts nothing.
      if hasGone, oldOrder.indices.contains(index), !kept.contains(oldOrder[index]) { continue }
      let next = newOrder[(index + 1)...].first(where: kept.contains) ?? ""
      add(
        .parameterInserted, parameter.name, "'\(parameter.name)' of \(name) is inserted before '\(next)'",
        before: list(oldOrder.drop { $0 != next }), after: list(newOrder.drop { $0 != parameter.name }))
      return
    }
  }

  private func list(_ names: some Collection<String>) -> String {
    let shown = names.prefix(8).joined(separator: ", ")
    return names.count > 8 ? shown + ", ..." : shown
  }

  private mutating func reportAdded(_ parameter: ApiParameter) {
    guard !wereAccepted.contains(parameter.name) || parameter.isRequired else { return }
    let text = ApiSignature.text(parameter)
    if parameter.isRequired {
      // Callers of `(*args, **kwargs)` may already pass it.
      guard !old.contains(where: { $0.kind == .variadicPositional }) else { return }
      add(.requiredParameterAdded, parameter.name, "\(name) now requires '\(parameter.name)'", after: text)
    } else if !changes.contains(where: { $0.kind == .parameterInserted && $0.detail == parameter.name }) {
      add(.parameterAdded, parameter.name, "\(name) now accepts '\(parameter.name)'", after: text)
    }
  }
}
