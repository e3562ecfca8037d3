import LintModel
import LintSerialization
import LintSourceText

/// A page's pattern, ready to run.
struct CompiledPattern: Sendable {
  let target: PatternTarget
  private let roles: [RuleRole]
  private let inside: [NamePattern]
  private let outside: [NamePattern]
  private let loop: Bool?
  private let level: PatternLevel?
  private let includesPrivate: Bool
  private let when: [PatternTest]
  private let unless: [PatternTest]
  /// Where several matches are one finding.
  private let scope: PatternScope?
  private let message: PatternTemplate
  private let fix: PatternFix?
  /// The version that the fix needs.
  let fixNeeds: StatedRequirement?
  /// What is counted; nil if every match is a finding.
  let count: PatternCount?

  init(_ verb: PatternVerb, _ page: PagePattern, _ node: YAMLNode) throws(YAMLError) {
    try PatternProblem.check(page, verb, node)
    target = try PatternTarget(page, node)
    roles = page.roles?.values.map(\.value) ?? []
    inside = page.inside?.values.map { NamePattern($0.value) } ?? []
    outside = page.outside?.values.map { NamePattern($0.value) } ?? []
    loop = page.loop
    level = page.level
    includesPrivate = page.isPrivate ?? false
    var when: [PatternTest] = []
    for condition in page.when?.values ?? [] { when.append(try PatternTest(condition.value, at: condition.mark)) }
    var unless: [PatternTest] = []
    for condition in page.unless?.values ?? [] { unless.append(try PatternTest(condition.value, at: condition.mark)) }
    self.when = when
    self.unless = unless
    count = PatternCount(verb, page)
    scope = page.once
    message = try PatternTemplate(page.message, known: count == nil ? target.holes : PatternCount.holes)
    fix = page.fix
    var fixNeeds: StatedRequirement?
    if let needs = page.fix?.needs { fixNeeds = try StatedRequirement(needs) }
    self.fixNeeds = fixNeeds
  }

  /// The packages on whose stated versions it depends.
  var packages: Set<String> {
    Set((when + unless).compactMap { $0.requirement?.package } + [fixNeeds?.package].compactMap { $0 })
  }

  /// Whether what a project requires allows any finding.
  func applies(to stated: [StatedRequirement]) -> Bool {
    when.allSatisfy { $0.requirement == nil || $0.holds(for: stated) }
      && !unless.contains { $0.requirement != nil && $0.holds(for: stated) }
  }

  /// Whether a file excuses all files of the library.
  func isWaived(by file: SourceFile) -> Bool { unless.contains { $0.holdsForProgram(in: file) } }

  /// Whether only all files together tell what is wrong.
  var needsProject: Bool { !packages.isEmpty || unless.contains(where: \.isOfProgram) || count?.unit == .project }

  /// Whether it has anything to say about a file.
  func applies(to file: FileReference) -> Bool {
    file.role != .generated && file.role != .vendored && roles.include(file)
  }

  /// Every place that is meant, conditions on the project left aside.
  func matches(in file: SourceFile) -> [(match: PatternMatch, place: PatternSurroundings)] {
    guard applies(to: file.reference) else { return [] }
    return target.matches(in: file, includesPrivate: includesPrivate).compactMap { match in
      let place = PatternSurroundings(file, match.call?.range ?? match.range, match)
      return isMeant(place) ? (match, place) : nil
    }
  }

  /// The matches that are one finding, together.
  func grouped(
    _ matches: [(match: PatternMatch, place: PatternSurroundings)]
  ) -> [[(match: PatternMatch, place: PatternSurroundings)]] {
    guard let scope else { return matches.map { [$0] } }
    var groups: [[(match: PatternMatch, place: PatternSurroundings)]] = []
    for match in matches {
      let index = groups.firstIndex { scope == .file || $0.first?.place.owner == match.place.owner }
      if let index { groups[index].append(match) } else { groups.append([match]) }
    }
    return groups
  }

  /// Whether what the pattern counts is to be counted in a file at all.
  func concerns(_ file: SourceFile) -> Bool {
    guard applies(to: file.reference) else { return false }
    let place = PatternSurroundings(file, .fileStart)
    return when.allSatisfy { $0.requirement != nil || $0.holds(at: place) } && !unless.contains { $0.holds(at: place) }
  }

  /// Where to point in a file that lacks something: at what asks for it, or else at the first thing in the file.
  func anchor(in file: SourceFile) -> SourceRange {
    when.lazy.compactMap { $0.firstCall(in: file) }.first ?? file.model.imports.first?.range
      ?? file.model.declarations.first { $0.kind != .module }?.name.range ?? .fileStart
  }

  private func isMeant(_ place: PatternSurroundings) -> Bool {
    if !inside.isEmpty || !outside.isEmpty {
      let names = place.names
      if !inside.isEmpty, !names.contains(where: { name in inside.contains { $0.matches(name) } }) { return false }
      if names.contains(where: { name in outside.contains { $0.matches(name) } }) { return false }
    }
    if let loop, place.isInLoop != loop { return false }
    if let level, (level == .module) != place.isAtModuleLevel { return false }
    guard when.allSatisfy({ $0.requirement != nil || $0.holds(at: place) }) else { return false }
    return !unless.contains { $0.holds(at: place) }
  }

  func message(of match: PatternMatch) -> Message { Message(stringLiteral: message.filled { match.holes[$0] ?? "" }) }

  func message(count: Int, limit: Int, unit: String) -> Message {
    Message(
      stringLiteral: message.filled { hole in
        switch hole {
        case "count": "\(count)"
        case "limit": "\(limit)"
        default: unit
        }
      })
  }

  func fix(of match: PatternMatch, in file: SourceFile) -> Fix? { fix?.fix(of: match, in: file) }
}
