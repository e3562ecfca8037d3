import LintModel
import LintSourceText

/// The result of a run.
package struct RunResult: Sendable {
  /// Ordered by path, position, rule.
  package var findings: [Finding] = []
  /// The text of each file that contains a finding or its evidence, by path.
  package var texts: [String: SourceText] = [:]
  /// Files read and reported on, and what they add up to.
  package var files = 0
  package var bytes = 0
  package var lines = 0
  package var suppressed = 0
  /// Findings omitted because a baseline tolerates them.
  package var baselined = 0
  /// True if a file or folder could not be read: the answer is incomplete.
  package var isIncomplete = false

  package init() {}

  /// Joins the result of another project.
  package mutating func merge(_ other: RunResult) {
    findings += other.findings
    texts.merge(other.texts) { first, _ in first }
    files += other.files
    bytes += other.bytes
    lines += other.lines
    suppressed += other.suppressed
    baselined += other.baselined
    isIncomplete = isIncomplete || other.isIncomplete
    findings.sort(by: Finding.precedes)
  }
}
