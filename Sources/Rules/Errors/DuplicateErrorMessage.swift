import LintModel
import LintRuleKit
import LintSourceText

/// Two checks in one function fail with the same message, so that the message does not say which one failed.
struct DuplicateErrorMessage: FileRule {
  let options: NoOptions

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    var groups: [Key: [RaiseSite]] = [:]
    var said: [Words: Int] = [:]
    for site in file.model.raiseSites where site.form != .warning && !site.isCaughtHere {
      if let owner = site.owner, case .text(let text) = site.message {
        said[Words(owner: owner, text: text.plain, values: text.values), default: 0] += 1
      }
      guard let owner = site.owner, let block = site.block, case .text(let text) = site.message,
        site.condition != nil, !text.isElsewhere,
        // `unformatted-message` reports placeholders; the values tell which check failed.
        text.unfilled.isEmpty,
        text.plain.split(separator: " ").count > 1
      else { continue }
      groups[Key(owner: owner, block: block, text: text.plain, values: text.values), default: []].append(site)
    }
    for (key, failures) in groups.sorted(by: { $0.value[0].range < $1.value[0].range }) where failures.count > 1 {
      let words = Words(owner: key.owner, text: key.text, values: key.values)
      // Checks in loops and branches say the same; one finding is about all of them.
      guard let count = said[words] else { continue }
      let distinct = distinctChecks(failures, text: key.text, values: key.values, in: file)
      guard distinct.count > 1, case .text(let text) = distinct[1].message else { continue }
      said[words] = nil
      collector.add(
        .duplicate(count), at: text.range, in: file, of: key.owner,
        related: [Evidence("the same message", at: Location(path: file.reference.path, range: distinct[0].range))])
    }
  }

  /// The checks of different values, unless the text names more than one of the values.
  private func distinctChecks(
    _ failures: [RaiseSite], text: String, values: [String], in file: SourceFile
  ) -> [RaiseSite] {
    var seen: [Set<Substring>] = []
    var result: [RaiseSite] = []
    for site in failures {
      let names = origins(of: names(in: site.condition ?? ""), of: site, in: file)
      // A text that shows the tested value says which check failed.
      guard !names.isEmpty, !names.contains(where: { name in values.contains { $0 == name } }),
        seen.allSatisfy({ $0.isDisjoint(with: names) })
      else { continue }
      seen.append(names)
      result.append(site)
    }
    let words = MessageWords(text)
    let named = seen.count { $0.contains { words.holds($0) || words.holds($0.replacing("_", with: " ")) } }
    return named > 1 ? [] : result
  }

  /// The names, with those that they were computed from: `is_even = size % 2 == 0` tests `size`.
  private func origins(of names: Set<Substring>, of site: RaiseSite, in file: SourceFile) -> Set<Substring> {
    guard let owner = site.owner else { return names }
    let before = SourceRange(start: file.model.declarations[owner].range.start, end: site.range.start)
    var result = names
    for step in file.model.flow.steps(in: before) where step.kind == .assignment {
      let value = file.text[step.value]
      // Only a truth value stands for a check made before.
      guard names.contains(Substring(file.text[step.targets])), Self.signs.contains(where: value.contains) else {
        continue
      }
      result.formUnion(self.names(in: value))
    }
    return result
  }

  private static let signs = [" == ", " != ", " < ", " > ", " <= ", " >= "]

  /// The names in a condition, without functions, modules and constants.
  private func names(in condition: String) -> Set<Substring> {
    guard !condition.hasPrefix("not (") else { return [] }
    var names: Set<Substring> = []
    var rest = condition[...]
    while let start = rest.firstIndex(where: { $0.isLetter || $0 == "_" }) {
      let end = rest[start...].firstIndex { !$0.isLetter && !$0.isNumber && $0 != "_" } ?? rest.endIndex
      let name = rest[start..<end]
      let next = end < rest.endIndex ? rest[end] : " "
      if next != "(", !Self.common.contains(name), name.count > 1 || next != "." { names.insert(name) }
      rest = rest[end...]
    }
    return names
  }

  private static let common: Set<Substring> = [
    "not", "and", "or", "is", "in", "None", "True", "False", "self", "np", "torch", "tf", "os", "shape", "ndim",
    "dtype",
    "if", "else", "for", "int", "float", "str", "list", "tuple", "dict", "bool", "path", "nil", "true", "false", "any",
    "all", "size", "cls", "nn", "Tensor", "ndarray", "count", "pd", "jnp", "ops",
  ]

  private struct Words: Hashable {
    var owner: Int
    var text: String
    var values: [String]
  }

  private struct Key: Hashable {
    var owner: Int
    var block: UInt32
    var text: String
    var values: [String]
  }
}

extension Message {
  fileprivate static func duplicate(_ count: Int) -> Message {
    "\(count) checks in this function fail with the same message; in each, name the argument and the value that failed"
  }
}
