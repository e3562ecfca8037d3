/// Parses and compares fragments of source: default values, argument lists.
enum ApiText {
  /// Splits a text at a sign that is outside brackets and strings, and trims the parts.
  static func split(_ text: some StringProtocol, at sign: Character, maximum: Int = .max) -> [String] {
    var parts: [String] = [""]
    var depth = 0
    var quote: Character?
    var isEscaped = false
    for character in text {
      if let mark = quote {
        if isEscaped {
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if character == mark {
          quote = nil
        }
      } else {
        switch character {
        case "\"", "'": quote = character
        case "(", "[", "{": depth += 1
        case ")", "]", "}": depth -= 1
        case sign where depth == 0 && parts.count <= maximum:
          parts.append("")
          continue
        default: break
        }
      }
      parts[parts.count - 1].append(character)
    }
    return parts.map(\.trimmed).filter { !$0.isEmpty }
  }

  /// Whether a text is a number, a string, or a name of a single value.
  static func isLiteral(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return false }
    if ["None", "True", "False", "true", "false", "nil"].contains(text) { return true }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      return text.count > 1 && !text.dropFirst().dropLast().contains { $0 == "\"" || $0 == "'" || $0 == "\n" }
    }
    return number(text) != nil
  }

  /// The same text for values that are the same: `'a'` and `"a"`, `1e-05` and `0.00001`, with or without spaces.
  static func normalized(_ value: String) -> String {
    let value = value.trimmed
    if let number = number(value) {
      // One and one half differ from "1" of an integer only where the division shows it.
      return value.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") } ? value : "\(number)"
    }
    var result = ""
    var quote: Character?
    var isEscaped = false
    for character in value {
      if let mark = quote {
        if isEscaped {
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if character == mark {
          quote = nil
          result.append("\"")
          continue
        }
        result.append(character)
      } else if character == "'" || character == "\"" {
        quote = character
        result.append("\"")
      } else if !character.isWhitespace {
        if ")]}".contains(character), result.last == "," { result.removeLast() }
        result.append(character)
      }
    }
    return result
  }

  private static func number(_ text: String) -> Double? {
    guard let first = text.utf8.first, (0x30...0x39).contains(first) || first == 0x2D || first == 0x2E else {
      return nil
    }
    let plain = text.replacing("_", with: "")
    return Double(plain.hasSuffix(".") ? plain + "0" : plain.hasPrefix(".") ? "0" + plain : plain)
  }
}
