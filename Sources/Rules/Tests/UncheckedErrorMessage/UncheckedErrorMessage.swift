import LintModel
import LintRuleKit
import LintSourceText

/// A test that expects an error of a general type without checking the error itself.
struct UncheckedErrorMessage: ProjectRule {
  struct Options: RuleOptions {
    /// Minimum percentage of error checks that look at the error before the others are reported file by file.
    var minimumPercent: Double
    /// General error types, whose message alone tells the cause.
    var errors: [String]
  }

  struct Fact {
    struct Check {
      /// The call in short form.
      var call: String
      /// The name of the expected type, without its module.
      var type: String
      var isChecked: Bool
      /// Hashes of the calls that are expected to fail.
      var calls: [UInt64]
      var symbol: String
      var range: SourceRange
    }

    /// The error checks in a test file.
    var checks: [Check] = []
    /// Hashes of the definitions in a library file that raises TypeErrors.
    var strict: [UInt64] = []
    /// Swift error types that several errors share.
    var shared: [String] = []
  }

  /// With fewer error checks than this, a project has no convention.
  private static let fewest = 4

  let options: Options

  func facts(in file: SourceFile) -> [Fact] {
    guard file.language == .python || file.language == .swift else { return [] }
    var fact = Fact()
    switch file.role {
    case .test: fact.checks = file.model.invocations.compactMap { ErrorCheck($0, in: file)?.fact }
    case .library where file.language == .swift: fact.shared = Self.sharedErrors(in: file)
    case .library:
      let failures = file.model.raiseSites
      guard failures.contains(where: { $0.form == .raise && $0.errorType?.text == "TypeError" }) else { return [] }
      fact.strict = file.model.declarations.filter { $0.isCallable || $0.kind == .type }
        .map { Invocation.hash($0.name.text) }
    default: return []
    }
    return fact.checks.isEmpty && fact.strict.isEmpty && fact.shared.isEmpty ? [] : [fact]
  }

  /// Enums with several cases, and types with a message.
  private static func sharedErrors(in file: SourceFile) -> [String] {
    let declarations = file.model.declarations
    return declarations.indices.compactMap { index in
      let type = declarations[index]
      guard type.kind == .type, type.bases.contains(where: { $0.hasSuffix("Error") }) else { return nil }
      let members = declarations[(index + 1)...].filter { $0.parent == index && $0.kind == .property }
      let cases = members.count { $0.flags.contains(.isStatic) }
      return cases > 1 || members.contains { $0.name.text == "message" } ? type.name.text : nil
    }
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    let strict = Set(facts.flatMap { $0.facts.flatMap(\.strict) })
    let shared = Set(facts.flatMap { $0.facts.flatMap(\.shared) }).union(["Error"])
    // A TypeError for a missing argument comes from Python itself, not from the project.
    func isInScope(_ check: Fact.Check, in file: FileReference) -> Bool {
      if file.language == .swift { return shared.contains(check.type) }
      guard options.errors.contains(check.type) else { return false }
      return check.type != "TypeError" || check.isChecked || check.calls.contains(where: strict.contains)
    }
    let files = facts.map { file in
      (file.file, file.facts.flatMap(\.checks).filter { isInScope($0, in: file.file) })
    }
    // The habits of one language say nothing about tests in the other.
    for language in [Language.python, .swift] {
      judge(files.filter { $0.0.language == language }, language, &collector)
    }
  }

  private func judge(
    _ files: [(FileReference, [Fact.Check])], _ language: Language, _ collector: inout FindingCollector
  ) {
    let total = files.reduce(0) { $0 + $1.1.count }
    let unchecked = files.map { ($0.0, $0.1.filter { !$0.isChecked }) }.filter { !$0.1.isEmpty }
    let count = unchecked.reduce(0) { $0 + $1.1.count }
    guard total >= Self.fewest, count > 0 else { return }
    if Double(total - count) * 100 >= options.minimumPercent * Double(total) {
      for (file, sites) in unchecked { Self.collector(sites, of: file, &collector) }
      return
    }
    habit(files, language, &collector)
  }

