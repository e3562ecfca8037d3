import LintSourceText

/// The comment on a key in a file whose comments begin with `#`: YAML, TOML, Python.
public enum KeyComment: Sendable, Equatable {
  /// A comment next to the key or on the line above it.
  case own(SourceRange)
  /// A comment above the key's group of lines, without a blank line in between.
  case ofGroup
  case none

  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - start: of the key.
  ///   - end: where the last of its value may be on a line, or of the key where that is not known.
  public static func find(in bytes: [UInt8], from start: Int, to end: Int) -> KeyComment {
    if let beside = beside(in: bytes, from: end) { return .own(beside) }
    var line = lineStart(in: bytes, before: start)
    let indent = start - line
    var passed = 0
    while line > 0, passed < maximumGroup {
      let above = lineStart(in: bytes, before: line - 1)
      let text = bytes[above..<(line - 1)]
      let content = text.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      guard let first = content.first, first != UInt8(ascii: "\r") else { return .none }
      if first == UInt8(ascii: "#") {
        guard says(content) else { return .none }
        let range = SourceRange(start: UInt32(content.startIndex), end: UInt32(content.endIndex))
        return passed == 0 ? .own(range) : .ofGroup
      }
      if content.startIndex - above > indent {
        // The rest of a value of several lines.
        line = above
        passed += 1
        continue
      }
      // A line further out, or a section's own, begins something else.
      guard content.startIndex - above == indent, content.last != UInt8(ascii: ":"), !isSection(content) else {
        return .none
      }
      passed += 1
      line = above
    }
    return .none
  }

  private static let maximumGroup = 12

  /// A comment after the value, on the line where it ends.
  private static func beside(in bytes: [UInt8], from end: Int) -> SourceRange? {
    var quote: UInt8?
    var index = end
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n") {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "#"), index > 0, bytes[index - 1] == UInt8(ascii: " ") {
        let rest = bytes[index...].prefix { $0 != UInt8(ascii: "\n") }
        return says(rest) ? SourceRange(start: UInt32(index), end: UInt32(rest.endIndex)) : nil
      }
      index += 1
    }
    return nil
  }

  /// Whether a comment has words: a line drawn under a heading has none, and neither has an order to a tool.
  private static func says(_ comment: ArraySlice<UInt8>) -> Bool {
    guard comment.contains(where: { $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") || $0 >= 0x80 })
    else { return false }
    return (["noqa", "type: ignore", "fmt: ", "yapf:", "pylint:", "mllint:"] as [StaticString]).allSatisfy {
      Bytes.find($0, in: comment) == nil
    }
  }

  /// `_C.SOLVER = CN()`
  private static func isSection(_ line: ArraySlice<UInt8>) -> Bool {
    (["= CN(", "= CfgNode(", "ConfigDict(", "= edict("] as [StaticString]).contains { Bytes.find($0, in: line) != nil }
  }

  private static func lineStart(in bytes: [UInt8], before offset: Int) -> Int {
    bytes[..<min(max(offset, 0), bytes.count)].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
  }
}
