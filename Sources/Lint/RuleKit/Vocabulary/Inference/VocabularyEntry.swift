import LintModel
import LintSourceText

/// How a distribution names one concept, with counts: an entry of its vocabulary.
package struct VocabularyEntry: Sendable {
  package enum State: String, Sendable {
    /// The project's configuration has chosen the word.
    case chosen
    /// One name throughout.
    case settled
    /// One name leads clearly, and there are others.
    case led
    /// No name leads.
    case split
    /// Two of the names meet in one signature, so they mean two things here.
    case apart
    /// Too few uses to say.
    case rare
  }

  /// One of the names, and where it is found.
  package struct Usage: Sendable {
    /// In snake case, whatever the language.
    package var name: String
    /// As it is written most often.
    package var text: String
    /// Distinct signatures: copies of one count once.
    package var uses: Int
    package var surfaces: [NamedSignature.Surface: Int]
    package var languages: [Language: Int]
    /// Where it is used, most first: packages, or folders of what is not a package.
    package var packages: [(name: String, count: Int)]
    package var examples: [NameCounts.Use]

    /// Parameters, options and keys together, copies too.
    package var count: Int { surfaces.values.reduce(0, +) }
  }

  /// The concept, or the singular of what is counted: `learning-rate`, `head`.
  package var id: String
  /// "the learning rate"
  package var meaning: String
  package var state: State
  /// The name to use, in snake case; nil if none is settled.
  package var word: String?
  /// The most frequent name first.
  package var names: [Usage]
  package var note: String?

  package var uses: Int { names.reduce(0) { $0 + $1.uses } }
  /// The share of uses of the first name.
  package var share: Double { uses > 0 ? Double(names.first?.uses ?? 0) / Double(uses) : 0 }
}

/// When a name leads: what the options of `inconsistent-name` say.
package struct LeadingShare: Sendable {
  package var minimumShare: Double
  package var minimumUses: Int

  package init(minimumShare: Double, minimumUses: Int) {
    self.minimumShare = minimumShare
    self.minimumUses = minimumUses
  }
}

extension VocabularyEntry {
  init(id: String, meaning: String, _ counts: NameCounts, preferredName: String?, _ leading: LeadingShare) {
    self.id = id
    self.meaning = meaning
    names = counts.ranked().map { Usage(name: $0.name, $0.families) }
    // The interface for programs decides where it is large enough; a command line is often brief on purpose.
    let own = counts.ranked(on: [.parameters])
    let uses = own.reduce(0) { $0 + $1.families.count }
    let deciding = uses >= leading.minimumUses ? own : counts.ranked()
    let total = deciding.reduce(0) { $0 + $1.families.count }
    let first = deciding.first.map { (name: $0.name, uses: $0.families.count) }
    word = preferredName
    if preferredName != nil {
      state = .chosen
    } else if total < leading.minimumUses {
      state = .rare
    } else if deciding.count == 1 {
      state = names.count == 1 ? .settled : .led
      word = first?.name
    } else if !counts.apart.isEmpty {
      state = .apart
    } else if let first, Double(first.uses) >= leading.minimumShare * Double(total) {
      state = .led
      word = first.name
    } else {
      state = .split
    }
    if let word, let index = names.firstIndex(where: { $0.name == word }) {
      names.insert(names.remove(at: index), at: 0)
    }
  }
}

extension VocabularyEntry.Usage {
  init(name: String, _ families: [String: [NameCounts.Use]]) {
    self.name = name
    uses = families.count
    let uses = families.values.flatMap(\.self)
    surfaces = Self.count(uses) { $0.place.signature.surface }
    languages = Self.count(uses) { $0.place.file.language }
    let spellings = Self.count(uses) { $0.parameter.text }
    text = spellings.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? name
    packages = Self.count(uses) { Self.package(of: $0.place.file) }
      .sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map { ($0.key, $0.value) }
    examples = NameCounts.examples(uses)
  }

  private static func count<Key: Hashable>(_ uses: [NameCounts.Use], by key: (NameCounts.Use) -> Key) -> [Key: Int] {
    uses.reduce(into: [:]) { $0[key($1), default: 0] += 1 }
  }

  /// The two outermost packages of a module, or the two outermost folders.
  static func package(of file: FileReference) -> String {
    let parts = file.module.split(separator: ".")
    if parts.count > 2 { return parts.prefix(2).joined(separator: ".") }
    if parts.count == 2 || file.language == .swift, let first = parts.first { return String(first) }
    let folders = file.path.split(separator: "/").dropLast().prefix(2).joined(separator: "/")
    return folders.isEmpty ? file.path : folders + "/"
  }
}
