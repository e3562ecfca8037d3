/// Which lines of one file tests reached. Lines count from 1; a line that is in neither set holds nothing to run.
public struct LineCoverage: Sendable, Equatable {
  package private(set) var reached: Set<Int> = []
  package private(set) var missing: Set<Int> = []
  /// Branches that the tool counted, and those of them that were taken; 0 if it counted none.
  public var branches = 0
  public var takenBranches = 0
  /// The tool's own coverage of functions, by qualified name (`Dense.call`); most tools report none.
  public var functions: [String: LineCoverage] = [:]

  public init() {}

  /// A line that is recorded twice, for example in two build configurations, counts as covered if either is.
  public mutating func note(_ line: Int, isReached: Bool) {
    if isReached {
      reached.insert(line)
      missing.remove(line)
    } else if !reached.contains(line) {
      missing.insert(line)
    }
  }

  /// Joins what another run of tests reached.
  public mutating func merge(_ other: LineCoverage) {
    for line in other.reached { note(line, isReached: true) }
    for line in other.missing { note(line, isReached: false) }
    // Which branches were taken is not known, only how many: the better run is a lower bound.
    branches = max(branches, other.branches)
    takenBranches = max(takenBranches, other.takenBranches)
    functions.merge(other.functions) { first, second in
      var both = first
      both.merge(second)
      return both
    }
  }

  /// Removes excluded lines.
  public mutating func exclude(_ lines: Set<Int>) {
    reached.subtract(lines)
    missing.subtract(lines)
    for name in functions.keys { functions[name]?.exclude(lines) }
  }

  public var count: Int { reached.count + missing.count }
  public var last: Int { max(reached.max() ?? 0, missing.max() ?? 0) }
  public var summary: CoverageSummary {
    CoverageSummary(lines: count, reached: reached.count, branches: branches, takenBranches: takenBranches)
  }
}

/// How much of something tests reach.
public struct CoverageSummary: Sendable, Equatable, Codable {
  public var lines: Int
  public var reached: Int
  public var branches: Int
  public var takenBranches: Int

  public init(lines: Int = 0, reached: Int = 0, branches: Int = 0, takenBranches: Int = 0) {
    self.lines = lines
    self.reached = reached
    self.branches = branches
    self.takenBranches = takenBranches
  }

  public static func += (left: inout CoverageSummary, right: CoverageSummary) {
    left.lines += right.lines
    left.reached += right.reached
    left.branches += right.branches
    left.takenBranches += right.takenBranches
  }

  /// From 0 to 100, lines and branches together as coverage.py counts; 100 if there is nothing to run.
  public var percent: Double {
    let total = lines + branches
    return total == 0 ? 100 : 100 * Double(reached + takenBranches) / Double(total)
  }
}
