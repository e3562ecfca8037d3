/// Tables that the lexer and parser index by byte and by token; built once.
struct LexicalTables: @unchecked Sendable {
  /// The class of each byte.
  let classes: UnsafePointer<ByteClass>
  /// The `nameByte` and `stringStop` bits of each byte.
  let traits: UnsafePointer<UInt8>
  /// Keywords as little-endian words, by hash.
  let keywordWords: UnsafePointer<UInt64>
  let keywordTokens: UnsafePointer<Token>
  /// Properties of tokens, by raw value.
  let tokens: UnsafePointer<TokenFacts>

  static let shared = LexicalTables()
  /// The byte can occur in an ASCII name after its first byte.
  static let nameByte: UInt8 = 1
  /// The byte can end a string, or begin an escape or replacement field in it.
  static let stringStop: UInt8 = 2
  /// A multiplier that hashes all keywords to different slots of 64; found by search.
  static let keywordMultiplier: UInt64 = 0xb57c_8e05_e3c9_b0e1

  private init() {
    let classes = UnsafeMutablePointer<ByteClass>.allocate(capacity: 256)
    let traits = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    for byte in 0..<256 {
      classes[byte] = LexicalTables.byteClass(UInt8(byte))
      traits[byte] = LexicalTables.byteTraits(UInt8(byte))
    }
    let words = UnsafeMutablePointer<UInt64>.allocate(capacity: 64)
    let keywords = UnsafeMutablePointer<Token>.allocate(capacity: 64)
    words.initialize(repeating: 0, count: 64)
    keywords.initialize(repeating: .name, count: 64)
    for (position, spelling) in Token.keywordSpellings.enumerated() {
      let word = spelling.utf8.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      let slot = Int(truncatingIfNeeded: (word &* LexicalTables.keywordMultiplier) >> 58)
      words[slot] = word
      keywords[slot] = Token(rawValue: Token.falseKeyword.rawValue + UInt8(position)) ?? .name
    }
    let tokens = UnsafeMutablePointer<TokenFacts>.allocate(capacity: Token.count)
    for raw in 0..<Token.count { tokens[raw] = TokenFacts(Token(rawValue: UInt8(raw)) ?? .failure) }
    self.classes = UnsafePointer(classes)
    self.traits = UnsafePointer(traits)
    keywordWords = UnsafePointer(words)
    keywordTokens = UnsafePointer(keywords)
    self.tokens = UnsafePointer(tokens)
  }

  private static func byteClass(_ byte: UInt8) -> ByteClass {
    switch byte {
    case 0: .zero
    case UInt8(ascii: " "), UInt8(ascii: "\t"), 12: .space
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"): .lineEnd
    case UInt8(ascii: "#"): .comment
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...:
      .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "'"), UInt8(ascii: "\""): .quote
    case UInt8(ascii: "\\"): .backslash
    case UInt8(ascii: "!"), UInt8(ascii: "%")...UInt8(ascii: "&"), UInt8(ascii: "(")...UInt8(ascii: "/"),
      UInt8(ascii: ":")...UInt8(ascii: ">"), UInt8(ascii: "@"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "^"), UInt8(ascii: "{")...UInt8(ascii: "~"):
      .punctuation
    default: .other
    }
  }

  private static func byteTraits(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      nameByte
    case 0, UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "\n"), UInt8(ascii: "\r"),
      UInt8(ascii: "{"), UInt8(ascii: "}"):
      stringStop
    default: 0
    }
  }
}
