/// Compares the parameters of two states of a Swift function: labels and types are part of its name.
struct SwiftParameters {
  private let old: ApiSymbol
  private let new: ApiSymbol
  private let path: String
  private let name: String
  private let types: SwiftTypes

  init(_ old: ApiSymbol, _ new: ApiSymbol, path: String, _ types: SwiftTypes) {
    self.types = types
    self.old = old
    self.new = new
    self.path = path
    name = "'\(path.split(separator: ".").suffix(2).joined(separator: "."))'"
  }

  func changes() -> [ApiChange] {
    let pairs = aligned()
    var changes: [ApiChange] = []
    for (before, after) in pairs {
      switch (before, after) {
      case (let before?, nil):
        changes.append(change(.parameterRemoved, before, "\(name) no longer has '\(before.shownName)'", before, nil))
      case (nil, let after?):
        let kind: ApiChange.Kind = after.isRequired ? .requiredParameterAdded : .parameterAdded
        let verb = after.isRequired ? "requires" : "accepts"
        changes.append(change(kind, after, "\(name) now \(verb) '\(after.shownName)'", nil, after))
      case (let before?, let after?): changes += compare(before, after)
      case (nil, nil): break
      }
    }
    return changes
  }

  private func change(
    _ kind: ApiChange.Kind, _ parameter: ApiParameter, _ message: String, _ before: ApiParameter?,
    _ after: ApiParameter?
  ) -> ApiChange {
    ApiChange(
      kind, path, detail: parameter.shownName, message, before: before.map(ApiSignature.text),
      after: after.map(ApiSignature.text))
  }

  private func compare(_ before: ApiParameter, _ after: ApiParameter) -> [ApiChange] {
    var changes: [ApiChange] = []
    let label = after.shownName
    if before.label != after.label {
      changes.append(
        change(
          .labelChanged, after,
          "the label '\(before.label ?? before.name):' of \(name) is now '\(after.label ?? after.name):'", before, after
        ))
    }
    if let old = before.annotation, let new = after.annotation {
      let (was, now) = (ApiSignature.oneLine(old), ApiSignature.oneLine(new))
      switch types.relation(of: new, to: old) {
      case .same: break
      case .wider:
        changes.append(
          change(
            .annotationWidened, after, "'\(label)' of \(name) now also accepts other types: '\(now)', was '\(was)'",
            before, after))
      case .other:
        changes.append(
          change(.typeChanged, after, "'\(label)' of \(name) is now of type '\(now)', was '\(was)'", before, after))
      }
    }
    switch (before.defaultValue, after.defaultValue) {
    case (_?, nil):
      changes.append(change(.parameterRequired, after, "'\(label)' of \(name) no longer has a default", before, after))
    case (nil, _?):
      changes.append(change(.parameterRelaxed, after, "'\(label)' of \(name) now has a default", before, after))
    case (let old?, let new?):
      if !SwiftTypes.isSameDefault(old, new) {
        changes.append(
          change(
            .defaultChanged, after,
            "'\(label)' of \(name) now defaults to '\(ApiSignature.oneLine(new))', was '\(ApiSignature.oneLine(old))'",
            before, after))
      }
    case (nil, nil): break
    }
    return changes
  }

  /// Pairs the parameters in order: those of one label first, then what is between them.
  private func aligned() -> [(ApiParameter?, ApiParameter?)] {
    let (left, right) = (old.parameters, new.parameters)
    // The longest common run of labels, by the usual table.
    var lengths = Array(repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
    for i in left.indices.reversed() {
      for j in right.indices.reversed() {
        lengths[i][j] =
          key(left[i]) == key(right[j]) ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
      }
    }
    var pairs: [(ApiParameter?, ApiParameter?)] = []
    var gone: [ApiParameter] = []
    var come: [ApiParameter] = []
    func flush() {
      for index in 0..<max(gone.count, come.count) {
        pairs.append((index < gone.count ? gone[index] : nil, index < come.count ? come[index] : nil))
      }
      gone = []
      come = []
    }
    var (i, j) = (0, 0)
    while i < left.count || j < right.count {
      if i < left.count, j < right.count, key(left[i]) == key(right[j]) {
        flush()
        pairs.append((left[i], right[j]))
        i += 1
        j += 1
      } else if j == right.count || (i < left.count && lengths[i + 1][j] >= lengths[i][j + 1]) {
        gone.append(left[i])
        i += 1
      } else {
        come.append(right[j])
        j += 1
      }
    }
    flush()
    return pairs
  }

  private func key(_ parameter: ApiParameter) -> String { parameter.label ?? parameter.name }
}
