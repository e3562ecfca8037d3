import LintEngine
import LintModel
import LintSourceText

/// Known findings, tolerated until they are fixed, from a file that is committed.
///
/// An entry is known by rule, symbol and message without its numbers, so that it survives moved lines. A finding that
/// sums up several flaws is known by rule and symbol alone and tolerated up to its recorded count: a ratchet.
package struct Baseline: Sendable, Equatable {
  package static let fileName = "mllint-baseline.yml"

  package struct Entry: Sendable, Equatable {
    package var fingerprint: String
    package var rule: String
    /// Relative to where mllint ran.
    package var path: String
    package var symbol: String
    /// The message when it was recorded; for readers only.
    package var message: String
    /// The number of flaws that are tolerated.
    package var count: Int
  }

  /// Ordered by path, rule and symbol.
  package var entries: [Entry]

  /// The comparison of findings with a baseline.
  package struct Comparison: Sendable {
    /// Findings that no entry tolerates.
    package var open: [Finding] = []
    package var tolerated = 0
    /// Entries without a finding, each with the number of flaws that were fixed.
    package var gone: [Entry] = []
  }

  package init(entries: [Entry] = []) { self.entries = entries }

  /// A baseline that tolerates these findings. Files that cannot be read are never tolerated.
  package init(_ findings: [Finding]) {
    var entries: [String: Entry] = [:]
    for finding in findings where finding.rule != UnreadableFile.id {
      let fingerprint = Fingerprint.base(of: finding)
      let entry = Entry(
        fingerprint: fingerprint, rule: finding.rule, path: finding.location.path, symbol: finding.symbol,
        message: finding.message, count: 0)
      entries[fingerprint, default: entry].count += finding.count ?? 1
    }
    self.entries = entries.values.sorted(by: Self.precedes)
  }

  package func judge(_ findings: [Finding]) -> Comparison {
    var left = Dictionary(entries.map { ($0.fingerprint, $0.count) }, uniquingKeysWith: +)
    var result = Comparison()
    for finding in findings {
      let fingerprint = Fingerprint.base(of: finding)
      let count = finding.count ?? 1
      if let tolerated = left[fingerprint], count <= tolerated {
        left[fingerprint] = tolerated - count
        result.tolerated += 1
      } else {
        result.open.append(finding)
        // What grew is not smaller than what is tolerated.
        if finding.count != nil { left[fingerprint] = 0 }
      }
    }
    result.gone = entries.compactMap { entry in
      guard let count = left.removeValue(forKey: entry.fingerprint), count > 0 else { return nil }
      var entry = entry
      entry.count = count
      return entry
    }
    return result
  }

  /// Without obsolete entries, and with counts reduced to the number of findings.
  package func without(_ gone: [Entry]) -> Baseline {
    let counts = Dictionary(gone.map { ($0.fingerprint, $0.count) }, uniquingKeysWith: +)
    return Baseline(
      entries: entries.compactMap { entry in
        var entry = entry
        entry.count -= counts[entry.fingerprint] ?? 0
        return entry.count > 0 ? entry : nil
      })
  }

  private static func precedes(_ left: Entry, _ right: Entry) -> Bool {
    if left.path != right.path { return Paths.precedes(left.path, right.path) }
    return (left.rule, left.symbol, left.fingerprint) < (right.rule, right.symbol, right.fingerprint)
  }
}
