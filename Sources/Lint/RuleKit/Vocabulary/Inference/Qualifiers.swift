import LintSourceText

/// What tells a parameter from the concept that its name stands for: if `max_len` is documented as the length of the
/// completion, and the project has a `max_completion_length`, it is not another `max_length`.
package struct Qualifiers {
  private var words: Set<Substring> = []

  /// - Parameters:
  ///   - concept: The interchangeable names of a concept.
  ///   - project: The names of a project's parameters.
  package init(of concept: [String], in project: Set<String>) {
    let own = concept.map { $0.split(separator: "_") }
    let known = Set(own.joined())
    for name in project where name.contains("_") && !concept.contains(name) {
      let parts = name.split(separator: "_")
      guard own.contains(where: { parts.count > $0.count && Set($0).isSubset(of: parts) }) else { continue }
      words.formUnion(parts.filter { $0.utf8.count > 3 && !known.contains($0) && !Self.common.contains($0) })
    }
  }

  /// Whether a documentation in lower case has one of them.
  package func isIn(_ documentation: String) -> Bool {
    guard !words.isEmpty, !documentation.isEmpty else { return false }
    return documentation.split { !$0.isLetter }.contains { word in
      words.contains(word) || word.last == "s" && words.contains(word.dropLast())
    }
  }

  /// Say how a value is used, not what it is of.
  private static let common: Set<Substring> = [
    "default", "base", "initial", "with", "from", "value", "size", "number", "count", "current", "total", "model",
    "data", "input", "rate", "start", "final",
  ]
}
