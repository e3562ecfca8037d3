import LintModel

/// Which planted flaws were found.
package struct ValidationReport: Sendable {
  /// The outcome of one planted flaw.
  package struct Outcome: Sendable {
    package var path: String
    /// From 1, in the unchanged file.
    package var line: Int
    package var isFound: Bool
    /// The change, as a unified diff.
    package var diff: String
    /// New findings other than the expected one: `rule path:line: message`.
    package var others: [String]
  }

  /// The outcomes of one planter's flaws.
  package struct Row: Sendable {
    package var rule: String
    package var flaw: String
    /// The number of places that the planter found.
    package var sites: Int
    /// The minimum number of sites in the companion repository.
    package var minimumSites = 3
    package var outcomes: [Outcome] = []

    package var planted: Int { outcomes.count }
    package var found: Int { outcomes.count(where: \.isFound) }
    package var misses: [Outcome] { outcomes.filter { !$0.isFound } }
    package var withOthers: Int { outcomes.count { !$0.others.isEmpty } }
  }

  package var rows: [Row]
  /// Rules that run but for which no planter found a site.
  package var rulesWithoutSites: [String]
  package var seed: UInt64
  package var runs: Int

  package var planted: Int { rows.reduce(0) { $0 + $1.planted } }
  package var found: Int { rows.reduce(0) { $0 + $1.found } }

  /// What is wrong with a validation that should find everything, exactly where it was planted.
  package func problems(minimumSites: Int) -> [String] {
    var problems: [String] = []
    for row in rows {
      problems += row.misses.map { "\(row.rule): a flaw in \($0.path):\($0.line) was not found (\(row.flaw))" }
      for outcome in row.outcomes {
        problems += outcome.others.map { "\(row.rule): planting in \(outcome.path):\(outcome.line) also gave: \($0)" }
      }
    }
    for (rule, rows) in Dictionary(grouping: rows, by: \.rule).sorted(by: { $0.key < $1.key }) {
      let planted = rows.reduce(0) { $0 + $1.planted }
      let minimum = min(minimumSites, rows.map(\.minimumSites).min() ?? minimumSites)
      if planted < minimum { problems.append("\(rule): \(planted) sites, expected at least \(minimum)") }
    }
    return problems + rulesWithoutSites.map { "\($0): no planter found a site" }
  }
}
