import LintModel
import LintProject
import LintRuleKit

/// Code that the tests did not reach, according to a coverage report.
struct LowCoverage: ProjectRule {
  struct Options: RuleOptions {
    /// Minimum percentage of a file's lines that tests must reach.
    var minimumPercent: Double
    /// Minimum percentages for folders or files.
    var floors: [FileFloor]
  }

  struct Fact {
    var summary: CoverageSummary
    var lines: [UnreachedCode]
    /// The number of functions with an executable line.
    var functions: Int
    var missing: [Int]
  }

  /// Maximum number of separate findings in one file.
  private static let mostSites = 3

  let options: Options

  func facts(in file: SourceFile) -> [Fact] {
    guard let coverage = file.coverage, coverage.count > 0 else { return [] }
    let isForTests = file.reference.module.split(separator: ".").contains("testing")
    let isInScope = !isForTests && (file.role == .library || file.role == .script)
    let reader = FunctionCoverage(file, coverage)
    return [
      Fact(
        summary: coverage.summary, lines: isInScope ? reader.unreached() : [], functions: reader.count,
        missing: isInScope ? coverage.missing.sorted() : [])
    ]
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    guard let floors = project.coverageFloors else { return }
    for file in facts {
      for fact in file.facts where file.file.role == .library || file.file.role == .script {
        check(fact, of: file.file, &collector)
      }
    }
    for floor in floors + ownFloors { check(floor, facts, &collector) }
  }

  private func check(_ fact: Fact, of file: FileReference, _ collector: inout FindingCollector) {
    let start = Location(path: file.path, range: .fileStart)
    let percent = fact.summary.percent
    if percent < options.minimumPercent || fact.functions > 1 && fact.lines.count == fact.functions {
      let wanted = percent < options.minimumPercent ? options.minimumPercent : nil
      return collector.add(.file(fact.summary, wanted: wanted, fact.missing), at: start, symbol: file.module)
    }
    let sites = fact.lines.filter(\.isReported)
    func location(_ code: UnreachedCode) -> Location { Location(path: file.path, range: code.range) }
    guard sites.count > Self.mostSites, let first = sites.first else {
      for code in sites { collector.add(.unreached(code), at: location(code), symbol: code.symbol) }
      return
    }
    collector.add(
      .unreached(sites), at: location(first), symbol: file.module,
      related: sites.dropFirst().prefix(5).map { Evidence("'\($0.name)' is not reached either", at: location($0)) },
      count: sites.count)
  }

  /// A missed floor of a folder or the project is one finding, however many files are below it.
  private func check(_ floor: CoverageFloor, _ facts: [FileFacts<Fact>], _ collector: inout FindingCollector) {
    let covered = facts.filter { floor.covers($0.file.projectPath) }
    guard let first = covered.first?.file else { return }
    var total = CoverageSummary()
    for fact in covered.flatMap(\.facts) { total += fact.summary }
    guard total.percent < floor.percent else { return }
    let worst = covered.filter { $0.file.role == .library }.sorted {
      ($1.facts.first?.missing.count ?? 0, $0.file.projectPath) < (
        $0.facts.first?.missing.count ?? 0, $1.file.projectPath
      )
    }
    collector.add(
      .floor(floor, total), at: Location(path: first.path, range: .fileStart), symbol: floor.origin,
      related: worst.prefix(3).map { file in
        let summary = file.facts.first?.summary ?? CoverageSummary()
        return Evidence(
          "tests miss \(summary.lines - summary.reached) of its \(counted(summary.lines, "line"))",
          at: Location(path: file.file.path, range: .fileStart))
      })
  }

  private var ownFloors: [CoverageFloor] {
    options.floors.map {
      CoverageFloor(percent: $0.percent, patterns: [$0.pattern], origin: "the option 'floors'")
    }
  }
}

extension Message {
  fileprivate static func unreached(_ code: UnreachedCode) -> Message {
    let what = code.functions == 1 ? "'\(code.name)'" : "any of the \(code.functions) methods of '\(code.name)'"
    return "no test reaches \(what); test it, or make it private (\(Self.lines(code.missing)) never ran)"
  }

  fileprivate static func unreached(_ sites: [UnreachedCode]) -> Message {
    """
    no test reaches \(sites.count) functions or types in this file: \(sites.map(\.name).quoted()); \
    test them, or make them private (\(Self.lines(sites.flatMap(\.missing).sorted())) never ran)
    """
  }

  fileprivate static func file(_ summary: CoverageSummary, wanted: Double?, _ missing: [Int]) -> Message {
    let never = "\(Self.lines(missing)) never ran"
    guard let wanted else { return "no test reaches any function in this file; test them (\(never))" }
    return """
      tests reach \(Self.rounded(summary.percent))% of this file, below the minimum of \(Self.rounded(wanted))%; \
      test the rest (\(never))
      """
  }

  fileprivate static func floor(_ floor: CoverageFloor, _ total: CoverageSummary) -> Message {
    let what = floor.patterns.isEmpty ? "the project" : floor.patterns.joined(separator: ", ")
    return """
      tests reach \(Self.rounded(total.percent))% of \(what), but \(floor.origin) requires \
      \(Self.rounded(floor.percent))%; add tests, or lower the requirement
      """
  }

  private static func rounded(_ percent: Double) -> String {
    // Rounds down, so that 79.96 is never shown as 80.
    let tenths = Int(percent * 10)
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  /// `line 4`, `lines 4-7, 9`: the first few ranges of line numbers.
  private static func lines(_ numbers: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    let shown = runs.prefix(5).map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
    let list = shown.joined(separator: ", ") + (runs.count > 5 ? " and \(counted(runs.count - 5, "more range"))" : "")
    return (numbers.count == 1 ? "line " : "lines ") + list
  }
}
