import LintModel
import LintRuleKit
import LintSourceText

/// A configuration names code that does not exist, or passes arguments that the code does not accept.
struct BrokenTarget: ProjectRule {
  struct Fact {
    /// The calls that a configuration makes.
    var calls: [ExampleUse]
    /// The gin configurables that the file registers.
    var configurables: [GinConfigurable]
  }

  private struct Flaw: Hashable {
    var message: Message
    /// The path that does not exist, or that of the callable that rejects the arguments.
    var symbol: String
  }

  private typealias Found = (flaw: Flaw, range: SourceRange, evidence: Evidence?)

  let options: NoOptions

  func facts(in file: SourceFile) -> [Fact] {
    let fact = Fact(calls: file.model.configuredCalls, configurables: GinConfigurable.all(in: file))
    return fact.calls.isEmpty && fact.configurables.isEmpty ? [] : [fact]
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    let configurables = facts.flatMap { file in file.facts.flatMap(\.configurables).map { ($0, file.file.path) } }
    // The same flaw in several files is reported once.
    var places: [Flaw: [Location]] = [:]
    var evidence: [Flaw: Evidence] = [:]
    for file in facts {
      for use in file.facts.flatMap(\.calls) {
        let found = use.isImplicit ? ginFlaw(use, configurables) : flaw(use, project, at: file.file)
        guard let found else { continue }
        places[found.flaw, default: []].append(Location(path: file.file.path, range: found.range))
        evidence[found.flaw] = found.evidence
      }
    }
    for (flaw, places) in places {
      guard let first = places.first else { continue }
      let others = Set(places.map(\.path)).count - 1
      collector.add(
        .broken(flaw.message, others: others), at: first, symbol: flaw.symbol,
        related: (evidence[flaw].map { [$0] } ?? [])
          + places.dropFirst().prefix(4).map { Evidence("also here", at: $0) })
    }
  }

  private func flaw(_ use: ExampleUse, _ project: ProjectIndex, at file: FileReference) -> Found? {
    guard let place = use.ranges.last, let root = root(of: use.path, project, for: file) else { return nil }
    let parts = use.path.split(separator: ".").map(String.init)
    switch project.modules.callee(parts[root...].joined(separator: "."), exists: project.exists) {
    case .missing(let part, let near):
      let module = parts[..<(root + part)].joined(separator: ".")
      let flaw = Flaw(
        message: .missing(parts[root + part], in: module, near), symbol: "\(module).\(parts[root + part])")
      return (flaw, place, nil)
    case .callable(let callable, let home):
      guard let passed = use.passed, let flaw = CallFlaw(passed, to: callable) else { return nil }
      let name = parts.last ?? use.path
      return (
        Flaw(message: .broken(flaw, name), symbol: use.path), flaw.range ?? place,
        Evidence("'\(name)' here", at: Location(path: home.file.path, range: callable.range))
      )
    case .missingMember, .unknown: return nil
    }
  }

  /// The index of the first part of a path that is a module of this project; nil if there is none.
  ///
  /// A program starts in the project's folder or in one that contains the configuration. The parts before the module
  /// are folders without an `__init__.py`.
  private func root(of path: String, _ project: ProjectIndex, for file: FileReference) -> Int? {
    if project.modules.isOwn(path, for: file) { return 0 }
    let parts = path.split(separator: ".").dropLast().map(String.init)
    var start = Paths.folder(of: file.projectPath)
    while true {
      var folder = start
      for (index, part) in parts.enumerated() {
        if project.modules.isModule(part, in: folder) { return index }
        folder = Paths.join(folder, part)
        guard project.exists(folder) == true else { break }
      }
      if start.isEmpty { return nil }
      start = Paths.folder(of: start)
    }
  }

  /// A binding or reference that no configurable of the project matches.
  private func ginFlaw(_ use: ExampleUse, _ configurables: [(GinConfigurable, String)]) -> Found? {
    guard let place = use.ranges.last, !Self.builtIn.contains(use.path) else { return nil }
    let meant = configurables.filter { $0.0.answers(to: use.path) }
    guard let (first, path) = meant.first else {
      // It may belong to another library, so only a near match of a name in this project is reported.
      let name = use.path.split(separator: ".").last.map(String.init) ?? use.path
      let known = Set(configurables.compactMap { $0.0.path.split(separator: ".").last.map(String.init) })
      guard !known.contains(name), name.utf8.count > 4, let near = Suggestion.nearest(to: name, among: known.sorted())
      else { return nil }
      return (Flaw(message: .unregistered(name, near), symbol: name), place, nil)
    }
    guard let keyword = use.passed?.keywords.first,
      meant.allSatisfy({ !$0.0.isOpen && !$0.0.parameters.contains(keyword.name) })
    else { return nil }
    let name = use.path.split(separator: ".").last.map(String.init) ?? use.path
    let known = first.parameters.filter { $0 != "self" }
    let flaw = CallFlaw.unknown(keyword, nearest: Suggestion.nearest(to: keyword.name, among: known), known: known)
    return (
      Flaw(message: .broken(flaw, name), symbol: use.path), keyword.range,
      Evidence("'\(name)' here", at: Location(path: path, range: first.range))
    )
  }

  /// Configurables that gin itself defines.
  private static let builtIn: Set<String> = [
    "macro", "constant", "singleton", "gin.macro", "gin.constant", "gin.singleton",
  ]
}

extension Message {
  fileprivate static func missing(_ name: String, in module: String, _ near: [String]) -> Message {
    let advice = Suggestion.nearest(to: name, among: near).map { "did you mean '\($0)'?" } ?? "use the current path"
    return "module '\(module)' does not define '\(name)'; \(advice)"
  }

  fileprivate static func unregistered(_ name: String, _ nearest: String) -> Message {
    "no gin configurable is named '\(name)'; did you mean '\(nearest)'?"
  }

  fileprivate static func broken(_ message: Message, others: Int) -> Message {
    others > 0 ? "\(message.text) (also in \(counted(others, "other file")))" : message
  }
}
