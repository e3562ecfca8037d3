/// Scans a text for statements of a default, byte by byte.
struct DefaultScanner {
  private let bytes: [UInt8]
  private var index = 0
  /// Whether the statement is `by default 3`, where only a value at the end of its phrase is one: "by default 3 rows are
  /// kept" is a sentence.
  private var isAdverb = false

  init(_ text: String) { bytes = Array(text.utf8) }

  /// Moves past `default:`, `defaults to`, `default is`, `default value is`, `default=`; false if there is none.
  mutating func skipToStatement() -> Bool {
    while let start = nextWord("default") {
      index = start + 7
      if at("_") || at("-") || isInsideName(start) { continue }
      isAdverb = follows("by", start)
      if isAdverb {
        if isLetter(index) { continue }
        if at(",") { index += 1 }
        skipWhitespace()
        if startsConstant || at("None") { return true }
        continue
      }
      if at("s") { index += 1 } else if at("ed") { index += 2 }
      if isLetter(index) { continue }
      skipWhitespace()
      if word("value") || word("values") || word("setting") { skipWhitespace() }
      if at("`:") || at("*:") { index += 1 }
      if at(":") || at("=") {
        index += 1
        skip(while: { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "*") })
        return true
      }
      if word("to") || word("is") || word("are") || word("of") {
        skipWhitespace()
        _ =
          word("set")
          && {
            skipWhitespace()
            return word("to")
          }()
        return true
      }
      // `optional, default 5` and `(default 5)`: only values that cannot be words of a sentence.
      if startsConstant { return true }
    }
    return false
  }

  private var startsConstant: Bool {
    index < bytes.count && (isNumeric(bytes[index]) || at("'") || at("\"") || at("`") || at("True") || at("False"))
  }

  /// Whether a word is right before a place.
  private func follows(_ word: StaticString, _ place: Int) -> Bool {
    var end = place
    while end > 0, bytes[end - 1] <= 0x20 { end -= 1 }
    let start = end - word.utf8CodeUnitCount
    return end < place && start >= 0 && matches(word, from: start) && !isLetter(start - 1)
  }

  /// Reads the constant that follows; nil if there is none, or if it is conditional.
  mutating func readValue() -> StatedDefault? {
    skipWhitespace()
    var quote: UInt8?
    while let byte = current, byte == UInt8(ascii: "`") || byte == UInt8(ascii: "*") {
      quote = byte
      index += 1
    }
    let start = index
    let isQuoted = current == UInt8(ascii: "'") || current == UInt8(ascii: "\"")
    if let quote {
      skip(while: { $0 != quote && $0 != UInt8(ascii: "\n") })
    } else if isQuoted, let mark = current {
      index += 1
      skip(while: { $0 != mark && $0 != UInt8(ascii: "\n") })
      if current == mark { index += 1 }
    } else if let open = current, open == UInt8(ascii: "(") || open == UInt8(ascii: "[") {
      let close = open + (open == UInt8(ascii: "(") ? 1 : 2)
      skip(while: { $0 != close })
      if current == close { index += 1 }
    } else {
      skipBareValue()
    }
    let end = index
    if let quote { skip(while: { $0 == quote }) }
    guard start < end, !isConditional, !isAdverb || endsPhrase else { return nil }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    guard let value = value(of: text, isMarked: quote != nil || isQuoted) else { return nil }
    return StatedDefault(text: text, value: value, place: start..<end)
  }

  private func value(of text: String, isMarked: Bool) -> LiteralValue? {
    if let value = LiteralValue(text) {
      // `default: 10 minutes` and `default: 0.1 of the data` have a unit.
      return isMarked || endsPhrase ? value : nil
    }
    switch text.lowercased() {
    case "true", "yes", "on", "enabled": return isMarked || endsPhrase ? .boolean(true) : nil
    case "false", "no", "off", "disabled": return isMarked || endsPhrase ? .boolean(false) : nil
    case "none": return isMarked || endsPhrase ? LiteralValue.none : nil
    default: break
    }
    let isWord =
      text.allSatisfy { $0.isLetter || $0.isNumber || "_-./".contains($0) } && text.contains(where: \.isLetter)
    // Code in backticks may be the name of another parameter or a constant.
    guard isWord, !isMarked, endsPhrase, text.contains(where: \.isLowercase) else { return nil }
    return .string(text)
  }

  private mutating func skipBareValue() {
    while let byte = current, byte > 0x20, byte != UInt8(ascii: ")"), byte != UInt8(ascii: "]"),
      byte != UInt8(ascii: ";"), byte != UInt8(ascii: "}")
    {
      let isLast = index + 1 >= bytes.count || bytes[index + 1] <= 0x20 || bytes[index + 1] == UInt8(ascii: ")")
      if isLast, byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":") { break }
      if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") { break }
      index += 1
    }
    // `3.` at the end of a sentence.
    if index > 0, bytes[index - 1] == UInt8(ascii: "."), current == nil { index -= 1 }
  }

  /// True if the phrase ends here: at its end, a bracket, a comma or a full stop.
  private var endsPhrase: Bool {
    guard let byte = current else { return true }
    switch byte {
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"),
      UInt8(ascii: "\n"):
      return true
    default: return false
    }
  }

  /// Whether the text that follows limits the statement: `if`, `for training`, `or 5 when ...`.
  private var isConditional: Bool {
    var rest = self
    rest.skip(while: { $0 <= 0x20 || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ",") })
    return Self.conditions.contains { rest.word($0) }
  }

  private static let conditions: [StaticString] = [
    "if", "when", "for", "unless", "or", "in", "on", "with", "where", "otherwise", "except", "else", "which", "and",
    "but", "then", "times", "plus", "per", "under", "during", "at", "i.e", "meaning", "depending", "until", "while",
  ]

  // MARK: Bytes

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skip(while holds: (UInt8) -> Bool) {
    while let byte = current, holds(byte) { index += 1 }
  }

  private mutating func skipWhitespace() { skip(while: { $0 <= 0x20 }) }

  /// The start of the next occurrence of a word in any letter case.
  private func nextWord(_ word: StaticString) -> Int? {
    let count = word.utf8CodeUnitCount
    guard bytes.count >= count else { return nil }
    var start = index
    while start + count <= bytes.count {
      if matches(word, from: start), !isLetter(start - 1) { return start }
      start += 1
    }
    return nil
  }

  private func matches(_ word: StaticString, from start: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard start >= 0, start + count <= bytes.count else { return false }
    return word.withUTF8Buffer { buffer in
      (0..<count).allSatisfy { place in
        let byte = bytes[start + place]
        return byte == buffer[place] || (0x41...0x5A).contains(byte) && byte | 0x20 == buffer[place]
      }
    }
  }

  private func at(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard index + count <= bytes.count else { return false }
    return text.withUTF8Buffer { buffer in (0..<count).allSatisfy { bytes[index + $0] == buffer[$0] } }
  }

  /// Moves past a word, if it is next.
  private mutating func word(_ word: StaticString) -> Bool {
    guard matches(word, from: index), !isLetter(index + word.utf8CodeUnitCount) else { return false }
    index += word.utf8CodeUnitCount
    return true
  }

  /// Whether the word is part of a name or of code: `self.default`, `--default`, `keras_default`.
  private func isInsideName(_ start: Int) -> Bool {
    guard start > 0 else { return false }
    let before = bytes[start - 1]
    return before == UInt8(ascii: "_") || before == UInt8(ascii: ".") || before == UInt8(ascii: "-")
  }

  private func isLetter(_ place: Int) -> Bool {
    guard bytes.indices.contains(place) else { return false }
    return bytes[place] | 0x20 >= 0x61 && bytes[place] | 0x20 <= 0x7A
  }

  private func isNumeric(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 || byte == UInt8(ascii: "-") }
}
