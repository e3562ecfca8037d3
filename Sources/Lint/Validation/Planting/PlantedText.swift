import LintModel
import LintSourceText

/// A text with edits applied, and where places of the old text are in the new one.
struct PlantedText: Sendable {
  let bytes: [UInt8]
  /// In the order of their places.
  private let edits: [Fix.Edit]

  /// - Returns: nil if edits overlap or lie outside the text.
  init?(_ text: [UInt8], _ edits: [Fix.Edit]) {
    let edits = edits.sorted { $0.range < $1.range }
    var bytes: [UInt8] = []
    var place = 0
    for edit in edits {
      let (start, end) = (Int(edit.range.start), Int(edit.range.end))
      guard place <= start, start <= end, end <= text.count else { return nil }
      bytes += text[place..<start]
      bytes += edit.replacement.utf8
      place = end
    }
    self.bytes = bytes + text[place...]
    self.edits = edits
  }

  /// Where a range of the old text is now. An insertion at either end belongs to it where `isWide`.
  func range(of range: SourceRange, isWide: Bool = false) -> SourceRange {
    let start = place(of: range.start, afterInsertion: !isWide)
    let end = place(of: range.end, afterInsertion: isWide)
    return SourceRange(start: start, end: max(start, end))
  }

  private func place(of offset: UInt32, afterInsertion: Bool) -> UInt32 {
    var delta = 0
    for edit in edits {
      let count = edit.replacement.utf8.count
      let isBefore = edit.range.end < offset || edit.range.end == offset && (afterInsertion || !edit.range.isEmpty)
      if isBefore {
        delta += count - Int(edit.range.end - edit.range.start)
      } else if edit.range.start < offset {
        return UInt32(clamping: Int(edit.range.start) + delta + (afterInsertion ? count : 0))
      } else {
        break
      }
    }
    return UInt32(clamping: Int(offset) + delta)
  }
}
