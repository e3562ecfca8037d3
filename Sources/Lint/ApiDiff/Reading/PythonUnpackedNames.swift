import LintSourceText

/// Variables of a module or class body that no plain assignment shows: `LOW, HIGH = 0, 1`, and `type Step = int`.
enum PythonUnpackedNames {
  struct Found {
    var name: String
    var offset: Int
    /// What a `type` statement makes of it.
    var alias: String?
  }

  /// The names in the lines of a body that are indented as far as its first line.
  static func names(in bytes: [UInt8], _ range: Range<Int>, indentation: Int) -> [Found] {
    var found: [Found] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let end = bytes[start..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
      defer { start = end + 1 }
      guard end - start > indentation + 4, bytes[start..<(start + indentation)].allSatisfy({ $0 == 0x20 }) else {
        continue
      }
      let first = start + indentation
      if Bytes.begins(bytes[first..<end], with: "type ") {
        if let alias = alias(bytes[first..<end]) { found.append(alias) }
      } else if bytes[first] == UInt8(ascii: "(") || isLetter(bytes[first]) {
        found += targets(bytes[first..<end])
      }
    }
    return found
  }

  /// The names before the `=` of a line, where there are several.
  private static func targets(_ line: ArraySlice<UInt8>) -> [Found] {
    guard let equals = line.firstIndex(of: UInt8(ascii: "=")), equals + 1 < line.endIndex,
      line[equals + 1] != UInt8(ascii: "="),
      line[..<equals].contains(UInt8(ascii: ",")),
      line[..<equals].allSatisfy({ isLetter($0) || (0x30...0x39).contains($0) || " ,()".utf8.contains($0) })
    else { return [] }
    var found: [Found] = []
    var start = line.startIndex
    // Each part between commas is one name, perhaps in brackets: `def f(self, x` is not.
    while start < equals {
      let end = line[start..<equals].firstIndex(of: UInt8(ascii: ",")) ?? equals
      let name = line[start..<end].drop { " (".utf8.contains($0) }
      let rest = name.drop { isLetter($0) || (0x30...0x39).contains($0) }
      let word = name[name.startIndex..<rest.startIndex]
      guard rest.allSatisfy({ " )".utf8.contains($0) }) else { return [] }
      if !word.isEmpty { found.append(Found(name: String(decoding: word, as: UTF8.self), offset: word.startIndex)) }
      start = end + 1
    }
    return found
  }

  /// `type Step = tuple[int, bool]`.
  private static func alias(_ line: ArraySlice<UInt8>) -> Found? {
    let start = line.startIndex + 5
    let end = line[start...].firstIndex { !isLetter($0) && !(0x30...0x39).contains($0) } ?? line.endIndex
    guard end > start, let equals = line[end...].firstIndex(of: UInt8(ascii: "=")),
      line[end..<equals].allSatisfy({ $0 == 0x20 })
    else { return nil }
    let value = String(decoding: line[(equals + 1)...], as: UTF8.self).trimmed
    return Found(name: String(decoding: line[start..<end], as: UTF8.self), offset: start, alias: value)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_") || byte >= 0x80
  }
}
