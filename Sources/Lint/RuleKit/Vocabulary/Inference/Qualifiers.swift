import LintSourceText

/// Qualifiers that narrow a parameter's concept: if `max_len` is documented as the length of the
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

  /// Whether the documentation of a use says that it is of one of them: "the length of the completion".
  ///
  /// What is of the prompt and of the completion is of the whole, and beside a `max_completion_length` another limit
  /// is not one on completions.
  ///
  /// - Parameter phrases: Those that establish the concept, whatever else is said.
  package func apply(to use: NameCounts.Use, _ phrases: [String]) -> Bool {
    let documentation = use.parameter.documentation
    guard !words.isEmpty, !documentation.isEmpty, !phrases.contains(where: documentation.contains) else { return false }
    let found = documentation.split { !$0.isLetter }.compactMap { word -> Substring? in
      if words.contains(word) { return word }
      return word.last == "s" && words.contains(word.dropLast()) ? word.dropLast() : nil
    }
    guard Set(found).count == 1, let word = found.first else { return false }
    return !use.place.signature.has(String(word), beside: use.parameter.name)
  }

  /// Say how a value is used, not what it is of.
  private static let common: Set<Substring> = [
    "default", "base", "initial", "with", "from", "value", "size", "number", "count", "current", "total", "model",
    "data", "input", "rate", "start", "final",
  ]
}
