extension ExampleText {
  /// The code of a block: the margin that all lines share left out, and of a session with `>>>` only what was typed.
  ///
  /// - Returns: The text, and whether it was a session. A statement that ended in a traceback is left out: it shows what
  ///   goes wrong.
  public static func code(of lines: [(start: Int, end: Int)], in bytes: [UInt8]) -> (
    text: ExampleText, isSession: Bool
  ) {
    var text = ExampleText()
    let isSession = lines.contains { starts(bytes[$0.start..<$0.end], with: ">>>") }
    guard isSession else {
      let margin = lines.compactMap { Self.margin(of: bytes[$0.start..<$0.end]) }.min() ?? 0
      for line in lines {
        let start = min(line.start + margin, line.end)
        text.add(bytes[start..<line.end], at: start)
      }
      return (text, false)
    }
    var statement = 0
    // Many sessions are shown without dots before the lines of a list, or of a statement after a backslash, that continue.
    var depth = 0
    for line in lines {
      let whole = bytes[line.start..<line.end]
      let isInput = starts(whole, with: ">>>")
      if isInput || isContinuation(whole) {
        if isInput {
          statement = text.bytes.count
          depth = 0
        }
        var start = line.start + (margin(of: whole) ?? 0) + 3
        if start < line.end, bytes[start] == UInt8(ascii: " ") { start += 1 }
        text.add(bytes[start..<line.end], at: start)
        depth += self.depth(of: bytes[start..<line.end])
      } else if depth > 0 || text.bytes.suffix(2).first == UInt8(ascii: "\\") {
        let start = line.start + (margin(of: whole) ?? 0)
        text.add(bytes[start..<line.end], at: start)
        depth += self.depth(of: bytes[start..<line.end])
      } else if starts(whole, with: "Traceback") {
        text.cut(to: statement)
      }
    }
    return (text, true)
  }

  /// `... ` or dots alone.
  private static func isContinuation(_ line: ArraySlice<UInt8>) -> Bool {
    guard starts(line, with: "..."), let margin = margin(of: line) else { return false }
    let next = line.dropFirst(margin + 3).first
    return next == nil || next == UInt8(ascii: " ") || next == UInt8(ascii: "\t") || next == UInt8(ascii: "\r")
  }

  /// The brackets that a line opens, less those that it closes.
  private static func depth(of line: ArraySlice<UInt8>) -> Int {
    var depth = 0
    var quote: UInt8?
    for byte in line {
      if let mark = quote {
        if byte == mark { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "#"): return depth
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      default: break
      }
    }
    return depth
  }

  /// Spaces before a line's text; nil for a blank line.
  private static func margin(of line: ArraySlice<UInt8>) -> Int? {
    line.firstIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") && $0 != UInt8(ascii: "\r") }
      .map { $0 - line.startIndex }
  }

  private static func starts(_ line: ArraySlice<UInt8>, with sign: StaticString) -> Bool {
    let text = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    return text.count >= sign.utf8CodeUnitCount
      && text.prefix(sign.utf8CodeUnitCount).elementsEqual(
        UnsafeBufferPointer(start: sign.utf8Start, count: sign.utf8CodeUnitCount))
  }
}
