import LintSourceText

/// Compares two states of an attribute, a constant, a property or a case.
struct ValueComparison {
  let kin: TypeKinship
  let path: String

  private var shown: String { "'\(path.split(separator: ".").suffix(2).joined(separator: "."))'" }

  func changes(_ before: ApiSymbol, _ after: ApiSymbol) -> [ApiChange] {
    var changes = aliasChanges(before, after) + valueChanges(before, after)
    let (was, now) = (ApiSignature.text(before), ApiSignature.text(after))
    if before.traits.contains(.settable), !after.traits.contains(.settable), after.kind == .property,
      before.kind == after.kind
    {
      changes.append(ApiChange(.setterRemoved, path, "\(shown) can no longer be set", before: was, after: now))
    }
    if let old = before.returns, let new = after.returns, before.form != nil,
      SwiftTypes(kin: kin).relation(of: new, to: old) != .same
    {
      changes.append(
        ApiChange(.typeChanged, path, "\(shown) is now of type '\(new)', was '\(old)'", before: old, after: new))
    }
    changes += TypeHeads.isolation(before, after, path, shown)
    if after.traits.contains(.deprecated), !before.traits.contains(.deprecated) {
      changes.append(TypeHeads.deprecation(after, path, shown))
    }
    return changes
  }

  private func valueChanges(_ before: ApiSymbol, _ after: ApiSymbol) -> [ApiChange] {
    guard let old = before.value, let new = after.value, !before.traits.contains(.ofInstance),
      !before.traits.contains(.field), before.kind == .enumCase || ApiText.isLiteral(old) && ApiText.isLiteral(new),
      ApiText.normalized(old) != ApiText.normalized(new), !isVersion(before.name)
    else { return [] }
    return [ApiChange(.valueChanged, path, "\(shown) is now \(new), was \(old)", before: old, after: new)]
  }

  /// An alias whose target changed.
  private func aliasChanges(_ before: ApiSymbol, _ after: ApiSymbol) -> [ApiChange] {
    guard before.traits.contains(.typeAlias), after.traits.contains(.typeAlias), let old = before.value,
      let new = after.value, TypeText(new, kin.newAliases) != TypeText(old, kin.oldAliases)
    else { return [] }
    return [
      ApiChange(.valueChanged, path, "\(shown) now refers to '\(new)', was '\(old)'", before: old, after: new)
    ]
  }

  /// A number that is meant to change with every release.
  private func isVersion(_ name: String) -> Bool {
    let words = Name.words(of: name)
    return words.contains("version") || words.contains("revision")
  }
}
