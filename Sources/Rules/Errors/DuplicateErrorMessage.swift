import LintModel
import LintRuleKit

/// Two checks in one function fail with the same message, so that the message does not say which one failed.
struct DuplicateErrorMessage: FileRule {
  let options: NoOptions

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    var groups: [Key: [RaiseSite]] = [:]
    for site in file.model.raiseSites where site.form != .warning && !site.isCaughtHere {
      guard let owner = site.owner, let block = site.block, case .text(let text) = site.message,
        site.condition != nil, !text.isElsewhere,
        text.plain.split(separator: " ").count > 1
      else { continue }
      groups[Key(owner: owner, block: block, text: text.plain, values: text.values), default: []].append(site)
    }
    for (key, failures) in groups.sorted(by: { $0.value[0].range < $1.value[0].range }) where failures.count > 1 {
      let distinct = distinctChecks(failures, text: key.text, values: key.values)
      guard distinct.count > 1, case .text(let text) = distinct[1].message else { continue }
      collector.add(
        .duplicate(distinct.count), at: text.range, in: file, of: key.owner,
        related: [Evidence("the same message", at: Location(path: file.reference.path, range: distinct[0].range))])
    }
  }

  /// The checks of different values, unless the text names more than one of the values.
  private func distinctChecks(_ failures: [RaiseSite], text: String, values: [String]) -> [RaiseSite] {
    var seen: [Set<Substring>] = []
    var result: [RaiseSite] = []
    for site in failures {
      let names = names(in: site.condition ?? "")
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
