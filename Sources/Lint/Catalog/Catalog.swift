import LintModel
import LintRuleKit
import LintSerialization
import LintSourceText

/// All rules with their pages, from the code that the `Rules` target generates.
package struct Catalog: Sendable {
  /// One for each rule, ordered by id.
  package private(set) var headers: [PageHeader]
  private let types: [String: RuleType]
  private var pages: [String: EmbeddedFile]
  private let principlesFile: EmbeddedFile?
  /// The words of the field, without a project's own.
  package let vocabulary: Vocabulary

  /// Reads what a run needs of every page; the examples stay unread.
  ///
  /// - Throws: Where a page is wrong, which the tests of this package keep from happening.
  package init(
    types: [RuleType], pages: [EmbeddedFile], principles: EmbeddedFile? = nil, vocabulary: [EmbeddedFile] = []
  ) throws(YAMLError) {
    var headers: [PageHeader] = []
    var files: [String: EmbeddedFile] = [:]
    let read = WorkQueue.map(pages, order: Array(pages.indices), jobs: WorkQueue.processors) { page in
      Result { () throws(YAMLError) in try PageHeader(page) }
    }
    for (page, header) in zip(pages, read) {
      let header = try header.get()
      headers.append(header)
      files[header.rule] = page
    }
    self.types = Dictionary(types.map { ($0.id, $0) }) { first, _ in first }
    self.headers = headers.filter { [types = self.types] in types[$0.rule] != nil || !$0.patterns.isEmpty }
      .sorted { $0.rule < $1.rule }
    self.pages = files
    principlesFile = principles
    self.vocabulary = try Vocabulary(files: vocabulary)
  }

  /// The catalog with a project's custom rules added.
  ///
  /// - Throws: If a page is invalid, has no pattern, lacks an example, or reuses the name of another rule.
  package func adding(_ pages: [EmbeddedFile]) throws(YAMLError) -> Catalog {
    var result = self
    var own: Set<String> = []
    for file in pages {
      let page: RulePage = try StrictDecoder.decode(from: .parse(file.text, path: file.path))
      let header = try PageHeader(file)
      if result.header(of: header.rule) != nil {
        let place = own.contains(header.rule) ? result.pages[header.rule]?.path ?? "another page" : "mllint itself"
        throw YAMLError(
          at: header.mark, "rule '\(header.rule)' is already defined in \(place)", advice: "choose another name")
      }
      own.insert(header.rule)
      if let problem = CustomRuleError.first(in: page, header, families: families) { throw problem }
      _ = try PatternRule(header, options: header.defaults)
      result.pages[header.rule] = file
      result.headers.append(header)
    }
    result.headers.sort { $0.rule < $1.rule }
    return result
  }

  /// The ids of all rules, ordered.
  package var rules: [String] { headers.map(\.rule) }

  /// The families of all rules, ordered.
  package var families: [String] { Set(headers.map(\.family)).sorted() }

  package func header(of rule: String) -> PageHeader? { headers.first { $0.rule == rule } }

  /// A rule's whole page; nil for an unknown rule.
  package func page(of rule: String) throws(YAMLError) -> RulePage? {
    guard let file = pages[rule] else { return nil }
    return try StrictDecoder.decode(from: .parse(file.text, path: file.path))
  }

  package func principles() throws(YAMLError) -> [Principle] {
    guard let file = principlesFile else { return [] }
    return try StrictDecoder.decode(from: .parse(file.text, path: file.path))
  }

  /// A rule ready to run; nil for an unknown one.
  ///
  /// - Throws: Where the options do not fit the rule, with their place in the configuration.
  package func rule(
    _ id: String, options: YAMLNode? = nil, severity: Severity? = nil, vocabulary: Vocabulary? = nil
  ) throws(YAMLError) -> ConfiguredRule? {
    guard let header = header(of: id) else { return nil }
    if let type = types[id] {
      return try type.rule(
        header, options: options, severity: severity, vocabulary: vocabulary ?? self.vocabulary)
    }
    let options = try header.defaults.overlaidStrictly(with: options)
    return ConfiguredRule(
      try PatternRule(header, options: options), header, options: options, severity: severity ?? header.severity)
  }
}
