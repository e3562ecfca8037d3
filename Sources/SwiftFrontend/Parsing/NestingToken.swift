@_spi(Testing) import SwiftParser
@_spi(RawSyntax) import SwiftSyntax

/// What `NestingScan` needs to know of a token.
struct NestingToken {
  var kind = RawTokenKind.endOfFile
  var text = SyntaxText()
  var startsLine = false

  init() {}

  init(_ lexeme: Lexer.Lexeme) {
    kind = lexeme.rawTokenKind
    text = lexeme.tokenText
    startsLine = lexeme.flags.contains(.isAtStartOfLine)
  }

  var isOperator: Bool {
    switch kind {
    case .binaryOperator, .prefixOperator, .postfixOperator, .leftAngle, .rightAngle: true
    default: false
    }
  }

  /// Whether a statement may end after this token, if a line ends there.
  func endsStatement(after before: NestingToken) -> Bool {
    switch kind {
    case .keyword where text == "throws" || text == "rethrows": before.kind == .rightParen || before.text == "async"
    // Modifiers and the like wait for what follows; that a variable may have such a name only delays the end.
    case .identifier, .keyword: Keyword(text) == nil || Self.finalKeywords.contains(text)
    case .integerLiteral, .floatLiteral, .dollarIdentifier, .wildcard, .stringQuote, .multilineStringQuote,
      .rawStringPoundDelimiter, .regexSlash, .regexPoundDelimiter, .postfixOperator, .postfixQuestionMark,
      .exclamationMark, .rightBrace, .rightParen, .rightSquare, .poundEndif:
      true
    default: false
    }
  }

  /// Whether this token is more than an attribute or a modifier of a declaration.
  func isContent(after previous: NestingToken) -> Bool {
    switch kind {
    case .identifier: previous.kind != .atSign && previous.kind != .period && Keyword(text) == nil
    case .keyword: previous.kind != .atSign && !Self.modifiers.contains(text)
    case .integerLiteral, .floatLiteral, .dollarIdentifier, .stringQuote, .multilineStringQuote, .leftBrace,
      .rightBrace, .poundEndif:
      true
    default: false
    }
  }

  private static let modifiers: [SyntaxText] = [
    "static", "public", "private", "fileprivate", "internal", "throws", "rethrows", "inout", "Any",
  ]

  private static let finalKeywords: [SyntaxText] = [
    "self", "Self", "super", "nil", "true", "false", "Any", "return", "break", "continue", "fallthrough", "init",
  ]

  /// Whether this token, at the start of a line, continues the statement before it.
  var continuesStatement: Bool {
    switch kind {
    case .binaryOperator, .infixQuestionMark, .postfixQuestionMark, .postfixOperator, .exclamationMark, .period, .colon,
      .colonColon, .equal, .arrow, .comma, .ellipsis, .leftBrace, .leftAngle, .rightAngle, .stringSegment, .backslash:
      true
    case .keyword: Self.continuations.contains(text)
    case .identifier: text == "async"
    default: false
    }
  }

  private static let continuations: [SyntaxText] = [
    "else", "catch", "where", "in", "as", "is", "throws", "rethrows", "while",
  ]

  /// Whether this token begins a declaration or statement with a block, and is not a label, member or modifier.
  func introducesBlock(after before: NestingToken, before next: NestingToken) -> Bool {
    guard before.kind != .period, next.kind != .colon else { return false }
    switch kind {
    case .identifier where text == "actor":
      return next.kind == .identifier && !next.startsLine || next.kind == .keyword && !next.continuesStatement
    case .identifier: return before.text == "macro" && next.kind != .leftParen && !next.isOperator
    case .keyword:
      guard Self.introducers.contains(text), before.text != "import" else { return false }
      return text != "class" || next.kind == .identifier
    default: return false
    }
  }

  private static let introducers: [SyntaxText] = [
    "if", "guard", "while", "for", "repeat", "switch", "do", "catch", "defer", "else", "struct", "class", "enum",
    "extension", "protocol", "precedencegroup", "subscript",
  ]
}
