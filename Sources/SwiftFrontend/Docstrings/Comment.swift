/// One comment in the trivia between two tokens, as offsets from its first character to its end.
struct Comment {
  var start: Int
  /// Before the line ending; after the closing sign of a block.
  var end: Int
  var isBlock: Bool
  var isDoc: Bool
  /// False for a block that the file ends in.
  var isTerminated = true

  /// The comments of a stretch that holds nothing but trivia.
  static func all(in range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> [Comment] {
    var result: [Comment] = []
    var index = range.lowerBound
    while index + 1 < range.upperBound {
      guard bytes[index] == UInt8(ascii: "/") else {
        index += 1
        continue
      }
      if bytes[index + 1] == UInt8(ascii: "/") {
        var end = index + 2
        while end < range.upperBound, !isLineEnd(bytes[end]) { end += 1 }
        result.append(Comment(start: index, end: end, isBlock: false, isDoc: isDoc(at: index, end, bytes)))
        index = end
      } else if bytes[index + 1] == UInt8(ascii: "*") {
        let (end, isTerminated) = endOfBlock(from: index, in: range, bytes)
        result.append(
          Comment(
            start: index, end: end, isBlock: true, isDoc: isDoc(at: index, end, bytes), isTerminated: isTerminated))
        index = end
      } else {
        index += 1
      }
    }
    return result
  }

  /// Where the comment that begins here ends.
  static func end(from start: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    if bytes[start + 1] == UInt8(ascii: "*") { return endOfBlock(from: start, in: start..<bytes.count, bytes).end }
    var end = start + 2
    while end < bytes.count, !isLineEnd(bytes[end]) { end += 1 }
    return end
  }

  /// `///` and `/**`, not `////`, `/***` or `/**/`.
  private static func isDoc(at start: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard start + 2 < end, bytes[start + 2] == bytes[start + 1] else { return false }
    return start + 3 >= end || (bytes[start + 3] != bytes[start + 1] && bytes[start + 3] != UInt8(ascii: "/"))
  }

  /// Swift's block comments nest.
  private static func endOfBlock(
    from start: Int, in range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (end: Int, isTerminated: Bool) {
    var index = start + 2
    var depth = 1
    while index + 1 < range.upperBound {
      if bytes[index] == UInt8(ascii: "*"), bytes[index + 1] == UInt8(ascii: "/") {
        depth -= 1
        index += 2
        if depth == 0 { return (index, true) }
      } else if bytes[index] == UInt8(ascii: "/"), bytes[index + 1] == UInt8(ascii: "*") {
        depth += 1
        index += 2
      } else {
        index += 1
      }
    }
    return (range.upperBound, false)
  }
}
