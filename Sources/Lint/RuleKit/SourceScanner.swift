import LintSourceText

/// Answers the few questions about a declaration's text that the model leaves open, from the bytes alone.
package struct SourceScanner {
  let text: SourceText

  package init(text: SourceText) { self.text = text }

  /// What is between the parentheses that open at or right after an offset; nil if none do.
  package func parenthesized(after offset: UInt32) -> String? {
    var index = Int(offset)
    while index < text.bytes.count, text.bytes[index] == UInt8(ascii: " ") { index += 1 }
    guard index < text.bytes.count, text.bytes[index] == UInt8(ascii: "("), let end = closing(index) else { return nil }
    return String(decoding: text.bytes[(index + 1)..<end], as: UTF8.self)
  }

  /// The offset of the bracket that closes the one at an offset, strings passed over.
  ///
  /// - Parameter limit: How many bytes are searched. Where brackets are left open, each would search to the end.
  package func closing(_ open: Int, limit: Int = 1 << 16) -> Int? {
    var depth = 0
    var quote: UInt8?
    var index = open
    let end = min(open + limit, text.bytes.count)
    while index < end {
      let byte = text.bytes[index]
      if let mark = quote {
        if byte == UInt8(ascii: "\\") { index += 1 } else if byte == mark { quote = nil }
      } else {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
          depth -= 1
          if depth == 0 { return index }
        default: break
        }
      }
      index += 1
    }
    return nil
  }

  /// The words from one offset to another, what is in brackets left out but for `private(set)` and its like.
  package func words(from start: UInt32, to end: UInt32) -> Set<Substring> {
    let upper = min(Int(end), text.bytes.count)
    var plain: [UInt8] = []
    var index = min(Int(start), upper)
    while index < upper {
      let byte = text.bytes[index]
      if byte == UInt8(ascii: "("), !text.bytes[index...].starts(with: "(set)".utf8), let close = closing(index) {
        index = close
      } else if byte == UInt8(ascii: "/"), index + 1 < upper, text.bytes[index + 1] == byte {
        while index < upper, text.bytes[index] != UInt8(ascii: "\n") { index += 1 }
      } else {
        plain.append(byte)
      }
      index += 1
    }
    let words = String(decoding: plain, as: UTF8.self)
    return Set(words.split { $0.isWhitespace })
  }

  /// Whether a word stands right before an offset: `async` before `def name`.
  package func precedes(_ word: StaticString, _ offset: UInt32, skipping keyword: StaticString) -> Bool {
    var end = whitespaceBefore(Int(offset))
    guard ends(at: end, with: keyword) else { return false }
    end = whitespaceBefore(end - keyword.utf8CodeUnitCount)
    return ends(at: end, with: word)
  }

  /// The names in the arguments of calls at the start of a line that are given `__name__` first, by the function called.
  package func callsWithOwnName() -> [String: [String]] {
    var calls: [String: [String]] = [:]
    var rest = text.bytes[...]
    while let found = Bytes.find("(__name__, ", in: rest) {
      var start = found
      while start > 0, Self.isWord(text.bytes[start - 1]) { start -= 1 }
      rest = text.bytes[(found + 1)...]
      guard start < found, start == 0 || text.bytes[start - 1] == UInt8(ascii: "\n"),
        let close = closing(found, limit: 1000)
      else {
        continue
      }
      let name = String(decoding: text.bytes[start..<found], as: UTF8.self)
      calls[name, default: []] += Self.quotedNames(String(decoding: text.bytes[found..<close], as: UTF8.self))
    }
    return calls
  }

  /// The string keys by which a body asks a dictionary: `options.pop("name")`, `options["name"]`, `"name" in options`.
  package func keys(of dictionary: String, in range: SourceRange) -> Set<String> {
    let name = Array(dictionary.utf8)
    let bytes = text.bytes
    let end = min(Int(range.end), bytes.count)
    var keys: Set<String> = []
    var index = min(Int(range.start), end)
    while let first = name.first, let start = bytes[index..<end].firstIndex(of: first) {
      index = start + 1
      guard bytes[start..<end].starts(with: name), start == 0 || !Self.isWord(bytes[start - 1]) else { continue }
      let rest = bytes[(start + name.count)..<end]
      let asks = ["[", ".pop(", ".get(", ".setdefault("].first { rest.starts(with: $0.utf8) }
      if let asks {
        let text = String(decoding: rest.dropFirst(asks.utf8.count).prefix(60), as: UTF8.self)
        if text.hasPrefix("\"") || text.hasPrefix("'"), let key = Self.quotedNames(text).first { keys.insert(key) }
      } else if bytes[..<start].suffix(4).elementsEqual(" in ".utf8) {
        let before = String(decoding: bytes[..<(start - 4)].suffix(60), as: UTF8.self)
        if before.hasSuffix("\"") || before.hasSuffix("'"), let key = Self.quotedNames(before).last { keys.insert(key) }
      }
    }
    return keys
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), 0x80...: true
    default: false
    }
  }

  private func whitespaceBefore(_ end: Int) -> Int {
    var end = min(end, text.bytes.count)
    while end > 0, text.bytes[end - 1] == UInt8(ascii: " ") || text.bytes[end - 1] == UInt8(ascii: "\\") { end -= 1 }
    return end
  }

  private func ends(at end: Int, with word: StaticString) -> Bool {
    let start = end - word.utf8CodeUnitCount
    guard start >= 0 else { return false }
    return text.bytes[start..<end].elementsEqual(
      UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  /// The string literals of a text that are identifiers or dotted names.
  package static func quotedNames(_ text: some StringProtocol) -> [String] {
    var names: [String] = []
    var current: String?
    var quote: Character?
    for character in text {
      if let mark = quote {
        if character == mark {
          if let name = current, isName(name) { names.append(name) }
          quote = nil
        } else {
          current?.append(character)
        }
      } else if character == "\"" || character == "'" {
        quote = character
        current = ""
      }
    }
    return names
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        switch $0 {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "."): true
        default: false
        }
      }
  }
}
