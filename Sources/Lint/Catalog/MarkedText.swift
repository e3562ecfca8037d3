import LintSourceText

/// An example's text in which `«…»` marks where findings are: the text without the marks, and the ranges.
package struct MarkedText: Sendable, Hashable {
  package var text: String
  /// In the order in which they begin. Marks nest.
  package var ranges: [SourceRange]

  /// - Throws: Where marks do not pair up.
  package init(_ marked: String) throws(UnpairedMark) {
    var bytes: [UInt8] = []
    var open: [Int] = []
    var ranges: [SourceRange] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "«":
        open.append(ranges.count)
        ranges.append(SourceRange(start: UInt32(bytes.count), end: .max))
      case "»":
        guard let index = open.popLast() else { throw UnpairedMark(mark: "»") }
        ranges[index].end = UInt32(bytes.count)
      default: bytes += Array(String(scalar).utf8)
      }
    }
    guard open.isEmpty else { throw UnpairedMark(mark: "«") }
    text = String(decoding: bytes, as: UTF8.self)
    self.ranges = ranges
  }

  /// A mark without its other half.
  package struct UnpairedMark: Error, Hashable, CustomStringConvertible {
    package var mark: String
    package var description: String { "unbalanced '\(mark)'; write both '«' and '»'" }
  }

  /// The text with a line of carets under each marked place.
  package var withCarets: String {
    let source = SourceText(bytes: Array(text.utf8))
    let table = LineTable(source)
    var under: [Int: [(first: Int, count: Int)]] = [:]
    for range in ranges {
      let start = table.position(of: range.start)
      let end = table.position(of: range.end)
      let lineLength = table.line(containing: range.start).unicodeScalars.count
      let last = end.line == start.line ? end.column : lineLength + 1
      under[start.line, default: []].append((start.column - 1, max(1, last - start.column)))
    }
    var lines: [String] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      lines.append(String(line))
      guard let places = under[index + 1] else { continue }
      var carets: [Character] = []
      for place in places {
        while carets.count < place.first + place.count { carets.append(" ") }
        for column in place.first..<(place.first + place.count) { carets[column] = "^" }
      }
      lines.append(String(carets))
    }
    return lines.joined(separator: "\n")
  }
}
