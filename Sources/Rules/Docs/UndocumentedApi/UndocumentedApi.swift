import LintModel
import LintRuleKit

/// Exported functions and types have no documentation.
struct UndocumentedApi: ProjectRule {
  struct Options: RuleOptions {
    var minimumPercent: Double
    var projectPercent: Double
  }

  let options: Options

  func facts(in file: SourceFile) -> [ExportedDocs] { ExportedDocs.facts(in: file) }

  func check(_ facts: [FileFacts<ExportedDocs>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    let elsewhere = ExplainedElsewhere(facts)
    var seen: Set<String> = []
    let judged = ExportedSymbol.all(facts).filter { symbol in
      // Overloads need one description.
      symbol.entry.isDocumented
        || !elsewhere.explains(symbol) && seen.insert("\(symbol.file.projectPath):\(symbol.entry.name)").inserted
    }
    let projects = Dictionary(grouping: judged) { $0.file.distribution }
    for (_, symbols) in projects.sorted(by: { $0.key < $1.key }) where symbols.count >= Self.minimumNames {
      let modules = Dictionary(grouping: symbols) { $0.file.projectPath }.sorted { $0.key < $1.key }.map(\.value)
      if Self.percent(symbols) < options.projectPercent {
        reportProject(modules, &collector)
      } else {
        let (whole, poor) = (modules.filter(standsOut), modules.filter { !standsOut($0) })
        for module in whole { reportModule(module, in: nil, &collector) }
        // If many are missing, the package gets one finding; a package without any documentation is not meant for
        // users.
        let homes = Dictionary(grouping: poor.flatMap { $0 }, by: \.home).sorted { $0.key < $1.key }
        let exported = Dictionary(grouping: symbols, by: \.home).mapValues(\.count)
        for (home, symbols) in homes where symbols.contains(where: \.entry.isDocumented) {
          reportModule(symbols, in: String(home), of: exported[home], &collector)
        }
      }
    }
  }

  /// A folder with a manifest and fewer exported names than this is part of something else.
  private static let minimumNames = 3

  private static func percent(_ symbols: [ExportedSymbol]) -> Double {
    100 * Double(symbols.count { $0.entry.isDocumented }) / Double(max(symbols.count, 1))
  }

  /// Whether a module is documented so well that its gaps look like oversights.
  private func standsOut(_ symbols: [ExportedSymbol]) -> Bool {
    symbols.count { $0.entry.isDocumented } >= 3 && Self.percent(symbols) >= options.projectPercent
  }

  /// - Parameter total: How many names the package exports, those of well documented modules included.
  private func reportModule(
    _ symbols: [ExportedSymbol], in home: String?, of total: Int? = nil, _ collector: inout FindingCollector
  ) {
    let missing = symbols.filter { !$0.entry.isDocumented }.sorted {
      ($0.file.projectPath, $0.entry.range.start) < ($1.file.projectPath, $1.entry.range.start)
    }
    guard let first = missing.first, Self.percent(symbols) < options.minimumPercent else { return }
    collector.add(
      .undocumented(missing.map(\.entry.name), of: total ?? symbols.count, in: home), at: first.location,
      symbol: home ?? first.file.module,
      related: missing.dropFirst().prefix(5).map {
        Evidence("'\($0.entry.name)' is undocumented, too", at: $0.location)
      },
      count: missing.count)
  }

  /// If documentation is rare, the project gets a single finding.
  private func reportProject(_ modules: [[ExportedSymbol]], _ collector: inout FindingCollector) {
    func missing(_ module: [ExportedSymbol]) -> Int { module.count { !$0.entry.isDocumented } }
    let worst = modules.sorted { missing($0) > missing($1) }
    guard let first = worst.first?.first(where: { !$0.entry.isDocumented }) else { return }
    let symbols = modules.flatMap { $0 }
    collector.add(
      .rare(documented: symbols.count { $0.entry.isDocumented }, of: symbols.count),
      at: Location(path: first.file.path, range: first.entry.range),
      symbol: first.file.distribution.isEmpty ? "project" : first.file.distribution,
      related: worst.prefix(5).compactMap { module in
        module.first { !$0.entry.isDocumented }.map {
          Evidence("\(missing(module)) of \(module.count) are undocumented in this module", at: $0.location)
        }
      }, count: symbols.count { !$0.entry.isDocumented })
  }
}

extension Message {
  fileprivate static func undocumented(_ names: [String], of total: Int, in home: String?) -> Message {
    let list = names.quoted(upTo: 3)
    let place = home.map { "'\($0)'" } ?? "this module"
    if names.count == 1 {
      let others = total == 1 || home != nil ? "" : ", unlike \(counted(total - 1, "other")) in this module"
      return "\(list) is exported\(home == nil ? "" : " by \(place)") but undocumented\(others); document it"
    }
    return "\(names.count) of the \(total) names that \(place) exports are undocumented: \(list); document them"
  }

  fileprivate static func rare(documented: Int, of total: Int) -> Message {
    """
    only \(documented) of the project's \(counted(total, "exported name")) \(documented == 1 ? "is" : "are") \
    documented; start with those that users see first
    """
  }
}
