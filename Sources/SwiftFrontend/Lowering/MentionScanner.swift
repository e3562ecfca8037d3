import LintModel

/// Collects the names that a file mentions from its bytes, which is much faster than walking the tree.
///
/// A name that a declaration gives does not count, since a declaration is not a use of itself.
struct MentionScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Whether the words of string literals count too.
  private let includesTexts: Bool
  private var index = 0
  private var mentions = IdentifierSet()
  /// Comments on the way that are more than prose.
  private var taggedComments: [TaggedComment] = []

  private init(bytes: UnsafeBufferPointer<UInt8>, includesTexts: Bool) {
    self.bytes = bytes
    self.includesTexts = includesTexts
  }

  static func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, includingTexts: Bool
  ) -> (mentions: IdentifierSet, taggedComments: [TaggedComment]) {
    var scanner = MentionScanner(bytes: bytes, includesTexts: includingTexts)
    while scanner.index < bytes.count { scanner.readCode() }
    return (scanner.mentions, scanner.taggedComments)
  }

  /// Reads up to the end, or to the parenthesis that closes an interpolation.
  private mutating func readCode() {
    var depth = 0
    var isDeclared = false
    while index < bytes.count {
      let byte = bytes[index]
      if isIdentifier(byte) {
        let word = readWord()
        if !isDeclared { mentions.insert(bytes: word) }
        isDeclared = Self.declares(word)
        continue
      }
      switch byte {
      case UInt8(ascii: "/") where follows(UInt8(ascii: "/")) || follows(UInt8(ascii: "*")):
        let start = index
        index = Comment.end(from: index, of: bytes)
        TaggedComment.read(start..<min(index, bytes.count), of: bytes, sign: UInt8(ascii: "/"), into: &taggedComments)
      case UInt8(ascii: "\""): readString()
      case UInt8(ascii: "("):
        depth += 1
        index += 1
      case UInt8(ascii: ")"):
        depth -= 1
        index += 1
        if depth < 0 { return }
      default: index += 1
      }
      if byte != UInt8(ascii: " "), byte != UInt8(ascii: "`"), !isLineEnd(byte) { isDeclared = false }
    }
  }

  private mutating func readWord() -> Slice<UnsafeBufferPointer<UInt8>> {
    let start = index
    while index < bytes.count, isIdentifier(bytes[index]) { index += 1 }
    return bytes[start..<index]
  }

  private mutating func readString() {
    let signs = escapeSigns
    let isMultiLine = follows(UInt8(ascii: "\"")) && follows(UInt8(ascii: "\""), by: 2)
    index += isMultiLine ? 3 : 1
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\\"):
        let isEscape = (0..<signs).allSatisfy { follows(UInt8(ascii: "#"), by: 1 + $0) }
        guard isEscape else {
          index += 1
          continue
        }
        index += 1 + signs
        let opens = index < bytes.count && bytes[index] == UInt8(ascii: "(")
        index += 1
        if opens { readCode() }
      case UInt8(ascii: "\""):
        let isLong = !isMultiLine || follows(byte) && follows(byte, by: 2)
        let length = isMultiLine ? 3 : 1
        let isClosed = isLong && (0..<signs).allSatisfy { follows(UInt8(ascii: "#"), by: length + $0) }
        index += isClosed ? length + signs : 1
        if isClosed { return }
      case _ where isIdentifier(byte):
        let word = readWord()
        if includesTexts { mentions.insert(bytes: word) }
      default:
        index += 1
        if isLineEnd(byte), !isMultiLine { return }
      }
    }
  }

  /// The number of `#` in front of a quote.
  private var escapeSigns: Int {
    var start = index
    while start > 0, bytes[start - 1] == UInt8(ascii: "#") { start -= 1 }
    return index - start
  }

  private func follows(_ byte: UInt8, by distance: Int = 1) -> Bool {
    index + distance < bytes.count && bytes[index + distance] == byte
  }

  private static func declares(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard word.count >= 3, word.count <= 14 else { return false }
    return declarators.contains { $0.count == word.count && $0.elementsEqual(word) }
  }

  private static let declarators = [
    "func", "struct", "class", "enum", "protocol", "actor", "extension", "typealias", "associatedtype", "macro",
  ].map { Array($0.utf8) }
}
