import LintModel
import LintSourceText

/// A file's text with its findings' fixes applied.
package struct FixedText: Sendable {
  /// Relative to where mllint runs.
  package var path: String
  package var before: [UInt8]
  package var after: [UInt8]
  /// The number of fixed findings; a fix that overlaps an earlier one waits for the next run.
  package var count: Int

  /// Applies what can be applied to the files of a result.
  ///
  /// - Parameters:
  ///   - result: A finished run, with the texts of the files that have findings.
  ///   - includesUnsafe: Also applies fixes that may change what a program does.
  package static func all(in result: RunResult, includesUnsafe: Bool) -> [FixedText] {
    let findings = result.findings.filter { $0.fix.map { $0.isSafe || includesUnsafe } ?? false }
    return Dictionary(grouping: findings, by: \.location.path).sorted { Paths.precedes($0.key, $1.key) }
      .compactMap { path, findings in
        // A notebook's cells are not part of its file's bytes.
        guard let text = result.texts[path], text.cells.isEmpty else { return nil }
        return FixedText(path, text.bytes, findings.compactMap(\.fix))
      }
  }

  private init?(_ path: String, _ bytes: [UInt8], _ fixes: [Fix]) {
    var edits: [Fix.Edit] = []
    var count = 0
    for fix in fixes {
      let own = fix.edits.filter { edit in
        !edits.contains { $0.range == edit.range && $0.replacement == edit.replacement }
      }
      let isFree = own.allSatisfy { edit in
        Int(edit.range.end) <= bytes.count && edit.range.start <= edit.range.end
          && edits.allSatisfy { edit.range.end <= $0.range.start || $0.range.end <= edit.range.start }
      }
      guard isFree else { continue }
      edits += own
      count += 1
    }
    guard count > 0 else { return nil }
    var after: [UInt8] = []
    after.reserveCapacity(bytes.count)
    var position = 0
    for edit in edits.sorted(by: { $0.range < $1.range }) {
      after += bytes[position..<Int(edit.range.start)]
      after += edit.replacement.utf8
      position = Int(edit.range.end)
    }
    after += bytes[position...]
    self.path = path
    before = bytes
    self.after = after
    self.count = count
  }
}
