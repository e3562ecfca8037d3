import LintModel
import LintRuleKit
import LintSourceText

/// An example calls a function or method of the project with arguments that it does not accept.
struct BrokenExampleCall: ProjectRule {
  let options: NoOptions

  func check(_ facts: [FileFacts<NoFact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    // Examples call the same few functions again and again.
    var known: [String: PythonModules.Callee] = [:]
    for file in project.examples {
      var retired: Set<String> = []
      for shown in ShownSwift.uses(in: file, project) where !shown.use.isImport {
        checkSwift(shown, project, at: file.file, &retired, &collector)
      }
      for fact in file.facts where fact.language == .python {
        for use in fact.uses where !use.isImport && project.modules.isOwn(use.path, for: file.file) {
          let key = use.member.map { "\(use.path)()\($0)" } ?? use.path
          let callee = known[key] ?? project.modules.callee(use.path, member: use.member, exists: project.exists)
          known[key] = callee
          let other = use.member == nil ? meant(by: use, in: fact, project, &known) : nil
          check(use, callee, meant: other, at: file.file, fact.symbol, &collector)
        }
      }
    }
  }

  private func check(
    _ use: ExampleUse, _ callee: PythonModules.Callee, meant: String?, at file: FileReference, _ symbol: String,
    _ collector: inout FindingCollector
  ) {
    let last = String(use.path.split(separator: ".").last ?? "")
    if case .missingMember(let near, let type, let home) = callee, let member = use.member, let place = use.ranges.last
    {
      collector.add(
        .missing(member, in: last, nearest: Suggestion.nearest(to: member, among: near)),
        at: Location(path: file.path, range: place), symbol: symbol,
        related: [Evidence("'\(last)' here", at: Location(path: home.file.path, range: type.range))])
    }
    guard let passed = use.passed, case .callable(let callable, let home) = callee,
      let flaw = CallFlaw(passed, to: callable)
    else { return }
    let name = use.member ?? last
    let place = meant == nil ? flaw.range ?? use.ranges.last ?? .fileStart : use.ranges.last ?? .fileStart
    collector.add(
      meant.map { .confused(name, with: $0) } ?? .broken(flaw, name), at: Location(path: file.path, range: place),
      symbol: symbol,
      related: [Evidence("'\(name)' here", at: Location(path: home.file.path, range: callable.range))])
  }

  /// A function of nearly the same name that the example imports, does not call, and could: `set_rate` for `get_rate`.
  private func meant(
    by use: ExampleUse, in fact: ExampleFact, _ project: ProjectIndex, _ known: inout [String: PythonModules.Callee]
  ) -> String? {
    guard let passed = use.passed, let name = use.path.split(separator: ".").last, name.count > 5 else { return nil }
    for other in fact.uses where other.isImport && other.path != use.path && other.path.utf8.count > 5 {
      guard let near = other.path.split(separator: ".").last, near != name,
        Suggestion.distance(Array(name.utf8), Array(near.utf8)) < 3,
        !fact.uses.contains(where: { !$0.isImport && $0.path == other.path })
      else { continue }
      let callee = known[other.path] ?? project.modules.callee(other.path, member: nil, exists: project.exists)
      known[other.path] = callee
      if case .callable(let callable, _) = callee, CallFlaw(passed, to: callable) == nil { return String(near) }
    }
    return nil
  }

  private func checkSwift(
    _ shown: ShownSwift, _ project: ProjectIndex, at file: FileReference, _ retired: inout Set<String>,
    _ collector: inout FindingCollector
  ) {
    let use = shown.use
    let name = use.member ?? String(use.path.split(separator: ".").last ?? "")
    guard let place = use.ranges.last else { return }
    switch project.swift.find(use, isNear: shown.isNear) {
    // Unknown names are reported by `broken-example-import`.
    case .unknown, .missing: return
    case .missingMember(let nearest):
      let type = String(use.path.split(separator: ".").first ?? "")
      collector.add(
        .missing(name, in: type, nearest: nearest), at: Location(path: file.path, range: place), symbol: shown.symbol)
    case .overloads(let overloads):
      guard let passed = use.passed else { return }
      let labels = Set(passed.keywords.map(\.name))
      var best: (flaw: CallFlaw, overload: SwiftModules.Overload, rank: (Int, Int, Int))?
      var accepting: [SwiftModules.Overload] = []
      for overload in overloads {
        guard let flaw = CallFlaw(passed, to: overload.callable) else {
          accepting.append(overload)
          continue
        }
        let rank = Self.rank(overload.callable, flaw, labels)
        if best.map({ $0.rank < rank }) ?? true { best = (flaw, overload, rank) }
      }
      if let first = accepting.first {
        // All examples of a file are updated together.
        guard accepting.allSatisfy(\.callable.isDeprecated), retired.insert(name).inserted else { return }
        collector.add(
          .deprecated(name, first.callable, labels, others: overloads.count > accepting.count),
          at: Location(path: file.path, range: place), symbol: shown.symbol,
          related: [Evidence("'\(name)' here", at: Location(path: first.file.path, range: first.callable.range))])
        return
      }
      guard let (flaw, overload, _) = best else { return }
      collector.add(
        .broken(flaw, name, in: .swift), at: Location(path: file.path, range: flaw.range ?? place),
        symbol: shown.symbol,
        related: [
          Evidence("'\(name)' here", at: Location(path: overload.file.path, range: overload.callable.range))
        ])
    }
  }

  /// How close an overload is to a call: current ones first, then those with a label that the wrong one resembles.
  private static func rank(_ callable: Callable, _ flaw: CallFlaw, _ labels: Set<String>) -> (Int, Int, Int) {
    let shared = callable.parameters.count { labels.contains($0.name) }
    var isNear = 0
    if case .unknown(_, nearest: .some, _) = flaw { isNear = 1 }
    return (callable.isDeprecated ? 0 : 1, isNear, shared)
  }
}

extension Message {
  /// - Parameters:
  ///   - name: The name that the example calls.
  ///   - callable: What it calls.
  ///   - labels: The labels that it passes.
  ///   - others: Whether other overloads are not deprecated, so that the name alone does not tell which one is.
  fileprivate static func deprecated(
    _ name: String, _ callable: Callable, _ labels: Set<String>, others: Bool
  ) -> Message {
    var subject = "'\(name)' is deprecated"
    var advice = "use its replacement instead"
    let own = callable.parameters.map(\.name)
    guard let renamed = callable.replacement else {
      if others { subject = "'\(name)(\(own.filter(labels.contains).map { $0 + ":" }.joined()))' is deprecated" }
      return "\(subject), but this example calls it; \(advice)"
    }
    let new = renamed.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }.split(separator: ":").map(String.init)
    // Of a long list of labels, those that change.
    let (gone, come) = (own.filter { !new.contains($0) }, new.filter { !own.contains($0) })
    if own.count > 3, !gone.isEmpty, !come.isEmpty {
      return """
        \(gone.quoted()) of '\(name)' \(gone.count == 1 ? "is" : "are") deprecated, but this example passes \(gone.count == 1 ? "it" : "them"); \
        use \(come.quoted()) instead
        """
    }
    if others { subject = "'\(name)(\(own.map { $0 + ":" }.joined()))' is deprecated" }
    advice = "use '\(renamed)' instead"
    return "\(subject), but this example calls it; \(advice)"
  }

  fileprivate static func confused(_ name: String, with other: String) -> Message {
    "'\(name)' does not accept these arguments; did you mean '\(other)', which this example imports?"
  }

  fileprivate static func missing(_ member: String, in type: String, nearest: String?) -> Message {
    let advice = nearest.map { "did you mean '\($0)'?" } ?? "update the example"
    return "'\(type)' has no member '\(member)'; \(advice)"
  }
}
