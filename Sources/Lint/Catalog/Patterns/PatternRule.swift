import LintModel
import LintRuleKit
import LintSerialization
import LintSourceText

/// A rule defined by a pattern on its page, without Swift code.
struct PatternRule: Sendable {
  private let patterns: [CompiledPattern]
  private let languages: [Language]
  /// Whether it judges all files at once.
  let needsProject: Bool

  /// What one file has to say to a rule over the project.
  struct Fact: Codable, Sendable {
    /// The number of the pattern.
    var pattern = 0
    var match: Match?
    var requirement: StatedRequirement?
    /// Whether the file excuses all files of the library.
    var isExcuse = false

    struct Match: Codable, Sendable {
      var range: SourceRange
      var symbol: String
      var message: String
      var fix: Change?
      /// The other matches that are the same finding.
      var others: [SourceRange] = []
    }

    struct Change: Codable, Sendable {
      var title: String
      var isSafe: Bool
      var ranges: [SourceRange]
      var replacements: [String]
    }
  }

  /// - Parameters:
  ///   - header: A page with a pattern.
  ///   - options: What the names after `$` in the pattern stand for.
  /// - Throws: What is wrong with the pattern, and where.
  init(_ header: PageHeader, options: YAMLNode) throws(YAMLError) {
    var patterns: [CompiledPattern] = []
    for (verb, node) in header.patterns {
      let node = try node.replacingOptions(options)
      for item in node.items ?? [node] {
        patterns.append(try CompiledPattern(verb, StrictDecoder.decode(from: item), item))
      }
    }
    self.patterns = patterns
    languages = header.languages
    needsProject = patterns.contains(where: \.needsProject)
  }

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    for pattern in patterns {
      guard let count = pattern.count else {
        for group in pattern.grouped(pattern.matches(in: file)) {
          guard let (match, place) = group.first else { continue }
          var fix = pattern.fix(of: match, in: file)
          for other in group.dropFirst() { fix?.edits += pattern.fix(of: other.match, in: file)?.edits ?? [] }
          collector.add(
            pattern.message(of: match), at: match.range, in: file, of: place.owner,
            related: Self.evidence(group.dropFirst().map(\.match.range), in: file.reference), fix: fix,
            count: group.count > 1 ? group.count : nil)
        }
        continue
      }
      check(pattern, count, file, &collector)
    }
  }

  /// Counts in each unit of one file.
  private func check(
    _ pattern: CompiledPattern, _ count: PatternCount, _ file: SourceFile, _ collector: inout FindingCollector
  ) {
    guard pattern.concerns(file) else { return }
    let ranges = pattern.matches(in: file).map { $0.match.call?.range ?? $0.match.range }
    func judge(_ found: [SourceRange], _ unit: String, _ place: SourceRange, _ owner: Int?) {
      guard let limit = count.broken(by: found.count) else { return }
      let isTooMany = found.count > limit
      collector.add(
        pattern.message(count: found.count, limit: limit, unit: unit), at: isTooMany ? found[limit] : place, in: file,
        of: owner)
    }
    if count.unit == .file {
      return judge(ranges, String(Paths.name(of: file.reference.projectPath)), pattern.anchor(in: file), nil)
    }
    for (index, declaration) in file.model.declarations.enumerated() {
      guard count.unit == .type ? declaration.kind == .type : declaration.isCallable || declaration.kind == .test else {
        continue
      }
      judge(
        ranges.filter { declaration.range.contains($0) && $0 != declaration.name.range }, declaration.name.text,
        declaration.name.range, index)
    }
  }

  private static func evidence(_ places: [SourceRange], in file: FileReference) -> [Evidence] {
    places.map { Evidence("here too", at: Location(path: file.path, range: $0)) }
  }

  func facts(in file: SourceFile) -> [Fact] {
    var facts: [Fact] = []
    for (number, pattern) in patterns.enumerated() {
      if StatedRequirement.isStated(in: file.reference) {
        for package in pattern.packages.sorted() {
          guard let stated = StatedRequirement.stated(package, in: file) else { continue }
          facts.append(Fact(pattern: number, requirement: stated))
        }
      }
      guard languages.contains(file.language) else { continue }
      if pattern.isWaived(by: file) { facts.append(Fact(pattern: number, isExcuse: true)) }
      if let count = pattern.count, count.unit != .project {
        var collector = FindingCollector(rule: "")
        check(pattern, count, file, &collector)
        facts += collector.findings.map {
          let match = Fact.Match(range: $0.location.range, symbol: $0.symbol, message: $0.message)
          return Fact(pattern: number, match: match)
        }
        continue
      }
      facts += pattern.grouped(pattern.matches(in: file)).compactMap { group in
        guard let (match, place) = group.first else { return nil }
        let change = pattern.fix(of: match, in: file).map { fix in
          let edits = group.flatMap { pattern.fix(of: $0.match, in: file)?.edits ?? [] }
          return Fact.Change(
            title: fix.title, isSafe: fix.isSafe, ranges: edits.map(\.range), replacements: edits.map(\.replacement))
        }
        let fact = Fact.Match(
          range: match.range, symbol: file.symbol(of: place.owner),
          message: pattern.count == nil ? pattern.message(of: match).text : "", fix: change,
          others: group.dropFirst().map(\.match.range))
        return Fact(pattern: number, match: fact)
      }
    }
    return facts
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    for (number, pattern) in patterns.enumerated() {
      let manifests = facts.flatMap { file in
        file.facts.filter { $0.pattern == number }.compactMap(\.requirement).map { (file: file.file, needs: $0) }
      }
      if pattern.count?.unit == .project, !pattern.applies(to: manifests.map(\.needs)) { continue }
      let isWaived = facts.contains { $0.facts.contains { $0.pattern == number && $0.isExcuse } }
      let found = facts.flatMap { file in
        file.facts.filter { $0.pattern == number }.compactMap(\.match).map { (file: file.file, match: $0) }
      }
      guard let count = pattern.count, count.unit == .project else {
        for (file, match) in found where !isWaived || file.role != .library {
          // What an example or the documentation pins says nothing about the library.
          let own = manifests.filter { StatedRequirement.governs($0.file, file) }
          let stated = (own.isEmpty ? manifests : own).map(\.needs)
          guard pattern.applies(to: stated) else { continue }
          let isFixable = !(pattern.fixNeeds?.isUndercut(by: stated) ?? false)
          let fix = (isFixable ? match.fix : nil).map { change in
            Fix(change.title, isSafe: change.isSafe, edits: zip(change.ranges, change.replacements).map(Fix.Edit.init))
          }
          collector.add(
            Message(stringLiteral: match.message), at: Location(path: file.path, range: match.range),
            symbol: match.symbol, related: Self.evidence(match.others, in: file), fix: fix,
            count: match.others.isEmpty ? nil : match.others.count + 1)
        }
        continue
      }
      guard let limit = count.broken(by: found.count) else { continue }
      let message = pattern.message(count: found.count, limit: limit, unit: "the project")
      if found.count > limit {
        collector.add(
          message, at: Location(path: found[limit].file.path, range: found[limit].match.range),
          symbol: found[limit].match.symbol)
      } else if let file = project.files.first(where: { languages.contains($0.language) && pattern.applies(to: $0) }) {
        collector.add(message, at: Location(path: file.path, range: .fileStart), symbol: file.module)
      }
    }
  }
}

