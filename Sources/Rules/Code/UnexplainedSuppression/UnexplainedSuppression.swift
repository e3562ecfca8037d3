import LintModel
import LintRuleKit

/// A comment suppresses all findings of another tool without saying which one is meant, or why.
///
/// A project that mostly writes such blanket suppressions would fix them all at once, so it gets one finding. In a
/// project that mostly names what it suppresses, each file with exceptions is reported.
struct UnexplainedSuppression: ProjectRule {
  struct Options: RuleOptions {
    /// Minimum share of a tool's suppressions that name what they suppress or give a reason before the others are
    /// reported by file.
    var namedShare: Double
    /// Minimum number of blanket suppressions before a project that mostly writes them is reported.
    var minimumCount: Int
    /// Whether a suppression that names what it suppresses must also give a reason.
    var requireReason: Bool
  }

  let options: Options

  func facts(in file: SourceFile) -> [ForeignSuppression] {
    guard ![.generated, .vendored, .configuration, .docs].contains(file.role) else { return [] }
    return file.model.taggedComments.compactMap { tagged in
      tagged.kind == .suppression ? ForeignSuppression(tagged, in: file) : nil
    }
  }

  func check(_ facts: [FileFacts<ForeignSuppression>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    var totals: [String: (count: Int, named: Int)] = [:]
    for fact in facts.flatMap(\.facts) {
      totals[fact.form, default: (0, 0)].count += 1
      if fact.isSpecific || fact.isExplained { totals[fact.form]?.named += 1 }
    }
    addStray(facts, to: &collector)
    for (form, total) in totals.sorted(by: { $0.key < $1.key }) {
      let files = facts.compactMap { file in
        let blanket = file.facts.filter {
          $0.form == form && !$0.isSpecific && !$0.isExplained && $0.strayCode == nil
        }
        return blanket.isEmpty ? nil : FileFacts(file: file.file, facts: blanket)
      }
      let places = files.flatMap { file in file.facts.map { place($0, file) } }
      guard let example = files.first?.facts.first?.example else { continue }
      if Double(total.named) < options.namedShare * Double(total.count) {
        guard places.count >= options.minimumCount else { continue }
        add(.everywhere(form, places.count, of: total.count, example), places, "project", to: &collector)
      } else {
        for file in files {
          let places = file.facts.filter { !$0.isObvious }.map { place($0, file) }
          add(.blanket(form, places.count, example, total), places, file.file.module, to: &collector)
        }
      }
    }
    if options.requireReason { addReasonless(facts, to: &collector) }
  }

  private func addStray(_ facts: [FileFacts<ForeignSuppression>], to collector: inout FindingCollector) {
    for file in facts {
      let stray = file.facts.filter { $0.strayCode != nil }
      guard let first = stray.first, let code = first.strayCode else { continue }
      add(.stray(first.form, code, stray.count), stray.map { place($0, file) }, file.file.module, to: &collector)
    }
  }

  private func addReasonless(_ facts: [FileFacts<ForeignSuppression>], to collector: inout FindingCollector) {
    for file in facts {
      for fact in file.facts where fact.isSpecific && !fact.isExplained {
        collector.add(.reasonless(fact.form), at: place(fact, file), symbol: file.file.module)
      }
    }
  }

  private func place(_ fact: ForeignSuppression, _ file: FileFacts<ForeignSuppression>) -> Location {
    Location(path: file.file.path, range: fact.range)
  }

  private func add(_ message: Message, _ places: [Location], _ symbol: String, to collector: inout FindingCollector) {
    guard let first = places.first else { return }
    collector.add(
      message, at: first, symbol: symbol, related: places.dropFirst().prefix(5).map { Evidence("here too", at: $0) },
      count: places.count)
  }
}

extension Message {
  fileprivate static func blanket(
    _ form: String, _ count: Int, _ example: String, _ total: (count: Int, named: Int)
  ) -> Message {
    let times = count == 1 ? "" : " (\(count) occurrences in this file)"
    let custom = total.named > 1 ? ", as \(total.named) of the project's \(total.count) do" : ""
    return
      "'\(form)'\(times) suppresses every finding here; name what it suppresses, as in '\(example)', or give a reason\(custom)"
  }

  fileprivate static func everywhere(_ form: String, _ count: Int, of total: Int, _ example: String) -> Message {
    let comments = count == total ? "all \(count)" : "\(count)"
    let project = count == total ? "of the project's" : "of the project's \(total)"
    return
      "\(comments) \(project) '\(form)' comments suppress every finding; name what each one suppresses, as in '\(example)'"
  }

  fileprivate static func stray(_ form: String, _ code: String, _ count: Int) -> Message {
    let subject = count == 1 ? "" : " and \(count - 1) more in this file"
    let verbs = count == 1 ? ("has", "it suppresses") : ("have", "they suppress")
    return "'\(form) \(code)'\(subject) \(verbs.0) no colon, so \(verbs.1) every finding; write '\(form): \(code)'"
  }

  fileprivate static func reasonless(_ form: String) -> Message {
    "'\(form)' gives no reason; add one to the comment, or to the line above"
  }
}
