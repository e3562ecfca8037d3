import Lint
import LintCatalog
import LintRuleKit

/// The configuration that `mllint init` writes: every key explained, none set except the project's words.
struct StarterConfiguration {
  /// Nil leaves the vocabulary as a comment.
  let words: [VocabularyEntry]?
  /// The file that configures ruff here; nil without one.
  var ruffFile: String?

  func write() -> String { Self.head + ruffSuggestion + (words.map(vocabulary) ?? Self.exampleOfVocabulary) }

  /// Of several distributions' entries for one concept, the one with the most signatures.
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
      // A name that only parameters use is not yet the word of the whole project.
      let words = entries.compactMap { entry in
        entry.word.flatMap { entry.share >= StarterConfiguration.minimumShare ? (word: $0, entry: entry) : nil }
      }
      if !words.isEmpty {
        let use = words.count == 1 ? words[0].word : "[\(words.map(\.word).joined(separator: ", "))]"
        lines.append("  \(id): {use: \(use)}  # \(words.map { Self.counts($0.entry) }.joined(separator: "; "))\n")
      }
      for entry in entries where entry.state == .split || entry.word != nil && entry.share < Self.minimumShare {
        open.append("  # \(id): {use: \(entry.names[0].name)}  # candidates: \(Self.counts(entry))\n")
      }
    }
    if lines.isEmpty, open.isEmpty {
      return "\n# No concept occurs often enough in this project to infer its name.\n" + Self.exampleOfVocabulary
    }
    var text = "\n# The project's vocabulary, inferred from its code. It overrides the statistics.\n"
    text += lines.isEmpty ? "# vocabulary:\n" : "vocabulary:\n" + lines.joined()
    if !open.isEmpty {
      text += "  # No name dominates for these: choose one for each and uncomment the line.\n" + open.joined()
    }
    return text
  }

  /// "learning_rate 41, lr 3"
  private static func counts(_ entry: VocabularyEntry) -> String {
    entry.names.map { "\($0.name) \($0.uses)" }.joined(separator: ", ")
  }

  /// The minimum share of all uses, options and keys included, for a word to be written.
  private static let minimumShare = 0.75

  private var ruffSuggestion: String {
    guard let ruffFile else { return "" }
    return """

      # Skip rules whose counterparts \(ruffFile) enables in ruff; rules that are selected by name still run.
      # skip_covered_by: [ruff]

      """
  }

  private static let head = """
    # mllint's configuration. Every key is optional; 'mllint rule' lists the rules and their options.

    # Kind of project: library, application, research or notebooks. Default: inferred from manifests and folders.
    # profile: library

    # Also run preview rules.
    # preview: true

    # Files to exclude, as .gitignore patterns.
    # exclude: [third_party/, "*_pb2.py"]

    # Rules or families to disable, and settings of others.
    # ignore: [untested-api]
    # rules:
    #   error-without-value: {severity: note}

    # Settings for some files only.
    # overrides:
    #   - files: ["examples/**"]
    #     ignore: [docs]

    # The lowest severity that makes the exit code 1: note, warning or error.
    # fail_on: warning

    """

  private static let exampleOfVocabulary = """

    # The project's vocabulary; it overrides the statistics, which 'mllint vocabulary' shows.
    # vocabulary:
    #   axis: {use: axis}
    #   learning-rate: {use: learning_rate, exceptions: [lr]}
    #   noise-schedule: {use: noise_schedule, names: [sigmas, schedule]}

    """
}
