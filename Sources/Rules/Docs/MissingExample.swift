import LintModel
import LintRuleKit

/// An exported function or type is documented without an example, although nearly all of its neighbors have one.
struct MissingExample: ProjectRule {
  struct Options: RuleOptions {
    var minimumPercent: Double
    var minimumNeighbors: Int
  }

  let options: Options

  func facts(in file: SourceFile) -> [ExportedDocs] { ExportedDocs.facts(in: file) }

  func check(_ facts: [FileFacts<ExportedDocs>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    let exported = ExportedSymbol.all(facts)
    let symbols = exported.filter { $0.entry.isDocumented && !$0.entry.isInherited }
    let showing = Showing(symbols)
    // Functions and types are compared separately, because they are used differently.
    let groups = Dictionary(grouping: symbols, by: Self.group)
    let totals = Dictionary(grouping: exported, by: Self.group).mapValues(\.count)
    for (key, group) in groups.sorted(by: { $0.key < $1.key }) {
      let missing = group.filter { !$0.entry.hasExample && !showing.needsNone($0) }
      let shown = group.count { $0.entry.hasExample }
      guard !missing.isEmpty, shown >= options.minimumNeighbors,
        // Most of all that a reader sees, records and base classes included.
        2 * shown > totals[key] ?? 0,
        100 * Double(shown) >= options.minimumPercent * Double(shown + missing.count)
      else { continue }
      // One finding per file, because its examples are written together.
      let files = Dictionary(grouping: missing) { $0.file.projectPath }.sorted { $0.key < $1.key }.map(\.value)
      for file in files { reportFile(file, among: group, &collector) }
    }
  }

  private static func group(_ symbol: ExportedSymbol) -> String {
    "\(symbol.file.distribution):\(symbol.home):\(symbol.entry.isType)"
  }

  private func reportFile(
    _ symbols: [ExportedSymbol], among group: [ExportedSymbol], _ collector: inout FindingCollector
  ) {
    let symbols = symbols.sorted { $0.entry.range.start < $1.entry.range.start }
    guard let first = symbols.first else { return }
    // The nearest neighbors are the best models.
    let patterns = group.filter { $0.entry.hasExample }.sorted {
      let isNear = ($0.file.projectPath == first.file.projectPath, $1.file.projectPath == first.file.projectPath)
      return isNear.0 == isNear.1 ? $0.path < $1.path : isNear.0
    }
    collector.add(
      .missing(symbols.map(\.entry.name), in: String(first.home), isType: first.entry.isType),
      at: first.location, symbol: first.file.module,
      related: symbols.dropFirst().prefix(3).map { Evidence("'\($0.entry.name)' has none either", at: $0.location) }
        + patterns.prefix(2).map { Evidence("'\($0.entry.name)' has one", at: $0.location) },
      count: symbols.count)
  }
}

/// Which names without an example need none.
private struct Showing {
  /// By name: whether an exported function or class with it has an example, and how many there are.
  private var namesakes: [String: (isShown: Bool, count: Int)] = [:]
  /// The classes that have an example, and their bases.
  private var shown: Set<String> = []
  private var shownBases: Set<String> = []

  init(_ symbols: [ExportedSymbol]) {
    for symbol in symbols {
      let entry = symbol.entry
      let known = namesakes[entry.name]
      namesakes[entry.name] = (entry.hasExample || known?.isShown == true, (known?.count ?? 0) + 1)
      guard entry.isType, entry.hasExample else { continue }
      shown.insert(entry.name)
      shownBases.formUnion(entry.bases)
    }
  }

  /// Whether no example is needed, or a superclass or subclass has one.
  func needsNone(_ symbol: ExportedSymbol) -> Bool {
    let entry = symbol.entry
    if entry.isRecordOrBase || entry.parameters == 0 || shownBases.contains(entry.name) { return true }
    if entry.isType, entry.parameters == nil, !shown.isDisjoint(with: entry.bases) { return true }
    // Names that every package has and none documents with an example, such as `serialize`, are left out on purpose.
    return namesakes[entry.name].map { $0.count > 1 && !$0.isShown } ?? false
  }
}

extension Message {
  fileprivate static func missing(_ names: [String], in home: String, isType: Bool) -> Message {
    """
    \(names.quoted(upTo: 3)) \(names.count == 1 ? "has" : "have") no example, unlike most \
    \(isType ? "classes" : "functions") in '\(home)'; add a call and its result
    """
  }
}