  /// One finding for the project, about the type that most checks leave at that, so that its numbers can be searched for.
  private func habit(
    _ files: [(FileReference, [Fact.Check])], _ language: Language, _ collector: inout FindingCollector
  ) {
    let checks = files.flatMap(\.1)
    let unchecked = Dictionary(grouping: checks.filter { !$0.isChecked }, by: \.type).mapValues(\.count)
    // TypeErrors that Python itself raises are not among the checks, so theirs are no numbers to search for.
    let types = unchecked.filter { $0.key != "TypeError" }
    guard let type = (types.isEmpty ? unchecked : types).max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key
    else { return }
    let places = files.compactMap { file, checks -> (location: Location, call: String, count: Int)? in
      let sites = checks.filter { $0.type == type && !$0.isChecked }
      return sites.first.map { (Location(path: file.path, range: $0.range), $0.call, sites.count) }
    }
    let count = places.reduce(0) { $0 + $1.count }
    collector.add(
      .habit(type, count, of: checks.count { $0.type == type }, language), at: places[0].location, symbol: "project",
      related: places.dropFirst().map { place in
        let more = place.count > 1 ? ", one of \(place.count) in this file" : ""
        return Evidence("'\(place.call)' here\(more)", at: place.location)
      }, count: count)
  }

  /// Reports the checks of a file together, because they are fixed together.
  private static func collector(_ sites: [Fact.Check], of file: FileReference, _ collector: inout FindingCollector) {
    func location(_ site: Fact.Check) -> Location { Location(path: file.path, range: site.range) }
    guard let first = sites.first else { return }
    if sites.count == 1 {
      return collector.add(.unchecked(first, file.language), at: location(first), symbol: first.symbol)
    }
    collector.add(
      .many(sites, first, file.language), at: location(first), symbol: file.module,
      related: sites.dropFirst().map { Evidence("'\($0.call)' here", at: location($0)) }, count: sites.count)
  }
}

extension Message {
  fileprivate static func unchecked(
    _ check: UncheckedErrorMessage.Fact.Check, _ language: Language
  ) -> Message {
    if check.call.hasSuffix("msg=...)") {
      return "'\(check.call)' passes for any \(error(check)), because 'msg' is not compared; use assertRaisesRegex"
    }
    return "'\(check.call)' passes for any \(error(check)); check \(subject(language)), as the other tests do"
  }

  fileprivate static func many(
    _ checks: [UncheckedErrorMessage.Fact.Check], _ first: UncheckedErrorMessage.Fact.Check, _ language: Language
  ) -> Message {
    let isOneType = checks.allSatisfy { $0.type == first.type }
    return """
      '\(first.call)' and \(checks.count - 1) more in this file pass for any \
      \(isOneType ? error(first) : "error of the expected type"); check \(subject(language)), as the other tests do
      """
  }

  private static func error(_ check: UncheckedErrorMessage.Fact.Check) -> String {
    check.type == "Error" ? "error" : check.type
  }

  private static func subject(_ language: Language) -> String {
    language == .swift ? "which error it is" : "the message too"
  }

  fileprivate static func habit(_ type: String, _ count: Int, of total: Int, _ language: Language) -> Message {
    switch (language, type) {
    case (.swift, "Error"):
      """
      \(count) of \(total) error checks do not look at the error, so they also pass for errors with other causes; check \
      which it is
      """
    case (.swift, _):
      """
      \(count) of \(total) checks for \(type.inQuotes) do not look at the error, so they also pass for errors with other \
      causes; check which it is
      """
    case (_, "TypeError"):
      "most checks for a TypeError look only at the type, so they also pass for errors with other causes; check the message too"
    default:
      """
      \(count) of \(total) checks for a \(type) look only at the type, so they also pass for errors with other causes; \
      check the message too
      """
    }
  }
}
