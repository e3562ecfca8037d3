/// Compares two states of a type without its members: its kind, its bases and its access.
struct TypeHeads {
  let old: ApiOutline
  let new: ApiOutline
  let path: String

  private var shown: String { "'\(path.split(separator: ".").suffix(2).joined(separator: "."))'" }

  func changes(_ before: ApiSymbol, _ after: ApiSymbol) -> [ApiChange] {
    var changes: [ApiChange] = []
    func add(
      _ kind: ApiChange.Kind, detail: String? = nil, _ message: String, before: String? = nil, after: String? = nil
    ) {
      changes.append(ApiChange(kind, path, detail: detail, message, before: before, after: after))
    }
    let (was, now) = (ApiSignature.text(before), ApiSignature.text(after))
    if before.form != after.form, before.form != "extension", after.form != "extension" {
      add(.kindChanged, "\(shown) is now a \(Self.noun(after)), was a \(Self.noun(before))", before: was, after: now)
    }
    if before.traits.contains(.open), !after.traits.contains(.open) {
      add(.becameFinal, "\(shown) can no longer be subclassed", before: "open", after: "public")
    } else if after.traits.contains(.final), !before.traits.contains(.final), before.form != "class" {
      add(.becameFinal, "\(shown) can no longer be subclassed", after: "final")
    }
    if before.generics.count != after.generics.count, before.form != "extension", after.form != "extension" {
      let names = after.generics.map { "'\($0)'" }.joined(separator: ", ")
      let message =
        after.generics.isEmpty
        ? "\(shown) is no longer generic" : "\(shown) now has the generic parameters \(names)"
      add(
        .genericsChanged,
        after.generics.count == 1 ? "\(shown) now has the generic parameter \(names)" : message, before: was, after: now
      )
    }
    changes += Self.isolation(before, after, path, shown)
    if after.traits.contains(.deprecated), !before.traits.contains(.deprecated) {
      changes.append(Self.deprecation(after, path, shown))
    }
    return changes + baseChanges(before, after, was, now)
  }

  /// Of a type as of a function.
  static func isolation(_ before: ApiSymbol, _ after: ApiSymbol, _ path: String, _ shown: String) -> [ApiChange] {
    guard after.traits.contains(.mainActor), !before.traits.contains(.mainActor) else { return [] }
    return [
      ApiChange(
        .isolationChanged, path, "\(shown) is now isolated to the main actor; other callers must await it",
        after: "@MainActor")
    ]
  }

  static func deprecation(_ symbol: ApiSymbol, _ path: String, _ shown: String) -> ApiChange {
    let note = symbol.deprecation ?? ""
    return ApiChange(
      .deprecated, path,
      "\(shown) is deprecated" + (note.isEmpty ? "" : note.hasPrefix("since") ? " \(note)" : ": \(note)"),
      after: ApiSignature.text(symbol))
  }

  static func noun(_ symbol: ApiSymbol) -> String {
    symbol.form ?? (symbol.kind == .type ? "class" : symbol.kind.rawValue)
  }

  // MARK: Bases

  private struct Bases {
    var known: [String: String] = [:]
    var foreign: [String] = []
    /// Last names of the foreign bases' ancestors.
    var implied: Set<String> = []
  }

  private func baseChanges(_ before: ApiSymbol, _ after: ApiSymbol, _ was: String, _ now: String) -> [ApiChange] {
    let old = bases(before, self.old)
    var new = bases(after, self.new)
    // A base that went out of sight is a change of that base.
    for base in self.new.ancestry(of: after).known where base.isHidden { new.known[base.name] = base.path }
    var gone = old.known.filter { base in
      !isKept(base.key, new) && !new.foreign.contains { ForeignHierarchy.last($0) == base.key }
    }.map(\.value)
    gone += old.foreign.filter { base in
      !new.foreign.contains { ForeignHierarchy.isSame($0, base) }
        && !(isKept(ForeignHierarchy.last(base), new) && !hasNamesake(of: base, new))
    }
    return gone.filter { !Self.saysNothing($0) }.sorted().map { base in
      let swapped = new.foreign.first { ForeignHierarchy.last($0) == ForeignHierarchy.last(base) }
      return ApiChange(
        .baseRemoved, path, detail: base,
        "\(shown) is no longer a '\(base)'" + (swapped.map { ", but a '\($0)'" } ?? ""), before: was, after: now)
    }
  }

  private func isKept(_ name: String, _ bases: Bases) -> Bool {
    bases.known[name] != nil || bases.implied.contains(name)
  }

  /// A base of the same last name from another project is not the same base.
  private func hasNamesake(of base: String, _ bases: Bases) -> Bool {
    bases.foreign.contains { ForeignHierarchy.last($0) == ForeignHierarchy.last(base) }
  }

  private func bases(_ type: ApiSymbol, _ outline: ApiOutline) -> Bases {
    let (known, foreign) = outline.ancestry(of: type)
    var result = Bases()
    for base in known where !base.isHidden { result.known[base.name] = base.path }
    result.foreign = foreign
    result.implied = Set(foreign.flatMap(ForeignHierarchy.ancestors))
    return result
  }

  /// Bases irrelevant to `isinstance` checks.
  static func saysNothing(_ base: String) -> Bool {
    let name = ForeignHierarchy.last(base)
    return ["object", "ABC", "Generic", "Protocol", "ABCMeta", "NamedTuple", "TypedDict"].contains(name)
      || name.hasPrefix("_") || base.contains("(")
  }
}
