import Lint
import LintCatalog
import LintRuleKit

/// The configuration that `mllint init` writes: every key explained, none set but the project's words.
struct StarterConfiguration {
  /// Nil leaves the vocabulary as a comment.
  let words: [VocabularyEntry]?

  func write() -> String { Self.head + (words.map(vocabulary) ?? Self.exampleOfVocabulary) }

  /// Of several distributions' entries for one thing, the one that most signatures stand behind.
  static func merged(_ reports: [[VocabularyEntry]]) -> [VocabularyEntry] {
    var best: [String: VocabularyEntry] = [:]
    for entry in reports.joined() {
      let key = entry.id + "\n" + entry.names.map(\.name).sorted().joined()
      if best[key].map({ $0.uses < entry.uses }) ?? true { best[key] = entry }
    }
    return best.values.sorted { ($0.id, $1.uses) < ($1.id, $0.uses) }
  }

  private func vocabulary(_ entries: [VocabularyEntry]) -> String {
    let known = Set((try? Catalog.builtIn().vocabulary.concepts.map(\.concept)) ?? [])
    let groups = Dictionary(grouping: entries.filter { known.contains($0.id) }, by: \.id).sorted { $0.key < $1.key }
    var lines: [String] = []
    var open: [String] = []
    for (id, entries) in groups {
      // A word that parameters alone have is no word of the whole project yet.
      let words = entries.compactMap { entry in
        entry.word.flatMap { entry.share >= StarterConfiguration.minimumShare ? (word: $0, entry: entry) : nil }
      }
      if !words.isEmpty {
        let use = words.count == 1 ? words[0].word : "[\(words.map(\.word).joined(separator: ", "))]"
        lines.append("  \(id): {use: \(use)}  # \(words.map { Self.counts($0.entry) }.joined(separator: "; "))\n")
      }
      for entry in entries where entry.state == .split || entry.word != nil && entry.share < Self.minimumShare {
        open.append("  # \(id): {use: \(entry.names[0].name)}  # or another of: \(Self.counts(entry))\n")
      }
    }
    if lines.isEmpty, open.isEmpty {
      return "\n# Nothing is named often enough here to say what this project calls it.\n" + Self.exampleOfVocabulary
    }
    var text = "\n# The project's own words, as its code has them today. They beat what most of its signatures say.\n"
    text += lines.isEmpty ? "# vocabulary:\n" : "vocabulary:\n" + lines.joined()
    if !open.isEmpty {
      text += "  # No name leads for these: choose one of each, and take the line out of its comment.\n" + open.joined()
    }
    return text
  }

  /// "learning_rate 41, lr 3"
  private static func counts(_ entry: VocabularyEntry) -> String {
    entry.names.map { "\($0.name) \($0.uses)" }.joined(separator: ", ")
  }

  /// Of all votes, those of options and keys too, that a word must have to be written down.
  private static let minimumShare = 0.75

  private static let head = """
    # How mllint checks this repository. Every key may be left out; 'mllint rule' lists the rules and their options.

    # What kind of code this is: library, application, research or notebooks. By default told by manifests and folders.
    # profile: library

    # Rules whose precision is still being measured, too.
    # preview: true

    # Files that are not checked, as lines of .gitignore.
    # exclude: [third_party/, "*_pb2.py"]

    # Rules or families that are not wanted, and settings of others.
    # ignore: [untested-api]
    # rules:
    #   error-without-value: {severity: note}

    # What holds for some files only.
    # overrides:
    #   - files: ["examples/**"]
    #     ignore: [docs]

    # The least severity that makes the exit code 1: note, warning or error.
    # fail_on: warning

    """

  private static let exampleOfVocabulary = """

    # The project's own words; they beat what most of its signatures say. 'mllint vocabulary' shows what they are today.
    # vocabulary:
    #   axis: {use: axis}
    #   learning-rate: {use: learning_rate, exceptions: [lr]}
    #   noise-schedule: {use: noise_schedule, names: [sigmas, schedule]}

    """
}
