import LintModel
import LintRuleKit

/// A comment suppresses all findings of another tool without saying which one is meant, or why.
///
/// One finding for each form. In a project that mostly names what it suppresses, the finding lists the exceptions.
struct UnexplainedSuppression: ProjectRule {
  struct Options: RuleOptions {
    /// Minimum share of a tool's suppressions that name what they suppress or give a reason before the others are
    /// reported however few they are.
    var namedShare: Double
    /// Minimum number of blanket suppressions before a project that mostly writes them is reported.
    var minimumCount: Int
    /// Whether a suppression that names what it suppresses must also give a reason.
    var requireReason: Bool
  }

  let options: Options

  func facts(in file: SourceFile) -> [ForeignSuppression] {
    // Those of documentation and configuration count as well: who searches for them finds them.
    guard ![.generated, .vendored].contains(file.role), file.language == .python || file.language == .swift else {
      return []
    }
    return file.model.taggedComments.flatMap { tagged in
      tagged.kind == .suppression ? ForeignSuppression.all(in: tagged, of: file) : []
    }
  }

  func check(_ facts: [FileFacts<ForeignSuppression>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    var totals: [String: (count: Int, named: Int)] = [:]
    for fact in facts.flatMap(\.facts) {
      totals[fact.form, default: (0, 0)].count += 1
      if fact.isSpecific || fact.isExplained { totals[fact.form]?.named += 1 }
    }
    addStray(facts, PerFileIgnores(project.repository), to: &collector)
    for (form, total) in totals.sorted(by: { $0.key < $1.key }) {
      let isConvention = Double(total.named) >= options.namedShare * Double(total.count)
      let blanket = facts.flatMap { file in
        file.facts.filter { $0.form == form && !$0.isSpecific && !$0.isExplained && $0.strayCode == nil }
          .map { (fact: $0, file: file) }
      }
      let clear = blanket.filter { !(isConvention && $0.fact.isObvious) }
      guard let first = clear.first(where: { $0.file.file.role == .library }) ?? clear.first,
        isConvention || blanket.count >= options.minimumCount
      else { continue }
      let shown = place(first.fact, first.file)
      let places = [shown] + blanket.map { place($0.fact, $0.file) }.filter { $0 != shown }
      let (subject, object) = blanket.count == 1 ? ("it", "it") : ("each", "them")
      let checkers = project.repository.map { TypeCheckers.names(in: $0) }
      let own = form.hasSuffix("type: ignore") ? TypeCheckers.example(for: checkers ?? []) : nil
      let example = own ?? first.fact.example
      var remedy = "name what \(subject) suppresses, as in '\(example)'"
      if TypeCheckers.understand(form), checkers?.isEmpty == true {
        remedy += ", or delete \(object): no type checker is configured"
      } else {
        remedy += ", or give a reason"
        if isConvention, total.named > 1 { remedy += ", as \(total.named) of the project's \(total.count) do" }
      }
      let message: Message =
        blanket.count == 1
        ? .blanket(form, isWholeFile: first.fact.isWholeFile, remedy)
        : .blanket(form, blanket.count, of: total.count, isConvention: isConvention, remedy)
      add(message, places, isConvention ? first.file.file.module : "project", to: &collector)
    }
    if options.requireReason { addReasonless(facts, to: &collector) }
  }

  private func addStray(
    _ facts: [FileFacts<ForeignSuppression>], _ ignores: PerFileIgnores, to collector: inout FindingCollector
  ) {
    for file in facts {
      // What the configuration allows in the whole file needs no comment, so none with a colon either.
      let stray = file.facts.filter { fact in
        fact.strayCode.map { !ignores.covers($0, in: file.file.projectPath) } ?? false
      }
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
      message, at: first, symbol: symbol, related: places.dropFirst().map { Evidence("here too", at: $0) },
      count: places.count)
  }
}

extension Message {
  fileprivate static func blanket(_ form: String, isWholeFile: Bool, _ remedy: String) -> Message {
    "'\(form)' suppresses every finding \(isWholeFile ? "in the whole file" : "here"); \(remedy)"
  }

  fileprivate static func blanket(
    _ form: String, _ count: Int, of total: Int, isConvention: Bool, _ remedy: String
  ) -> Message {
    if isConvention { return "\(count) '\(form)' comments suppress every finding; \(remedy)" }
    let comments = count == total ? "all \(count) of the project's" : "\(count) of the project's \(total)"
    return "\(comments) '\(form)' comments have neither a code nor a reason; \(remedy)"
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
