import LintModel
import LintRuleKit
import LintSourceText

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
      if project.swift.isOfMacro(symbol.file) { return false }
      // Overloads need one description.
      return symbol.entry.isDocumented
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
        for (home, symbols) in homes where symbols.contains(where: \.entry.isDocumented) {
          reportModule(symbols, in: String(home), &collector)
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

  private func reportModule(
    _ symbols: [ExportedSymbol], in home: String?, _ collector: inout FindingCollector
  ) {
    let missing = symbols.filter { !$0.entry.isDocumented }.sorted {
      ($0.file.projectPath, $0.entry.range.start) < ($1.file.projectPath, $1.entry.range.start)
    }
    guard let first = missing.first, Self.percent(symbols) < options.minimumPercent else { return }
    collector.add(
      .undocumented(missing.map(\.entry.name), in: home, language: first.file.language), at: first.location,
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
    let gaps = worst.map { $0.filter { !$0.entry.isDocumented } }
    // One of each module first.
    let samples = gaps.compactMap(\.first) + gaps.flatMap { $0.dropFirst() }
    guard let first = samples.first else { return }
    collector.add(
      .undocumented(samples.map(\.entry.name), isRare: true, language: first.file.language), at: first.location,
      symbol: first.file.distribution.isEmpty ? "project" : first.file.distribution,
      related: samples.dropFirst().prefix(4).map {
        Evidence("'\($0.entry.name)' is undocumented, too", at: $0.location)
      }, count: samples.count)
  }
}

extension Message {
  /// Without counts: readers can see from the names what is missing.
  fileprivate static func undocumented(
    _ missing: [String], in home: String? = nil, isRare: Bool = false, language: Language
  ) -> Message {
    var seen: Set<String> = []
    let names = missing.filter { seen.insert($0).inserted }
    let (are, have, them) = names.count == 1 ? ("is", "has", "it") : ("are", "have", "them")
    let list =
      names.count > 3 ? names.prefix(3).map { "'\($0)'" }.joined(separator: ", ") + " and others" : names.quoted()
    let place = home.map { " by '\($0)'" } ?? ""
    let advice = isRare && names.count > 1 ? "start with those that users see first" : "document \(them)"
    let kind = language == .swift ? "documentation comment" : "docstring"
    return "\(list) \(are) exported\(place) but \(have) no \(kind); \(advice)"
  }
}
