import Lint

/// A document speaks of a configuration key that no configuration and no code knows any longer.
struct StaleKeyDoc: ProjectRule {
  struct Options: RuleOptions {
    /// Other keys of the same section that a configuration must have, before a document's are judged.
    var minimumKnown: Int
  }

  struct Fact: Codable {
    var key: KeyFact?
    var shown: [ShownKey] = []
  }

  let options: Options

  func facts(in file: SourceFile) -> [Fact] {
    guard file.role != .vendored, file.role != .generated else { return [] }
    var fact = Fact(key: KeyFact.read(file))
    if file.role != .test, !Self.isOfOneTime(file.reference.projectPath) {
      fact.shown = file.model.shownKeys
    }
    return fact.key == nil && fact.shown.isEmpty ? [] : [fact]
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ report: inout Report) {
    guard facts.contains(where: { $0.facts.contains { !$0.shown.isEmpty } }),
      facts.contains(where: { $0.facts.contains { $0.key?.keys.isEmpty == false } })
    else { return }
    let keys = facts.map { FileFacts(file: $0.file, facts: $0.facts.compactMap(\.key)) }
    let known = KnownKeys(keys, project)
    for file in facts {
      let shown = file.facts.flatMap(\.shown)
      var said: Set<String> = []
      for key in shown where !known.knows(key.name.text) && isJudged(key.name.text) {
        let siblings = known.siblings(of: key)
        guard siblings.count >= options.minimumKnown || isAmongKnown(key, of: shown, known),
          said.insert(key.path).inserted
        else { continue }
        report.add(
          .stale(key, nearest: Suggestion.nearest(to: key.name.text, among: siblings.sorted())),
          at: Location(path: file.file.path, range: key.name.range), symbol: key.path)
      }
    }
  }

  /// Whether most keys beside it in the same block are those of a configuration.
  private func isAmongKnown(_ key: ShownKey, of shown: [ShownKey], _ known: KnownKeys) -> Bool {
    guard let block = key.block else { return false }
    let others = shown.filter { $0.block == block && $0.sections == key.sections && $0.name != key.name }
    let kept = others.count { known.isKey($0.name.text) }
    return kept >= options.minimumKnown && 4 * kept >= 3 * others.count
  }

  /// Changelogs, posts, and documents of other versions.
  private static func isOfOneTime(_ path: String) -> Bool {
    ExampleFact.isAboutThePast(path)
      || path.lowercased().split(separator: "/").contains { $0.hasPrefix("version") || $0 == "blog" || $0 == "posts" }
  }

  /// Placeholders, numbers and names in other alphabets stand for the reader's own.
  private func isJudged(_ name: String) -> Bool {
    guard name.utf8.count > 2, name.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x20 && $0 != UInt8(ascii: "<") }) else {
      return false
    }
    return !Name.words(of: name).contains(where: Self.placeholders.contains)
  }

  private static let placeholders: Set<Substring> = [
    "my", "your", "new", "custom", "foo", "bar", "example", "some", "xxx", "key",
  ]
}

/// The keys that a repository's configurations have, and the names that its code knows.
private struct KnownKeys {
  private var sections: [[String]: Set<String>] = [:]
  private var names: Set<String> = []
  private let evidence: KeyReach

  init(_ facts: [FileFacts<KeyFact>], _ project: ProjectIndex) {
    evidence = KeyEvidence(facts, project).everything
    for key in facts.lazy.flatMap({ $0.facts.lazy.flatMap(\.keys) }) {
      names.insert(key.name)
      sections[key.sections, default: []].insert(key.name)
    }
  }

  func isKey(_ name: String) -> Bool { names.contains(name) }

  func knows(_ name: String) -> Bool { names.contains(name) || evidence.reaches(name) }

  /// The keys of the section that a document puts a key into; none where it names no section.
  func siblings(of key: ShownKey) -> Set<String> {
    key.sections.isEmpty ? [] : sections[key.sections] ?? []
  }
}

extension Message {
  fileprivate static func stale(_ key: ShownKey, nearest: String?) -> Message {
    let advice =
      nearest.map { "did you mean '\((key.sections + [$0]).joined(separator: "."))'?" }
      ?? "remove it, or name the one that replaced it"
    return "no configuration and no code knows '\(key.path)'; \(advice)"
  }
}
