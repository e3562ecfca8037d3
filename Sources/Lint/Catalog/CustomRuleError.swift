import LintSerialization
import LintSourceText

/// What a custom rule's page lacks, apart from the errors of the strict decoder and the pattern.
package enum CustomRuleError {
  /// What a rule may be called, for JSON schema.
  package static let namePattern = "^[a-z0-9-]+$"

  static func first(in page: RulePage, _ header: PageHeader, families: [String]) -> YAMLError? {
    let isName =
      !page.rule.isEmpty
      && page.rule.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || $0 == UInt8(ascii: "-")
      }
    if !isName {
      return YAMLError(
        at: header.mark, "a rule's name consists of lower-case letters, digits and '-'", found: "'\(page.rule)'",
        advice: "name the flaw, such as 'unsafe-load', since it is read after 'allow'")
    }
    if families.contains(page.rule) || page.rule == "all" {
      return YAMLError(at: header.mark, "'\(page.rule)' is the name of a family; choose another name")
    }
    if header.patterns.isEmpty {
      return YAMLError(
        at: header.mark, "the page has no pattern", expected: "'forbid', 'require' or 'limit'")
    }
    if !page.examples.contains(where: { $0.bad != nil }) || !page.examples.contains(where: { $0.good != nil }) {
      return YAMLError(
        at: header.mark, "a rule needs a bad and a good example; add both under 'examples:'")
    }
    return nil
  }
}

extension YAMLNode {
  /// A page's options with a configuration's laid over them, which must be of the same names and kinds.
  func overlaidStrictly(with changes: YAMLNode?) throws(YAMLError) -> YAMLNode {
    guard let changes else { return self }
    for change in changes.pairs ?? [] {
      guard self[change.key] != nil else {
        let known = pairs?.map(\.key) ?? []
        throw YAMLError(
          at: change.keyMark, "unknown key '\(change.key)'",
          advice: Suggestion.nearest(to: change.key, among: known).map { "did you mean '\($0)'?" }
            ?? (known.isEmpty
              ? "the rule has no options but 'severity'" : "known keys: \(known.joined(separator: ", "))"))
      }
    }
    return overlaid(with: changes)
  }
}
