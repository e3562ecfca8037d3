import LintModel
import LintRuleKit
import LintSourceText

/// A key of the project's configuration that neither code nor another key reads.
struct UnusedConfigurationKey: ProjectRule {
  struct Options: RuleOptions {
    /// Minimum share of the keys in a file and in a section that code must read by name before the others are reported.
    var minimumShare: Double
    /// Minimum number of other keys in the same section that code must read.
    var minimumRead: Int
    /// Keys that other libraries read from a mapping that is passed to them, and keys for human readers.
    var except: [String]
    /// Words in keys for human readers.
    var exceptWords: [String]
  }

  let options: Options
  private let excepted: Set<String>

  init(options: Options) {
    self.options = options
    excepted = Set(options.except)
  }

  func facts(in file: SourceFile) -> [KeyFact] { KeyFact.read(file).map { [$0] } ?? [] }

  func check(_ facts: [FileFacts<KeyFact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    guard facts.contains(where: { $0.facts.contains { !$0.keys.isEmpty } }) else { return }
    let evidence = KeyEvidence(facts, project)
    let groups = Self.groups(facts)
    let framework = FrameworkKeys(facts, project)
    var unread: [String: [Unread]] = [:]
    for file in facts where file.facts.contains(where: { !$0.keys.isEmpty }) {
      let folder = Paths.name(of: Paths.folder(of: file.file.projectPath))
      let section = groups.contains(String(folder)) ? [String(folder)] : []
      let reach = evidence.reach(of: file)
      for key in file.facts.flatMap({ unreadKeys(of: $0.keys.map { $0.below(section) }, reach) })
      where !framework.reads(key, in: file.file) {
        unread[key.name, default: []].append(
          Unread(
            path: key.path, file: file.file.projectPath, location: Location(path: file.file.path, range: key.range)))
      }
    }
    for (_, places) in unread.sorted(by: { $0.key < $1.key }) {
      // Default configurations are closer to the root than those derived from them.
      guard let first = places.min(by: { Self.depth($0) < Self.depth($1) }) else { continue }
      let others = places.filter { $0.location != first.location }
      collector.add(
        .unread(first.path, others: Set(others.map(\.location.path)).subtracting([first.location.path]).count),
        at: first.location, symbol: first.path,
        related: others.prefix(5).map { Evidence("'\($0.path)' here", at: $0.location) })
    }
  }

  private func unreadKeys(of keys: [ConfigurationEntry], _ evidence: KeyReach) -> [ConfigurationEntry] {
    let own = keys.filter { !$0.isArgument }
    guard !isForeign(own.filter(\.sections.isEmpty).map(\.name)), !Self.loaders.contains(where: evidence.reaches) else {
      return []
    }
    let named = own.filter { isName($0.name) }
    let reached = named.filter { evidence.reaches($0.name) }
    guard reached.count >= options.minimumRead, isMost(reached.count, of: named.count) else { return [] }
    var result: [ConfigurationEntry] = []
    for (_, section) in Dictionary(grouping: own, by: \.sections) {
      let read = section.filter { evidence.reaches($0.name) }
      // A section whose keys are read by name is a record; a table of models or classes is read with names from
      // elsewhere.
      guard read.count >= options.minimumRead, isMost(read.count, of: section.count),
        section.allSatisfy({ isName($0.name) }), !isTable(section),
        let around = section.first?.sections, around.first != "hydra", around.first != "trainer",
        !around.contains(where: evidence.unpacks)
      else { continue }
      result += section.filter { isInScope($0) && !evidence.reaches($0.name) }
    }
    return result.sorted { $0.range < $1.range }
  }

  /// Whether the outermost keys are those of another program's file, such as a sweep of Weights & Biases.
  private func isForeign(_ keys: [String]) -> Bool {
    keys.contains { Self.foreign.contains($0) && $0 != "hydra" }
      || keys.contains("parameters") && (keys.contains("metric") || keys.contains("method"))
  }

  /// The folders whose files Hydra nests under a section of the same name: `model` of `defaults: [model: resnet]`.
  private static func groups(_ facts: [FileFacts<KeyFact>]) -> Set<String> {
    var groups: Set<String> = []
    for key in facts.lazy.flatMap({ $0.facts.flatMap(\.keys) }) where key.sections == ["defaults"] {
      // `override /model@encoder`
      let path = key.name.split(separator: " ").last?.prefix { $0 != "@" } ?? ""
      if let name = path.split(separator: "/").last { groups.insert(String(name)) }
    }
    return groups
  }

  /// Whether most entries are mappings.
  private func isTable(_ section: [ConfigurationEntry]) -> Bool {
    2 * section.count(where: \.isSection) > section.count
  }

  private func isInScope(_ key: ConfigurationEntry) -> Bool {
    !key.isSection && !key.isAnchored && !key.name.hasPrefix("_") && key.name.utf8.count > 2
      && key.name != "defaults" && !excepted.contains(key.name)
      && !Name.words(of: key.name).contains { options.exceptWords.contains(String($0)) }
  }

  private func isMost(_ count: Int, of total: Int) -> Bool { Double(count) >= options.minimumShare * Double(total) }

  private func isName(_ key: String) -> Bool {
    key.utf8.allSatisfy { $0 < 0x80 && $0.isIdentifierByte } && key.utf8.first.map { $0 < 0x30 || $0 > 0x39 } == true
  }

  private static func depth(_ key: Unread) -> (Int, Int) {
    (key.file.utf8.count { $0 == UInt8(ascii: "/") }, key.file.contains("default") ? 0 : 1)
  }

  /// Sections in the files of other tools.
  private static let foreign: Set<String> = [
    "hydra", "formatters", "handlers", "compute_environment", "program", "early_terminate",
    "run_cap",
  ]
  /// Parsers that set fields of classes in other libraries.
  private static let loaders = ["HfArgumentParser", "TrlParser", "LightningCLI", "jsonargparse"]
}

/// The keys that a framework reads, by attribute: `SOLVER.MAX_ITER` of Detectron2.
private struct FrameworkKeys {
  private var isUsed = false
  /// The paths of the keys that the project adds.
  private var own: Set<String> = []

  init(_ facts: [FileFacts<KeyFact>], _ project: ProjectIndex) {
    let used = facts.reduce(into: Set<String>()) { names, file in
      for fact in file.facts { names.formUnion(fact.frameworks) }
    }
    isUsed = used.contains { name in
      !project.files.contains { $0.module == name || $0.module.hasPrefix(name + ".") }
    }
    guard isUsed else { return }
    for file in facts where file.file.language == .python {
      for key in file.facts.flatMap(\.keys) { own.insert(key.path) }
    }
  }

  func reads(_ key: ConfigurationEntry, in file: FileReference) -> Bool {
    isUsed && file.language != .python && !own.contains(key.path) && !key.path.contains(where: \.isLowercase)
  }
}

private struct Unread {
  var path: String
  /// From the root of the project.
  var file: String
  var location: Location
}

extension Message {
  fileprivate static func unread(_ path: String, others: Int) -> Message {
    let more = others > 0 ? " (also in \(counted(others, "other file")))" : ""
    return
      "'\(path)'\(more) is never read by code or referenced by another key; remove it, or use the name that the code reads"
  }
}
