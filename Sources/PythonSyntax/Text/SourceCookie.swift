/// The `coding:` cookie in one of a file's first two lines.
struct SourceCookie {
  var name: String
  var range: Range<UInt32>

  /// Finds `coding` followed by `:` or `=` and a name in a line with only a comment. The second line counts if the
  /// first is empty or only a comment.
  init?(_ input: UnsafeBufferPointer<UInt8>, from start: Int) {
    var lineStart = start
    for _ in 0..<2 {
      var lineEnd = lineStart
      while lineEnd < input.count, input[lineEnd] != UInt8(ascii: "\n"), input[lineEnd] != UInt8(ascii: "\r") {
        lineEnd += 1
      }
      var cursor = lineStart
      while cursor < lineEnd, [UInt8(ascii: " "), UInt8(ascii: "\t"), 12].contains(input[cursor]) { cursor += 1 }
      if cursor < lineEnd && input[cursor] != UInt8(ascii: "#") { return nil }
      if let found = SourceCookie.find(input, cursor..<lineEnd) {
        self = found
        return
      }
      lineStart = lineEnd + 1
      if lineEnd + 1 < input.count, input[lineEnd] == UInt8(ascii: "\r"), input[lineEnd + 1] == UInt8(ascii: "\n") {
        lineStart += 1
      }
      if lineStart > input.count { return nil }
    }
    return nil
  }

  /// Whether the name is `utf-8`, the only spelling allowed after a byte order mark.
  var namesUTF8Fully: Bool {
    let plain = String(name.lowercased().map { $0 == "_" ? "-" : $0 })
    return plain == "utf-8" || plain.hasPrefix("utf-8-")
  }

  private init(name: String, range: Range<UInt32>) {
    self.name = name
    self.range = range
  }

  private static func find(_ input: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> SourceCookie? {
    let word: StaticString = "coding"
    let length = word.utf8CodeUnitCount
    guard line.count > length else { return nil }
    for offset in line.lowerBound..<line.upperBound - length {
      let isWord = (0..<length).allSatisfy { input[offset + $0] == word.utf8Start[$0] }
      let sign = input[offset + length]
      guard isWord, sign == UInt8(ascii: ":") || sign == UInt8(ascii: "=") else { continue }
      var start = offset + length + 1
      while start < line.upperBound, input[start] == UInt8(ascii: " ") || input[start] == UInt8(ascii: "\t") {
        start += 1
      }
      var end = start
      while end < line.upperBound, isNameByte(input[end]) { end += 1 }
      guard end > start else { continue }
      let name = String(decoding: input[start..<end], as: UTF8.self)
      return SourceCookie(name: name, range: UInt32(start)..<UInt32(end))
    }
    return nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
