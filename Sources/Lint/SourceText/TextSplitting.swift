// Paths, dotted names and words are taken apart a hundred thousand times a run, always at a sign of ASCII. The standard
// library looks for the ends of characters on its way, at ten times the price; being declared for the concrete types,
// these are the ones that Swift picks. A carriage return before a line feed stays with its line.

extension String {
  /// The parts between occurrences of a character. O(length).
  public func split(
    separator: Character, maxSplits: Int = .max, omittingEmptySubsequences: Bool = true
  ) -> [Substring] {
    self[...].split(
      separator: separator, maxSplits: maxSplits, omittingEmptySubsequences: omittingEmptySubsequences)
  }
}

extension Substring {
  /// The parts between occurrences of a character. O(length).
  public func split(
    separator: Character, maxSplits: Int = .max, omittingEmptySubsequences: Bool = true
  ) -> [Substring] {
    guard let byte = separator.asciiValue, separator != "\r\n" else {
      return split(maxSplits: maxSplits, omittingEmptySubsequences: omittingEmptySubsequences) { $0 == separator }
    }
    var parts: [Substring] = []
    var start = startIndex
    // A copy: text that is not stored in one piece is made so.
    var text = self
    text.withUTF8 { bytes in
      var offset = 0
      func take(upTo end: Int) {
        let endIndex = utf8.index(start, offsetBy: end - offset)
        if end > offset || !omittingEmptySubsequences { parts.append(Substring(utf8[start..<endIndex])) }
        (offset, start) = (end, endIndex)
      }
      while parts.count < maxSplits, let end = Bytes.first(byte, in: bytes, from: offset) {
        take(upTo: end)
        (offset, start) = (end + 1, utf8.index(after: start))
      }
      take(upTo: bytes.count)
    }
    return parts
  }
}

extension String {
  /// The place of the first occurrence of a character. O(length).
  public func firstIndex(of character: Character) -> Index? { self[...].firstIndex(of: character) }

  /// The place of the last occurrence of a character. O(length).
  public func lastIndex(of character: Character) -> Index? { self[...].lastIndex(of: character) }
}

extension Substring {
  /// The place of the first occurrence of a character. O(length).
  public func firstIndex(of character: Character) -> Index? {
    guard let byte = character.asciiValue, character != "\r\n" else { return firstIndex { $0 == character } }
    return utf8.firstIndex(of: byte)
  }

  /// The place of the last occurrence of a character. O(length).
  public func lastIndex(of character: Character) -> Index? {
    guard let byte = character.asciiValue, character != "\r\n" else { return lastIndex { $0 == character } }
    return utf8.lastIndex(of: byte)
  }
}

extension String {
  /// The longest runs of bytes that a test takes, in order. O(length).
  public func runs(of isPart: (UInt8) -> Bool) -> [Substring] {
    utf8.split { !isPart($0) }.map(Substring.init)
  }
}

extension UInt8 {
  /// A digit of ASCII.
  public var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  public var isHexDigit: Bool { isDigit || self | 0x20 >= 0x61 && self | 0x20 <= 0x66 }
  /// A letter of ASCII, or a byte of a character beyond it, which is taken for one.
  @inlinable public var isLetterByte: Bool { self | 0x20 >= 0x61 && self | 0x20 <= 0x7A || self >= 0x80 }
  /// What an identifier is made of: a letter, a digit or an underscore.
  @inlinable public var isIdentifierByte: Bool {
    isLetterByte || self >= 0x30 && self <= 0x39 || self == UInt8(ascii: "_")
  }
}

extension StringProtocol {
  /// The text without whitespace at either end. O(length).
  public var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

extension String {
  /// The rest of the text after each occurrence of a mark. O(length) for each.
  public func components(after mark: String) -> [Substring] {
    var result: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: mark) {
      rest = rest[range.upperBound...]
      result.append(rest)
    }
    return result
  }
}
