/// What the lexer does with a byte, and what it may be part of.
enum ByteClass: UInt8 {
  case other
  case blank
  case lineEnd
  case comment
  case letter
  case digit
  case quote
  case punctuation
  case backslash
  case zero
}

/// Tables the lexer and parser look up by byte and by token, built once.
struct LexicalTables: @unchecked Sendable {
  /// `ByteClass` by byte.
  let classes: UnsafePointer<ByteClass>
  /// Bits by byte: `nameByte`, `stringStop`.
  let traits: UnsafePointer<UInt8>
  /// Keyword spellings as little-endian words, by hash.
  let keywordWords: UnsafePointer<UInt64>
  let keywordTokens: UnsafePointer<Token>
  /// Facts of tokens by raw value.
  let tokens: UnsafePointer<TokenFacts>

  static let shared = LexicalTables()
  /// The byte may stand in an ASCII name after its first byte.
  static let nameByte: UInt8 = 1
  /// The byte may end or interrupt a string.
  static let stringStop: UInt8 = 2
  /// The multiplier that hashes all keywords to different slots of 64; found by search.
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
    case UInt8(ascii: " "), UInt8(ascii: "\t"), 12: .blank
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

/// What the expression parser asks of a token.
struct TokenFacts {
  /// How tightly the token binds as an infix operator; 0 if it is none.
  var precedence: UInt8 = 0
  /// The raw value of the operator it stands for.
  var operation: UInt8 = 0
  var startsExpression = false

  init(_ token: Token) {
    switch token {
    case .orKeyword: (precedence, operation) = (Precedence.or, UInt8(BooleanOperator.or.rawValue))
    case .andKeyword: (precedence, operation) = (Precedence.and, UInt8(BooleanOperator.and.rawValue))
    case .equalEqual: compare(.equal)
    case .notEqual: compare(.notEqual)
    case .less: compare(.less)
    case .lessEqual: compare(.lessOrEqual)
    case .greater: compare(.greater)
    case .greaterEqual: compare(.greaterOrEqual)
    case .isKeyword: compare(.is)
    case .inKeyword: compare(.in)
    case .notKeyword:
      compare(.notIn)
      startsExpression = true
    case .pipe: combine(Precedence.bitOr, .bitOr)
    case .caret: combine(Precedence.bitXor, .bitXor)
    case .ampersand: combine(Precedence.bitAnd, .bitAnd)
    case .leftShift: combine(Precedence.shift, .leftShift)
    case .rightShift: combine(Precedence.shift, .rightShift)
    case .plus, .minus:
      combine(Precedence.sum, token == .plus ? .add : .subtract)
      startsExpression = true
    case .star:
      combine(Precedence.product, .multiply)
      startsExpression = true
    case .slash: combine(Precedence.product, .divide)
    case .doubleSlash: combine(Precedence.product, .floorDivide)
    case .percent: combine(Precedence.product, .modulo)
    case .at: combine(Precedence.product, .matrixMultiply)
    case .name, .integer, .float, .imaginary, .string, .formattedStart, .leftParenthesis, .leftBracket, .leftBrace,
      .ellipsis, .tilde, .falseKeyword, .noneKeyword, .trueKeyword, .awaitKeyword, .lambdaKeyword:
      startsExpression = true
    default: break
    }
  }

  private mutating func compare(_ operation: ComparisonOperator) {
    precedence = Precedence.comparison
    self.operation = UInt8(operation.rawValue)
  }

  private mutating func combine(_ precedence: UInt8, _ operation: BinaryOperator) {
    self.precedence = precedence
    self.operation = UInt8(operation.rawValue)
  }
}

/// How tightly infix operators bind; unary operators and `**` bind tighter still.
enum Precedence {
  static let or: UInt8 = 1
  static let and: UInt8 = 2
  static let comparison: UInt8 = 4
  static let bitOr: UInt8 = 5
  static let bitXor: UInt8 = 6
  static let bitAnd: UInt8 = 7
  static let shift: UInt8 = 8
  static let sum: UInt8 = 9
  static let product: UInt8 = 10
}
