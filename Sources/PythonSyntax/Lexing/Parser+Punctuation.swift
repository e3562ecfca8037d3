// Operators and delimiters, the longest first.

extension Parser {
  mutating func lexPunctuation(_ byte: UInt8) {
    let next = source[position &+ 1]
    let hasEqual = next == UInt8(ascii: "=")
    switch byte {
    case UInt8(ascii: "("): open(.leftParenthesis)
    case UInt8(ascii: ")"): close(.rightParenthesis)
    case UInt8(ascii: "["): open(.leftBracket)
    case UInt8(ascii: "]"): close(.rightBracket)
    case UInt8(ascii: "{"): open(.leftBrace)
    case UInt8(ascii: "}"): close(.rightBrace)
    case UInt8(ascii: ","): take(.comma, 1)
    case UInt8(ascii: ";"): take(.semicolon, 1)
    case UInt8(ascii: "~"): take(.tilde, 1)
    case UInt8(ascii: ":"):
      // Directly inside a replacement field, a colon starts the format, even before an equals sign.
      if hasEqual && bracketDepth != fieldDepth { take(.colonEqual, 2) } else { take(.colon, 1) }
    case UInt8(ascii: "."):
      if classes[Int(next)] == .digit {
        lexNumber()
      } else if next == UInt8(ascii: "."), source[position + 2] == UInt8(ascii: ".") {
        take(.ellipsis, 3)
      } else {
        take(.dot, 1)
      }
    case UInt8(ascii: "="): take(hasEqual ? .equalEqual : .equal, hasEqual ? 2 : 1)
    case UInt8(ascii: "!"): take(hasEqual ? .notEqual : .exclamation, hasEqual ? 2 : 1)
    case UInt8(ascii: "+"): take(hasEqual ? .plusEqual : .plus, hasEqual ? 2 : 1)
    case UInt8(ascii: "-"):
      if next == UInt8(ascii: ">") {
        take(.arrow, 2)
      } else {
        take(hasEqual ? .minusEqual : .minus, hasEqual ? 2 : 1)
      }
    case UInt8(ascii: "*"): takeDoubled(next, .star, .starEqual, .doubleStar, .doubleStarEqual)
    case UInt8(ascii: "/"): takeDoubled(next, .slash, .slashEqual, .doubleSlash, .doubleSlashEqual)
    case UInt8(ascii: "<"): takeDoubled(next, .less, .lessEqual, .leftShift, .leftShiftEqual)
    case UInt8(ascii: ">"): takeDoubled(next, .greater, .greaterEqual, .rightShift, .rightShiftEqual)
    case UInt8(ascii: "%"): take(hasEqual ? .percentEqual : .percent, hasEqual ? 2 : 1)
    case UInt8(ascii: "@"): take(hasEqual ? .atEqual : .at, hasEqual ? 2 : 1)
    case UInt8(ascii: "&"): take(hasEqual ? .ampersandEqual : .ampersand, hasEqual ? 2 : 1)
    case UInt8(ascii: "|"): take(hasEqual ? .pipeEqual : .pipe, hasEqual ? 2 : 1)
    default: take(hasEqual ? .caretEqual : .caret, hasEqual ? 2 : 1)
    }
  }

  @inline(__always)
  private mutating func take(_ token: Token, _ length: Int) {
    self.token = token
    position &+= length
  }

  /// An operator of one byte or the same byte twice, with or without an equals sign.
  @inline(__always)
  mutating func takeDoubled(
    _ next: UInt8, _ single: Token, _ singleEqual: Token, _ double: Token, _ doubleEqual: Token
  ) {
    if next == source[position] {
      let hasEqual = source[position &+ 2] == UInt8(ascii: "=")
      take(hasEqual ? doubleEqual : double, hasEqual ? 3 : 2)
    } else if next == UInt8(ascii: "=") {
      take(singleEqual, 2)
    } else {
      take(single, 1)
    }
  }

  @inline(__always)
  private mutating func open(_ token: Token) {
    take(token, 1)
    bracketDepth &+= 1
    brackets[bracketDepth] = tokenStart
    if bracketDepth > Parser.maximumBracketDepth { failTooManyBrackets() }
  }

  @inline(never)
  mutating func failTooManyBrackets() {
    fail(at: tokenStart, length: 1, "expected at most \(Parser.maximumBracketDepth) nested brackets, found more")
  }

  @inline(__always)
  private mutating func close(_ token: Token) {
    if bracketDepth == 0 {
      fail(at: position, length: 1, "unmatched '\(describeByteText(position))'")
      return
    }
    take(token, 1)
    bracketDepth &-= 1
  }
}
