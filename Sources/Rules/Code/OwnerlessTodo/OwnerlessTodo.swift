import LintModel
import LintRuleKit

/// A TODO has neither an issue link nor an owner.
///
/// One finding for the project, unless most of its TODO comments have an issue or an owner: then one for each file that
/// contains exceptions.
struct OwnerlessTodo: ProjectRule {
  struct Options: RuleOptions {
    /// Words that mark a task.
    var words: [String]
    /// Minimum share of TODO comments with an issue or an owner before the others are reported by file.
    var ownedShare: Double
    /// Minimum share of TODO comments with an issue or an owner before a project is reported at all.
    var customShare: Double
    /// Minimum number of TODO comments before a project has a convention; without an issue or an owner, before the
    /// project as a whole is reported.
    var minimumCount: Int
  }

  let options: Options

  func facts(in file: SourceFile) -> [TaskComment] {
    guard file.role != .generated, file.role != .vendored else { return [] }
    return file.model.taggedComments.compactMap { tagged in
      guard tagged.kind == .task else { return nil }
      let task = TaskComment(tagged, in: file)
      return options.words.contains(task.word) ? task : nil
    }
  }

  func check(_ facts: [FileFacts<TaskComment>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    let total = facts.reduce(0) { $0 + $1.facts.count }
    let files = facts.compactMap { file in
      let open = file.facts.filter { !$0.isOwned }
      return open.isEmpty ? nil : FileFacts(file: file.file, facts: open)
    }
    let places = files.flatMap { file in file.facts.map { Location(path: file.file.path, range: $0.range) } }
    let open = places.count
    guard total >= options.minimumCount, Double(total - open) >= options.customShare * Double(total),
      let first = files.first?.facts.first
    else { return }
    if Double(total - open) < options.ownedShare * Double(total) {
      guard open >= options.minimumCount else { return }
      // In the source file with most of them, where the work is likely to start.
      let sources = files.filter { $0.file.language == .python || $0.file.language == .swift }
      let places =
        (sources.isEmpty ? files : sources).max { $0.facts.count < $1.facts.count }
        .map { file in file.facts.map { Location(path: file.file.path, range: $0.range) } } ?? places
      return add(.project(first.word, open, of: total), places, "project", count: open, to: &collector)
    }
    for file in files {
      let places = file.facts.map { Location(path: file.file.path, range: $0.range) }
      guard let first = file.facts.first else { continue }
      add(.file(first.word, places.count), places, file.file.module, count: places.count, to: &collector)
    }
  }

  private func add(
    _ message: Message, _ places: [Location], _ symbol: String, count: Int, to collector: inout FindingCollector
  ) {
    guard let first = places.first else { return }
    collector.add(
      message, at: first, symbol: symbol, related: places.dropFirst().prefix(5).map { Evidence("here too", at: $0) },
      count: count)
  }
}

extension Message {
  fileprivate static func project(_ word: String, _ count: Int, of total: Int) -> Message {
    "\(count) of the project's \(total) TODO comments have no issue link, owner or due date; link those that matter, as in '\(word)(#12)', and delete the rest"
  }

  fileprivate static func file(_ word: String, _ count: Int) -> Message {
    let times = count == 1 ? "" : " (and \(count - 1) more in this file)"
    return
      "'\(word)'\(times) has no issue link, owner or due date; add one, as in '\(word)(#12)', or delete the comment"
  }
}
