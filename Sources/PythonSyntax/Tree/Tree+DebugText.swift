extension Tree {
  /// The text that `f"{expression=}"` prints before the value: the source without comments and with `\n` as line ends;
  /// nil for a field without `=`.
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
}
