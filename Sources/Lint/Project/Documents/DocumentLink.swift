/// A link in a document: `[text](target)`, `<a href="target">`, `[name]: target`.
public struct DocumentLink: Sendable, Codable {
  public var target: String
  public var range: SourceRange
  /// `![text](target)`
  public var isImage: Bool

  /// The links of one line.
  static func read(_ bytes: [UInt8], _ line: Range<Int>) -> [DocumentLink] {
    var links: [DocumentLink] = []
    var index = line.lowerBound
    var isCode = false
    var openings: [Int] = []
    while index < line.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "`"): isCode.toggle()
      case UInt8(ascii: "[") where !isCode: openings.append(index)
      case UInt8(ascii: "]") where !isCode:
        let opening = openings.popLast()
        guard let opening, index + 1 < line.upperBound, bytes[index + 1] == UInt8(ascii: "(") else { break }
        let isImage = opening > line.lowerBound && bytes[opening - 1] == UInt8(ascii: "!")
        if let range = target(bytes, (index + 2)..<line.upperBound) {
          links.append(link(bytes, range, isImage: isImage))
        }
      default: break
      }
      index += 1
    }
    return links
  }

  private static func target(_ bytes: [UInt8], _ rest: Range<Int>) -> Range<Int>? {
    var start = rest.lowerBound
    while start < rest.upperBound, bytes[start] == 0x20 { start += 1 }
    var end = start
    var depth = 0
    while end < rest.upperBound, bytes[end] != 0x20 {
      if bytes[end] == UInt8(ascii: "(") { depth += 1 }
      if bytes[end] == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      }
      end += 1
    }
    // A target that runs to the end of the line was not closed.
    return end > start && end < rest.upperBound ? start..<end : nil
  }

  private static func link(_ bytes: [UInt8], _ range: Range<Int>, isImage: Bool) -> DocumentLink {
    DocumentLink(
      target: String(decoding: bytes[range], as: UTF8.self),
      range: SourceRange(start: UInt32(range.lowerBound), end: UInt32(range.upperBound)), isImage: isImage)
  }
}
