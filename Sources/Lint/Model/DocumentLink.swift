import LintSourceText

/// A link in a document: `[text](target)`, `<a href="target">`, `[name]: target`, `:doc:` and directives that take a file.
public struct DocumentLink: Sendable, Codable {
  public var target: String
  public var range: SourceRange
  /// `![text](target)`, `<img src="target">`, `.. image:: target`
  public var isImage: Bool
  /// True if the target is a document named without its extension: `:doc:`.
  public var isPage = false

  /// The bytes in which an element or a target must end, so that a line of brackets is not searched once for each.
  private static let maximumLength = 4096

  /// The links of one line of Markdown.
  public static func read(_ bytes: [UInt8], _ line: Range<Int>) -> [DocumentLink] {
    var links: [DocumentLink] = []
    var index = line.lowerBound
    var isCode = false
    var openings: [Int] = []
    while index < line.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "`"): isCode.toggle()
      case UInt8(ascii: "[") where !isCode: openings.append(index)
      case UInt8(ascii: "<") where !isCode: links += attributes(bytes, index..<line.upperBound)
      case UInt8(ascii: "]") where !isCode:
        guard let opening = openings.popLast(), index + 1 < line.upperBound else { break }
        let isImage = opening > line.lowerBound && bytes[opening - 1] == UInt8(ascii: "!")
        if bytes[index + 1] == UInt8(ascii: "("), let range = target(bytes, (index + 2)..<line.upperBound) {
          links.append(link(bytes, range, isImage: isImage))
        } else if bytes[index + 1] == UInt8(ascii: ":"), isAlone(bytes[line.lowerBound..<opening]),
          bytes[opening + 1] != UInt8(ascii: "^"), let range = word(bytes, (index + 2)..<line.upperBound)
        {
          links.append(link(bytes, range, isImage: false))
        }
      default: break
      }
      index += 1
    }
    return links
  }

  private static func isAlone(_ before: ArraySlice<UInt8>) -> Bool {
    before.count < 4 && before.allSatisfy { $0 == UInt8(ascii: " ") }
  }

  /// The next word after spaces.
  private static func word(_ bytes: [UInt8], _ rest: Range<Int>) -> Range<Int>? {
    var start = rest.lowerBound
    while start < rest.upperBound, bytes[start] == 0x20 { start += 1 }
    let end = bytes[start..<rest.upperBound].firstIndex { $0 <= 0x20 } ?? rest.upperBound
    return start > rest.lowerBound && end > start ? start..<end : nil
  }

  /// `href="target"` and `src="target"` of an element that begins here.
  private static func attributes(_ bytes: [UInt8], _ rest: Range<Int>) -> [DocumentLink] {
    let limit = min(rest.lowerBound + maximumLength, rest.upperBound)
    let end = bytes[rest.lowerBound..<limit].firstIndex(of: UInt8(ascii: ">")) ?? limit
    let element = bytes[rest.lowerBound..<end]
    let marks: [(StaticString, Bool)] = [("href=\"", false), (" src=\"", true)]
    return marks.compactMap { mark, isImage in
      guard let found = Bytes.find(mark, in: element) else { return nil }
      let start = found + mark.utf8CodeUnitCount
      guard let close = bytes[start..<end].firstIndex(of: UInt8(ascii: "\"")), close > start else { return nil }
      return link(bytes, start..<close, isImage: isImage)
    }
  }

  /// The links of one line of reStructuredText.
  public static func restructured(_ bytes: [UInt8], _ line: Range<Int>) -> [DocumentLink] {
    var links: [DocumentLink] = []
    for (mark, isImage): (StaticString, Bool) in [
      (".. image:: ", true), (".. figure:: ", true), (".. include:: ", false), (".. literalinclude:: ", false),
    ] {
      guard let found = Bytes.find(mark, in: bytes[line]),
        let range = word(bytes, (found + mark.utf8CodeUnitCount - 1)..<line.upperBound)
      else { continue }
      links.append(link(bytes, range, isImage: isImage))
    }
    for (mark, isPage): (StaticString, Bool) in [(":doc:`", true), (":download:`", false)] {
      var rest = line
      while let found = Bytes.find(mark, in: bytes[rest]) {
        var start = found + mark.utf8CodeUnitCount
        guard var end = bytes[start..<line.upperBound].firstIndex(of: UInt8(ascii: "`")) else { break }
        rest = end..<line.upperBound
        // `text <target>`
        if bytes[end - 1] == UInt8(ascii: ">"), let angle = bytes[start..<end].lastIndex(of: UInt8(ascii: "<")) {
          (start, end) = (angle + 1, end - 1)
        }
        guard start < end else { continue }
        var link = link(bytes, start..<end, isImage: false)
        link.isPage = isPage
        links.append(link)
      }
    }
    return links
  }

  private static func target(_ bytes: [UInt8], _ rest: Range<Int>) -> Range<Int>? {
    var start = rest.lowerBound
    while start < rest.upperBound, bytes[start] == 0x20 { start += 1 }
    var end = start
    var depth = 0
    let limit = min(start + maximumLength, rest.upperBound)
    while end < limit, bytes[end] != 0x20 {
      if bytes[end] == UInt8(ascii: "(") { depth += 1 }
      if bytes[end] == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      }
      end += 1
    }
    // A target that runs to the end of the line was not closed.
    return end > start && end < limit ? start..<end : nil
  }

  private static func link(_ bytes: [UInt8], _ range: Range<Int>, isImage: Bool) -> DocumentLink {
    DocumentLink(
      target: String(decoding: bytes[range], as: UTF8.self),
      range: SourceRange(start: UInt32(range.lowerBound), end: UInt32(range.upperBound)), isImage: isImage)
  }
}
