/// Compares two states of one function or method.
struct CallableComparison {
  let old: ApiSymbol
  let new: ApiSymbol
  /// The path to report under.
  let path: String
  let kin: TypeKinship
  private(set) var changes: [ApiChange] = []

  private var name: String { "'\(path.split(separator: ".").suffix(2).joined(separator: "."))'" }

  init(_ old: ApiSymbol, _ new: ApiSymbol, path: String, _ kin: TypeKinship) {
    self.old = old
    self.new = new
    self.path = path
    self.kin = kin
  }

  mutating func run() {
    let isSwift = (old.parameters + new.parameters).contains { $0.label != nil }
    if isSwift {
      changes += SwiftParameters(old, new, path: path, SwiftTypes(kin: kin)).changes()
    } else {
      var comparison = PythonParameters(old, new, path: path, kin)
      comparison.run()
      changes += comparison.changes
    }
    compareTraits()
    compareReturns(isSwift: isSwift || old.name.contains("("))
    compareThrown()
    compareRaises()
  }

  private mutating func add(
    _ kind: ApiChange.Kind, detail: String? = nil, _ message: String, before: String?, after: String?
  ) {
    changes.append(ApiChange(kind, path, detail: detail, message, before: before, after: after))
  }

  private mutating func compareTraits() {
    if old.traits.contains(.async) != new.traits.contains(.async) {
      let text = new.traits.contains(.async) ? "\(name) is now async" : "\(name) is no longer async"
      add(.asyncChanged, text, before: ApiSignature.text(old), after: ApiSignature.text(new))
    }
    let wasCallableOnType = old.traits.contains(.static) || old.traits.contains(.classMethod)
    let isCallableOnType = new.traits.contains(.static) || new.traits.contains(.classMethod)
    if wasCallableOnType != isCallableOnType, wasCallableOnType || new.name.contains("(") {
      add(
        .bindingChanged,
        wasCallableOnType ? "\(name) now requires an instance" : "\(name) is now called on the type",
        before: wasCallableOnType ? "static" : "of an instance", after: isCallableOnType ? "static" : "of an instance")
    }
    changes += TypeHeads.isolation(old, new, path, name)
    compareDeprecations()
    if new.traits.contains(.final), !old.traits.contains(.final) {
      add(.becameFinal, "\(name) can no longer be overridden", before: nil, after: "final")
    }
  }

  private mutating func compareDeprecations() {
    if new.traits.contains(.deprecated), !old.traits.contains(.deprecated) {
      changes.append(TypeHeads.deprecation(new, path, name))
    }
    // Where all is deprecated, no parameter is worth a word; where it is gone, its removal tells.
    guard !new.traits.contains(.deprecated) else { return }
    let known = Set(new.parameters.map(\.name)).union(new.accepted)
    for (parameter, note) in new.deprecatedParameters.sorted(by: { $0.key < $1.key })
    where old.deprecatedParameters[parameter] == nil && known.contains(parameter)
      && old.parameters.contains(where: { $0.name == parameter })
    {
      let text = note.isEmpty ? "" : note.hasPrefix("since") ? " \(note)" : ": \(note)"
      add(.deprecated, detail: parameter, "'\(parameter)' of \(name) is deprecated\(text)", before: nil, after: nil)
    }
  }

  private mutating func compareReturns(isSwift: Bool) {
    if isSwift {
      let (before, after) = (old.returns ?? "Void", new.returns ?? "Void")
      // A caller can rely on 'some P' being one type, and on 'any P' not.
      let isErased = SwiftTypes.isOpaque(before) && !SwiftTypes.isOpaque(after)
      if isErased || SwiftTypes(kin: kin).relation(of: after, to: before) != .same {
        // The compiler knows what comes back; code that uses it as what it was no longer compiles.
        changes.append(
          ApiChange(
            .returnChanged, path, "\(name) returns '\(after)' instead of '\(before)'", before: before, after: after,
            effect: before == "Void" ? .extends : .breaks))
      }
      return
    }
    guard let before = old.returns.map(ApiSignature.oneLine), let after = new.returns.map(ApiSignature.oneLine) else {
      return
    }
    // A caller that received nothing does not use it.
    guard before != "None" else { return }
    let (oldType, newType) = (TypeText(before, kin.oldAliases), TypeText(after, kin.newAliases))
    switch newType.relation(to: oldType, kin) {
    case .same: return
    case .narrower: guard newType.wraps(oldType) else { return }
    case .wider: break
    case .other:
      guard newType.isUnlike(oldType, kin) || newType.members.contains("None") || newType.wraps(oldType) else { return }
    }
    if before == after {
      let meaning = kin.newAliases[before].map { " '\($0)'" } ?? " something else"
      add(.returnChanged, "\(name) returns '\(after)', which now refers to\(meaning)", before: before, after: after)
      return
    }
    add(.returnChanged, "\(name) returns '\(after)' instead of '\(before)'", before: before, after: after)
  }

