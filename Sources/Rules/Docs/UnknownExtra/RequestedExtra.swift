import LintSourceText

/// A package with extras in an installation command: `pip install "nets[plots]"`.
struct RequestedExtra {
  var package: String
  var extras: [Name]

  /// The requests after the word `install` or `add` on the same line. O(length of the text).
  static func all(in bytes: [UInt8]) -> [RequestedExtra] {
    var result: [RequestedExtra] = []
    var start = 0
    while let found = Bytes.find("install ", in: bytes[start...]) {
      let end = bytes[found...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      result += requests(in: bytes, found..<end)
      start = end
    }
    return result
  }

  private static func requests(in bytes: [UInt8], _ line: Range<Int>) -> [RequestedExtra] {
    var result: [RequestedExtra] = []
    var start = line.lowerBound
    while let open = bytes[start..<line.upperBound].firstIndex(of: UInt8(ascii: "[")) {
      start = open + 1
      let count = bytes[line.lowerBound..<open].reversed().prefix { $0.isIdentifierByte || "-.".utf8.contains($0) }
        .count
      guard count > 0, let close = bytes[start..<line.upperBound].firstIndex(of: UInt8(ascii: "]")) else { continue }
      // `(` belongs to code, `](` to a link.
      if close + 1 < bytes.count, bytes[close + 1] == UInt8(ascii: "(") { continue }
      var extras: [Name] = []
      var place = start
      for part in bytes[start..<close].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
        let name = part.drop { $0 == 0x20 }
        let text = String(decoding: name, as: UTF8.self).trimmed
        guard text.first?.isLetter == true, name.allSatisfy({ $0.isIdentifierByte || "-. ".utf8.contains($0) }) else {
          extras = []
          break
        }
        place = name.startIndex
        extras.append(
          Name(String(text), at: SourceRange(start: UInt32(place), end: UInt32(place + text.utf8.count))))
      }
      guard !extras.isEmpty else { continue }
      let package = String(decoding: bytes[(open - count)..<open], as: UTF8.self)
      result.append(RequestedExtra(package: package, extras: extras))
    }
    return result
  }
}
