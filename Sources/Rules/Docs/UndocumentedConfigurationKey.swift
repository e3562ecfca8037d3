import LintModel
import LintRuleKit
import LintSourceText

/// Keys of a default configuration that neither a comment nor a document explains.
struct UndocumentedConfigurationKey: ProjectRule {
  struct Options: RuleOptions {
    /// Minimum number of unexplained keys in a section before it is reported.
    var minimumKeys: Int
    /// Keys that need no explanation.
    var except: [String]
  }

  struct Fact {
    var keys: [ConfigurationEntry] = []
    /// Names that this file explains: words of documents, parameters in docstrings, options with a help text.
    var explained = IdentifierSet()
  }

  let options: Options
  private let excepted: Set<String>

  init(options: Options) {
    self.options = options
    excepted = Set(options.except.map(Name.canonical))
  }

  func facts(in file: SourceFile) -> [Fact] {
    var fact = Fact()
    if file.role == .configuration ? Self.isDefault(file.reference.projectPath) : file.role == .library {
      fact.keys = ConfigurationEntry.all(in: file)
    }
    if file.role == .docs || file.language == .markdown {
      fact.explained = file.model.mentions
    } else if file.language == .python || file.language == .swift {
      fact.explained = file.model.keys.capitals
      for declaration in file.model.declarations {
        for entry in declaration.doc?.parameters ?? [] { fact.explained.insert(entry.name.text) }
        guard let option = declaration.option, option.style.isOfCommand, option.help != nil else { continue }
        for spelling in option.spellings { fact.explained.insert(Name.canonical(spelling.text)) }
      }
    }
    return fact.keys.isEmpty && fact.explained.isEmpty ? [] : [fact]
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    var files = facts.filter { $0.facts.contains { !$0.keys.isEmpty } }
    guard !files.isEmpty else { return }
    var explained = IdentifierSet()
    for fact in facts.lazy.flatMap(\.facts) { explained.formUnion(fact.explained) }
    // Of several default configurations, users read the outermost.
    let depths = files.filter { $0.file.role == .configuration }.map { Self.depth($0.file.projectPath) }
    files.removeAll { $0.file.role == .configuration && Self.depth($0.file.projectPath) > (depths.min() ?? 0) }
    // Many files on one level are variants, none of which holds the defaults.
    let ranks = files.count { $0.file.role == .configuration && !Self.isNamedDefault($0.file.projectPath) }
    if ranks > Self.maximumRank {
      files.removeAll { $0.file.role == .configuration && !Self.isNamedDefault($0.file.projectPath) }
    }
    for file in files {
      let keys = file.facts.flatMap(\.keys).filter { !$0.isArgument }
      judge(keys, in: file.file.path, explained, &collector)
    }
  }

  /// Reports each section once, and sections with the same unexplained keys together: `STAGE2`, `STAGE3`.
  private func judge(
    _ keys: [ConfigurationEntry], in path: String, _ explained: IdentifierSet, _ collector: inout FindingCollector
  ) {
    let sections = Dictionary(grouping: keys.filter { !$0.isSection }, by: \.sections).values
    var told: Set<[String]> = []
    for repeated in sections.sorted(by: { ($0.first?.range ?? .fileStart) < ($1.first?.range ?? .fileStart) }) {
      // A key that is set again and again is one of a variant, not a default.
      let section = Self.distinct(repeated)
      if repeated.count > 2 * section.count { continue }
      let bare = section.filter { key in
        !key.isExplained && !excepted.contains(Name.canonical(key.name)) && !explained.contains(key.name)
          && !explained.contains(Name.canonical(key.name))
      }
      guard bare.count >= options.minimumKeys, let first = bare.first, told.insert(bare.map(\.name)).inserted else {
        continue
      }
      collector.add(
        .unexplained(bare.map(\.name), in: first.sections.joined(separator: "."), of: section.count),
        at: Location(path: path, range: first.range), symbol: first.path,
        related: bare.dropFirst().prefix(5).map {
          Evidence("'\($0.path)' too", at: Location(path: path, range: $0.range))
        })
    }
  }

  /// Each key of a section once, explained if it is anywhere.
  private static func distinct(_ section: [ConfigurationEntry]) -> [ConfigurationEntry] {
    var result: [ConfigurationEntry] = []
    var places: [String: Int] = [:]
    for key in section {
      if let place = places[key.name] {
        result[place].isExplained = result[place].isExplained || key.isExplained
      } else {
        places[key.name] = result.count
        result.append(key)
      }
    }
    return result
  }

  /// Whether the file holds the defaults of every run, not the changes of one experiment.
  private static func isDefault(_ path: String) -> Bool {
    isNamedDefault(path) || ["config", "base", "settings"].contains(Paths.stem(of: path))
  }

  /// `defaults.yaml`, `default_config.yml`
  private static func isNamedDefault(_ path: String) -> Bool {
    Name.words(of: String(Paths.stem(of: path))).contains { $0 == "default" || $0 == "defaults" }
  }

  private static let maximumRank = 2

  private static func depth(_ path: String) -> Int { path.utf8.count { $0 == UInt8(ascii: "/") } }
}

extension Message {
  fileprivate static func unexplained(_ names: [String], in section: String, of total: Int) -> Message {
    let place = section.isEmpty ? "at the top level" : "in '\(section)'"
    return """
      no comment or document explains \(names.count) of the \(counted(total, "key")) \(place): \
      \(names.quoted(upTo: 3)); describe each
      """
  }
}
