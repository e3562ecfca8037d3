import LintSourceText
import PythonSyntax

/// The characters of one string literal, without its prefix and quotes.
enum StringPieceText {
  /// The range of the characters between the quotes.
  static func content(of piece: Node) -> SourceRange {
    let bytes = piece.bytes
    let prefix = bytes.prefix { $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: "\"") }.count
    let isTriple =
      bytes.count >= prefix + 6 && bytes[prefix] == bytes[prefix + 1] && bytes[prefix] == bytes[prefix + 2]
    let quotes = isTriple ? 3 : 1
    let start = min(piece.start + UInt32(prefix + quotes), piece.end)
    return SourceRange(start: start, end: max(start, piece.end - UInt32(min(quotes, Int(piece.end - start)))))
  }

  /// The characters as the program sees them.
  static func value(of piece: Node) -> String {
    let range = content(of: piece)
    let offset = Int(range.start - piece.start)
    let raw = String(decoding: piece.bytes[offset..<(offset + Int(range.end - range.start))], as: UTF8.self)
    return isRaw(piece) ? raw : Escapes.decode(raw)
  }

  private static func isRaw(_ piece: Node) -> Bool {
    piece.bytes.prefix(3).contains { $0 | 0x20 == UInt8(ascii: "r") }
      && piece.bytes.first != UInt8(ascii: "'") && piece.bytes.first != UInt8(ascii: "\"")
  }
}

/// The escapes that matter to a reader of a message; others stay as written.
enum Escapes {
  static func decode(_ text: String) -> String {
    guard text.contains("\\") else { return text }
    var result = ""
    var characters = text.makeIterator()
    while let character = characters.next() {
      guard character == "\\", let escaped = characters.next() else {
        result.append(character)
        continue
      }
      switch escaped {
      case "n": result.append("\n")
      case "t": result.append("\t")
      case "r": result.append("\r")
      case "\n", "\r\n", "\r": break
      case "\\", "'", "\"": result.append(escaped)
      default: result += "\\\(escaped)"
      }
    }
    return result
  }
}
