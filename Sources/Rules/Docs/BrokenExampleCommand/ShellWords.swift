import LintModel
import LintSourceText

/// Splits the text of a shell block into commands, and these into words.
struct ShellWords {
  struct Word {
    var text: String
    var range: SourceRange

    /// `CUDA_VISIBLE_DEVICES=0`
    var isAssignment: Bool {
      guard let sign = text.firstIndex(of: "="), sign > text.startIndex else { return false }
      return text[..<sign].allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    }

    /// A file that output goes to, or input comes from.
    var isRedirection: Bool {
      let rest = text.drop { $0.isNumber }
      return rest.first == ">" || rest.first == "<"
    }

    /// The text without the quotes around it.
    var unquoted: String {
      guard let quote = text.first, quote == "\"" || quote == "'", text.count > 1, text.last == quote else {
        return text
      }
      return String(text.dropFirst().dropLast())
    }

    /// Whether it is a literal name without placeholders.
    var isPlain: Bool { !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || "_-./".contains($0) } }
  }

  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The words up to the next end of a command; nil at the end of the text.
  mutating func nextCommand() -> [Word]? {
    guard index < bytes.count else { return nil }
    var words: [Word] = []
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\n"), UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"), UInt8(ascii: "("),
        UInt8(ascii: ")"):
        index += 1
        return words
      case UInt8(ascii: "\\") where goesOn:
        index = bytes[index...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      case 0...0x20: index += 1
      case UInt8(ascii: "#"): index = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      default: words.append(word())
      }
    }
    return words
  }

  /// Whether there are only spaces between a backslash and the end of its line.
  private var goesOn: Bool {
    bytes[(index + 1)...].first { $0 != 0x20 && $0 != 0x0D }.map { $0 == UInt8(ascii: "\n") } ?? true
  }

  private var endsWord: Bool {
    let byte = bytes[index]
    return byte <= 0x20 || ";&|()".utf8.contains(byte) || byte == UInt8(ascii: "\\") && goesOn
  }

  private mutating func word() -> Word {
    let start = index
    var quote: UInt8?
    // A word takes at least the byte that it begins with, whatever that is.
    repeat {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      index += 1
    } while index < bytes.count && (quote != nil || !endsWord)
    return Word(
      text: String(decoding: bytes[start..<index], as: UTF8.self),
      range: SourceRange(start: UInt32(start), end: UInt32(index)))
  }
}
