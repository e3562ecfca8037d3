/// A link target in a document: a heading, or an element with an id.
public struct DocumentHeading: Sendable, Codable {
  /// The heading as written, without its signs; or the name.
  public var text: String
  /// True for a name that is written down: `<a id="x">`, `{#x}`, `(x)=`.
  public var isName: Bool

  /// `## Title ##`, `Title` above `=====`, and `<h2>Title</h2>`.
  public static func read(_ lines: [(start: Int, end: Int)], _ index: Int, in bytes: [UInt8]) -> DocumentHeading? {
    guard mayBegin(lines, index, in: bytes) else { return nil }
    let line = text(lines[index], bytes).drop { $0 == ">" || $0 == " " }
    let level = line.prefix { $0 == "#" }.count
    if (1...6).contains(level) {
      let rest = line.dropFirst(level)
      guard rest.isEmpty || rest.first == " " || rest.first == "\t" else { return nil }
      var title = rest.trimmed
      let closing = title.reversed().prefix { $0 == "#" }.count
      if closing > 0, title.dropLast(closing).last.map({ $0 == " " }) ?? true {
        title = title.dropLast(closing).trimmed
      }
      return DocumentHeading(text: String(title), isName: false)
    }
    if line.hasPrefix("<h"), let opening = line.firstIndex(of: ">"), let closing = line.firstRange(of: "</h") {
      guard opening < closing.lowerBound else { return nil }
      return DocumentHeading(text: String(line[line.index(after: opening)..<closing.lowerBound]), isName: false)
    }
    guard index + 1 < lines.count, !line.trimmed.isEmpty else { return nil }
    let below = text(lines[index + 1], bytes).trimmed
    guard let sign = below.first, sign == "=" || sign == "-", below.allSatisfy({ $0 == sign }), !line.hasPrefix("|"),
      below.count > 1
    else { return nil }
    return DocumentHeading(text: String(line.trimmed), isName: false)
  }

  /// Whether a look at the first letters of a line and of the one below it leaves a heading possible.
  private static func mayBegin(_ lines: [(start: Int, end: Int)], _ index: Int, in bytes: [UInt8]) -> Bool {
    func first(_ line: (start: Int, end: Int)) -> UInt8 { bytes[line.start..<line.end].first { $0 != 0x20 } ?? 0 }
    if "#><".utf8.contains(first(lines[index])) { return true }
    guard index + 1 < lines.count else { return false }
    let below = first(lines[index + 1])
    return below == UInt8(ascii: "=") || below == UInt8(ascii: "-")
  }

  private static let maximumName = 200

  /// `<a id="x">`, `<div name='x'>`, `{#x}`, `[[x]]`, `(x)=`.
  public static func names(in line: Range<Int>, of bytes: [UInt8]) -> [DocumentHeading] {
    guard bytes[line].contains(where: { "<{[(".utf8.contains($0) }) else { return [] }
    let text = String(decoding: bytes[line], as: UTF8.self)
    var names: [Substring] = []
    for (mark, end): (String, Character) in [
      ("id=\"", "\""), ("id='", "'"), ("name=\"", "\""), ("name='", "'"), ("{#", "}"), ("[[", "]"),
    ] where text.contains(mark) {
      names += text.components(after: mark).map { $0.prefix(maximumName).prefix { $0 != end && $0 != " " } }
    }
    // `<a name=x>`
    for mark in [" id=", " name="] where text.contains(mark) {
      names += text.components(after: mark).filter { $0.first != "\"" && $0.first != "'" }.map {
        $0.prefix(maximumName).prefix { $0 != ">" && $0 != " " && $0 != "/" }
      }
    }
    let whole = text[...].trimmed
    if whole.hasPrefix("("), whole.hasSuffix(")=") { names.append(whole.dropFirst().dropLast(2)) }
    return names.filter { !$0.isEmpty }.map { DocumentHeading(text: String($0), isName: true) }
  }

  private static func text(_ line: (start: Int, end: Int), _ bytes: [UInt8]) -> Substring {
    String(decoding: bytes[line.start..<line.end], as: UTF8.self)[...]
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var text = drop { $0 == " " || $0 == "\t" }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return text
  }
}
