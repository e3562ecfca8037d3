import LintModel
import LintRuleKit

/// What is left to do, without anybody who will, or a place where it is discussed: nobody will ever find it again.
///
/// One finding for the project, at the first of them, unless most name an owner: then those that do not stand out.
struct OwnerlessTodo: ProjectRule {
  struct Options: RuleOptions {
    /// The words that begin such a note.
    var words: [String]
    /// Share of tasks that name an owner from which on the others are reported file by file.
    var ownedShare: Double
    /// Share of tasks that name an owner below which nobody has that custom.
    var customShare: Double
    /// Tasks without an owner from which on a project is told at all.
    var minimumCount: Int
  }

  let options: Options

  func facts(in file: SourceFile) -> [TaskComment] {
    guard file.role != .generated, file.role != .vendored else { return [] }
    return file.model.remarks.compactMap { remark in
      guard remark.kind == .task, let task = TaskComment(remark, in: file),
        options.words.contains(task.word)
      else { return nil }
      return task
    }
  }

  func check(_ facts: [FileFacts<TaskComment>], _ project: ProjectIndex, _ report: inout Report) {
    let total = facts.reduce(0) { $0 + $1.facts.count }
    let files = facts.compactMap { file in
      let open = file.facts.filter { !$0.isOwned }
      return open.isEmpty ? nil : FileFacts(file: file.file, facts: open)
    }
    let places = files.flatMap { file in file.facts.map { Location(path: file.file.path, range: $0.range) } }
    let open = places.count
    guard open >= options.minimumCount, Double(total - open) >= options.customShare * Double(total),
      let first = files.first?.facts.first
    else { return }
    if Double(total - open) < options.ownedShare * Double(total) {
      // Where most of them are, one is likeliest to begin.
      let places =
        files.max { $0.facts.count < $1.facts.count }
        .map { file in file.facts.map { Location(path: file.file.path, range: $0.range) } } ?? places
      return add(.everywhere(first.word, open, of: total), places, "project", count: open, to: &report)
    }
    for file in files {
      let places = file.facts.map { Location(path: file.file.path, range: $0.range) }
      guard let first = file.facts.first else { continue }
      add(.ownerless(first.word, places.count), places, file.file.module, count: places.count, to: &report)
    }
  }

  private func add(_ message: Message, _ places: [Location], _ symbol: String, count: Int, to report: inout Report) {
    guard let first = places.first else { return }
    report.add(
      message, at: first, symbol: symbol, related: places.dropFirst().prefix(5).map { Evidence("here too", at: $0) },
      count: count)
  }
}

extension Message {
  fileprivate static func everywhere(_ word: String, _ count: Int, of total: Int) -> Message {
    "\(count) of the project's \(total) notes such as '\(word)' name no issue and no person; open an issue for those that matter, as '\(word)(#12)', and remove the rest"
  }

  fileprivate static func ownerless(_ word: String, _ count: Int) -> Message {
    let times = count == 1 ? "" : " (and \(count - 1) more in this file)"
    return "'\(word)'\(times) names no issue and no person; add one, as in '\(word)(#12)', or remove it"
  }
}
