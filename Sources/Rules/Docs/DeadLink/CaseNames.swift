import LintSourceText

/// The cases of enumerations as DocC spells them: `id(_:revision:)` of `case id(String, revision: String? = nil)`.
enum CaseNames {
  static func all(in bytes: [UInt8]) -> [String] {
    var names: [String] = []
    var rest = bytes[...]
    while let found = Bytes.find("case ", in: rest) {
      rest = rest[(found + 5)...]
      // `.case`, `lowercase `
      if found > 0, bytes[found - 1].isIdentifierByte || bytes[found - 1] == UInt8(ascii: ".") { continue }
      var line = rest.prefix { $0 != UInt8(ascii: "\n") }
      // `case all, id(String), path(URL)`
      while let name = name(&line, in: rest) {
        names.append(name)
        rest = rest[max(rest.startIndex, min(line.startIndex, rest.endIndex))...]
        line = rest.prefix { $0 != UInt8(ascii: "\n") }
      }
    }
    return names
  }

  /// Reads the next case with values from a line, and moves its start behind it.
  private static func name(_ line: inout ArraySlice<UInt8>, in rest: ArraySlice<UInt8>) -> String? {
    while true {
      line = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "`") }
      let word = line.prefix { $0.isIdentifierByte }
      guard !word.isEmpty else { return nil }
      line = line[word.endIndex...]
      if line.first == UInt8(ascii: "`") { line = line.dropFirst() }
      guard line.first == UInt8(ascii: "(") else {
        guard line.first == UInt8(ascii: ",") else { return nil }
        continue
      }
      guard let (labels, end) = labels(from: line.startIndex, in: rest) else { return nil }
      line = rest[end...].prefix { $0 != UInt8(ascii: "\n") }
      return "\(String(decoding: word, as: UTF8.self))(\(labels))"
    }
  }

  /// The labels of the values after an opening parenthesis, and where these end.
  private static func labels(from open: Int, in rest: ArraySlice<UInt8>) -> (labels: String, end: Int)? {
    var labels = ""
    var depth = 0
    var start = open + 1
    // Longer lists are no cases.
    for index in open..<min(rest.endIndex, open + 4000) {
      switch rest[index] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "<"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return (labels + label(rest[start..<index]), index + 1) }
      // `->` closes nothing.
      case UInt8(ascii: ">") where rest[index - 1] != UInt8(ascii: "-"): depth -= 1
      case UInt8(ascii: ",") where depth == 1:
        labels += label(rest[start..<index])
        start = index + 1
      case UInt8(ascii: "{"), UInt8(ascii: "}"): return nil
      default: break
      }
    }
    return nil
  }

  /// `revision:` of `revision: String? = nil`, `_:` of `String`.
  private static func label(_ value: ArraySlice<UInt8>) -> String {
    let word = value.drop { $0 <= 0x20 }.prefix { $0.isIdentifierByte }
    let isLabel = value[word.endIndex...].first { $0 > 0x20 } == UInt8(ascii: ":")
    return isLabel ? String(decoding: word, as: UTF8.self) + ":" : "_:"
  }
}