extension YAMLNode {
  /// The node with every text `$name` replaced by the option of that name.
  func replacingOptions(_ options: YAMLNode) throws(YAMLError) -> YAMLNode {
    switch content {
    case .sequence(let items):
      var replaced: [YAMLNode] = []
      for item in items { replaced.append(try item.replacingOptions(options)) }
      return YAMLNode(.sequence(replaced), at: mark)
    case .mapping(let pairs):
      var replaced: [YAMLPair] = []
      for pair in pairs {
        replaced.append(
          YAMLPair(key: pair.key, keyMark: pair.keyMark, value: try pair.value.replacingOptions(options)))
      }
      return YAMLNode(.mapping(replaced), at: mark)
    case .scalar(let scalar):
      let name = scalar.text.dropFirst()
      guard scalar.text.hasPrefix("$"), !name.isEmpty, name.allSatisfy({ $0.isLetter || $0 == "_" }) else {
        return self
      }
      guard let value = options[String(name)] else {
        throw YAMLError(
          at: mark, "the page has no option '\(name)'",
          advice: Suggestion.nearest(to: String(name), among: options.pairs?.map(\.key) ?? []).map {
            "did you mean '$\($0)'?"
          } ?? "declare it under 'options:', with a default and a help text")
      }
      return value
    }
  }
}
