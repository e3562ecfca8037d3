extension Tree {
  /// The text that `f"{expression=}"` shows before the value: as written, with line feeds as line ends and without
  /// comments; nil for a field without `=`.
  public func debugText(of field: ReplacementField) -> String? {
    guard let range = field.debugRange else { return nil }
    var text: [UInt8] = []
    var cursor = range.lowerBound
    for comment in comments(in: range) {
      text += source[Int(cursor)..<Int(comment.lowerBound)]
      cursor = comment.upperBound
    }
    text += source[Int(cursor)..<Int(max(cursor, range.upperBound))]
    let lines = text.indices.filter { text[$0] == UInt8(ascii: "\r") }
    for index in lines.reversed() {
      if index + 1 < text.count, text[index + 1] == UInt8(ascii: "\n") {
        text.remove(at: index)
      } else {
        text[index] = 10
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The comments that begin within a byte range; takes logarithmic time.
  public func comments(in range: Range<UInt32>) -> ArraySlice<Range<UInt32>> {
    let first = firstComment(from: range.lowerBound)
    return comments[first..<max(first, firstComment(from: range.upperBound))]
  }

  private func firstComment(from offset: UInt32) -> Int {
    var lower = 0
    var upper = comments.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if comments[middle].lowerBound < offset { lower = middle + 1 } else { upper = middle }
    }
    return lower
  }
}