  private mutating func compareThrown() {
    guard old.thrown != new.thrown else { return }
    switch (old.thrown, new.thrown) {
    case (nil, let thrown?): add(.throwsAdded, "\(name) now throws", before: nil, after: thrown)
    case (let thrown?, nil): add(.throwsRemoved, "\(name) no longer throws", before: thrown, after: nil)
    case (let before?, let after?):
      add(.exceptionChanged, "\(name) throws '\(after)' instead of '\(before)'", before: before, after: after)
    case (nil, nil): break
    }
  }

  /// The same error, identified by its condition or message, raised with a different type.
  private mutating func compareRaises() {
    var reported: Set<String> = []
    let wereTypes = Set(old.raises.map(\.type))
    let areTypes = Set(new.raises.map(\.type))
    for raise in old.raises
    where raise.type != "NotImplementedError"
      && !new.raises.contains(where: { $0.type == raise.type && isSame($0, raise) })
    {
      var successors = new.raises.filter { isSame($0, raise) && $0.type != raise.type }
      if successors.isEmpty, raise.line == 0, raise.condition == nil, raise.message == nil,
        !areTypes.contains(raise.type)
      {
        // A snapshot knows the types alone.
        let fresh = areTypes.subtracting(wereTypes)
        if fresh.count == 1, wereTypes.subtracting(areTypes).count == 1 {
          successors = new.raises.filter { fresh.contains($0.type) }
        }
      }
      guard let successor = successors.first, !ErrorTypes.isKind(successor.type, of: raise.type, kin.inherits),
        reported.insert("\(raise.type) \(successor.type)").inserted
      else { continue }
      add(
        .exceptionChanged, detail: raise.type, "\(name) raises '\(successor.type)' instead of '\(raise.type)'",
        before: raise.type, after: successor.type)
    }
  }

  private func isSame(_ left: ApiRaise, _ right: ApiRaise) -> Bool {
    if let message = left.message, message.count > 12, message == right.message { return true }
    guard let condition = left.condition, let other = right.condition else { return false }
    return ApiText.normalized(condition) == ApiText.normalized(other)
  }
}

/// The known class hierarchy of errors.
enum ErrorTypes {
  private static let parents: [String: String] = [
    "KeyError": "LookupError", "IndexError": "LookupError", "NotImplementedError": "RuntimeError",
    "RecursionError": "RuntimeError", "ModuleNotFoundError": "ImportError", "FileNotFoundError": "OSError",
    "FileExistsError": "OSError", "PermissionError": "OSError", "ConnectionError": "OSError", "TimeoutError": "OSError",
    "UnicodeDecodeError": "ValueError", "UnicodeEncodeError": "ValueError", "JSONDecodeError": "ValueError",
    "ZeroDivisionError": "ArithmeticError", "OverflowError": "ArithmeticError", "FloatingPointError": "ArithmeticError",
    "UserWarning": "Warning", "FutureWarning": "Warning", "DeprecationWarning": "Warning", "Warning": "Exception",
  ]
  private static let same: [String: String] = ["IOError": "OSError", "EnvironmentError": "OSError"]

  /// Whether a handler of `base` also catches `type`.
  static func isKind(_ type: String, of base: String, _ inherits: (String, String) -> Bool) -> Bool {
    let base = last(base)
    var current = last(type)
    if current == base || base == "Exception" || base == "BaseException" { return true }
    if inherits(type, base) { return true }
    while let parent = parents[current] {
      if parent == base { return true }
      current = parent
    }
    return false
  }

  private static func last(_ name: String) -> String {
    let last = name.split(separator: ".").last.map(String.init) ?? name
    return same[last] ?? last
  }
}
