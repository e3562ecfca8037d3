import LintCatalog
import LintEngine
import LintModel
import LintSourceText
import LintWorkspace

/// One example of a page, run through the whole engine in one variant and compared with its expectations.
package struct ExampleRun: Sendable {
  /// A place in a file of the example, and what is said of it.
  package struct Place: Hashable, Sendable {
    package var location: Location
    /// `train.py:3:5`
    package var shown: String
  }

  package let variant: ExampleVariant
  /// What the page says: messages in order, and marked places.
  package let messages: [String]
  package let places: [Place]
  package private(set) var found: [Finding] = []
  package private(set) var foundPlaces: [Place] = []
  package private(set) var suppressed = 0
  /// What the fixes should make of files, and what they make of them; nil if the variant says nothing of it.
  private var fixed: (wanted: [(path: String, text: String)], made: [FixedText])?
  private let rule: String

  /// - Returns: nil if the variant makes no sense for the example.
  /// - Throws: Where the page or its configuration is wrong, or the disk refuses.
  package init?(
    _ example: RuleExample, of page: RulePage, _ variant: ExampleVariant, _ catalog: Catalog,
    _ frontends: [any Frontend]
  ) throws {
    guard let files = variant.apply(example.files, rule: page.rule) else { return nil }
    let marked = try files.map { (path: $0.0, text: try MarkedText($0.1)) }
    let texts = marked.map {
      ($0.path, $0.path.hasSuffix(".ipynb") ? ExampleNotebook.json($0.text.text) : $0.text.text)
    }
    self.variant = variant
    rule = page.rule
    // A message may name the file, which has another extension as a notebook.
    let name = variant == .inNotebook ? marked.first.map { Paths.name(of: $0.path) } : nil
    messages = (example.says ?? []).map { message in
      name.map { message.replacing("'\($0.dropLast(6)).py'", with: "'\($0)'") } ?? message
    }
    let tables = Dictionary(marked.map { ($0.path, LineTable(SourceText(bytes: Array($0.text.text.utf8)))) }) { $1 }
    func place(_ location: Location) -> Place {
      let position = tables[location.path]?.position(of: location.range.start)
      return Place(
        location: location, shown: "\(location.path):\(position?.line ?? 1):\(position?.column ?? 1)")
    }
    places = marked.flatMap { file in file.text.ranges.map { place(Location(path: file.path, range: $0)) } }

    let settings = try example.configuration.map { try Settings.decode(Array($0.utf8), path: "mllint.yml") }
    let setting = settings?.rules?.entries.first { $0.key == page.rule }?.value
    let words = Dictionary((settings?.vocabulary?.entries ?? []).map { ($0.key, $0.value) }) { first, _ in first }
    guard
      let rule = try catalog.rule(
        page.rule, options: setting?.options, severity: setting?.severity,
        vocabulary: catalog.vocabulary.adding(words))
    else { return nil }
    // A notebook's extension makes it an example; here it represents the module that it was made from.
    let roles = variant.isModule ? Dictionary(marked.map { ($0.path, Role.library) }) { first, _ in first } : [:]
    let project = try ScratchProject(texts)
    let result = try withExtendedLifetime(project) { try project.lint(rule, catalog, frontends, roles: roles) }
    found = result.findings.filter { !(example.also ?? []).contains($0.rule) }
    foundPlaces = found.map { place($0.location) }
    suppressed = result.suppressed
    if let fixed = example.fixed, !variant.isSilent, !variant.isModule,
      let wanted = variant.apply(fixed, rule: page.rule)
    {
      self.fixed = (wanted.map { ($0.0, $0.1) }, FixedText.all(in: result, includesUnsafe: true))
    }
  }

  /// What is not as the page claims; empty if all is.
  package var differences: [String] {
    if variant.isSilent {
      var result = zip(found, foundPlaces).map { "expected no finding, found '\($0.message)' at \($1.shown)" }
      if variant == .suppressed, suppressed != places.count, result.isEmpty {
        result.append("expected \(places.count) suppressed findings, found \(suppressed)")
      }
      return result
    }
    var result: [String] = []
    let wanted = Set(places.map(\.location))
    for place in places where !found.contains(where: { $0.location == place.location }) {
      result.append("expected a finding at \(place.shown), found none")
    }
    for (finding, place) in zip(found, foundPlaces) where !wanted.contains(finding.location) {
      result.append("expected no finding at \(place.shown), found '\(finding.message)'")
    }
    for (finding, place) in zip(found, foundPlaces) where finding.rule != rule {
      result.append("expected no finding of '\(finding.rule)', found '\(finding.message)' at \(place.shown)")
    }
    if result.isEmpty { result = fixDifferences }
    if result.isEmpty, found.map(\.message) != messages {
      for index in 0..<max(found.count, messages.count) {
        let (said, claimed) = (
          index < found.count ? found[index].message : nil, index < messages.count ? messages[index] : nil
        )
        guard said != claimed else { continue }
        result.append(
          "expected \(claimed.map { "'\($0)'" } ?? "no further message"), found \(said.map { "'\($0)'" } ?? "none")")
      }
    }
    return result
  }

  private var fixDifferences: [String] {
    guard let fixed else { return [] }
    var result: [String] = []
    for (path, text) in fixed.wanted {
      let made = fixed.made.first { $0.path == path }.map { String(decoding: $0.after, as: UTF8.self) }
      guard made != text else { continue }
      let lines = zip((made ?? "").split(whereSeparator: \.isNewline), text.split(whereSeparator: \.isNewline)).first {
        $0.0 != $0.1
      }
      result.append(
        "expected the fixes to change \(path) to the text under 'fixed', "
          + (made == nil
            ? "found it unchanged" : lines.map { "found '\($0.0)' for '\($0.1)'" } ?? "found a different length"))
    }
    for change in fixed.made where !fixed.wanted.contains(where: { $0.path == change.path }) {
      result.append("the fix also changes \(change.path), which is missing under 'fixed'")
    }
    return result
  }
}
