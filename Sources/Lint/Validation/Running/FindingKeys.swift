import LintModel
import LintSourceText

/// The findings of a run without their words, so that those of another run can be compared with them.
struct FindingKeys: Sendable {
  struct Key: Hashable {
    var rule: String
    var location: Location
  }

  private var counts: [Key: Int] = [:]
  private var flaws: [Key: Int] = [:]
  private var related: Set<Key> = []

  /// - Parameter moved: Where a place of the finding is in the text that the keys are compared with.
  init(_ findings: [Finding], moved: (Location) -> Location = { $0 }) {
    for finding in findings {
      let key = Key(rule: finding.rule, location: moved(finding.location))
      counts[key, default: 0] += 1
      flaws[key, default: 0] += finding.count ?? 1
      for evidence in finding.related { related.insert(Key(rule: finding.rule, location: moved(evidence.location))) }
    }
  }

  /// The findings that these keys lack.
  func new(in findings: [Finding]) -> [Finding] {
    var left = counts
    return findings.filter { finding in
      let key = Key(rule: finding.rule, location: finding.location)
      guard let count = left[key], count > 0 else { return true }
      left[key] = count - 1
      return false
    }
  }

  /// Whether a finding that is known lists a place that it did not list, or sums up more flaws.
  func lists(_ finding: Finding, in range: SourceRange, of path: String) -> Bool {
    finding.related.contains { evidence in
      evidence.location.path == path && evidence.location.range.touches(range)
        && !related.contains(Key(rule: finding.rule, location: evidence.location))
    }
  }

  /// Whether a finding sums up more flaws of one file than before.
  func counts(more finding: Finding, in path: String) -> Bool {
    guard finding.location.path == path, let count = finding.count else { return false }
    return flaws[Key(rule: finding.rule, location: finding.location)].map { count > $0 } ?? false
  }
}

extension SourceRange {
  /// Whether two ranges share a byte, or one is empty and at the other.
  func touches(_ other: SourceRange) -> Bool { start <= other.end && other.start <= end }
}
