import LintModel
import LintRuleKit
import LintSourceText

/// The documentation describes a parameter that the signature does not have.
struct StaleParameterDoc: FileRule {
  let options: NoOptions

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    for signature in DocumentedSignature.all(in: file) {
      for entry in signature.staleEntries {
        let free = signature.parameters.filter { !signature.documents($0) }.map(\.name.text)
        collector.add(
          .stale(entry.name.text, of: signature.name, meant: free.first { Self.resemble($0, entry.name.text) }),
          at: entry.name.range, in: file, of: signature.declaration)
      }
    }
  }

  /// Whether one name is probably the former name of the other: they share most words, or most letters.
  private static func resemble(_ one: String, _ other: String) -> Bool {
    let (words, others) = (Set(Name.words(of: one)), Set(Name.words(of: other)))
    let shared = words.intersection(others).count
    if shared == min(words.count, others.count) || 2 * shared > max(words.count, others.count) { return true }
    let longest = max(one.utf8.count, other.utf8.count)
    let head = zip(one.utf8, other.utf8).prefix { $0 == $1 }.count
    let tail = zip(one.utf8.reversed(), other.utf8.reversed()).prefix { $0 == $1 }.count
    return longest > 3 && head + tail + 2 >= longest
  }
}

extension Message {
  fileprivate static func stale(_ name: String, of function: String, meant: String?) -> Message {
    let advice = meant.map { "rename the entry to '\($0)', or remove it" } ?? "rename or remove the entry"
    return "'\(name)' is documented, but '\(function)' has no such parameter; \(advice)"
  }
}
