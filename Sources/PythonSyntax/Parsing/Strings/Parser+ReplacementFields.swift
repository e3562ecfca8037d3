// Replacement fields of f-strings and t-strings.

extension Parser {
  /// `{expression=!r:format}`, from `position` at the opening brace to after the closing one.
  mutating func parseReplacementField(_ context: FormattedContext) {
    let start = position
    let mark = nodeCount
    let outerFieldDepth = fieldDepth
    var conversion: UInt16 = 0
    tokenStart = position
    if context.formatDepth > 2 {
      fail(at: position, length: 1, "expected at most 2 nested format specifications, found more")
      return
    }
    bracketDepth += 1
    brackets[bracketDepth] = position
    if bracketDepth > Parser.maximumBracketDepth { return failTooManyBrackets() }
    fieldDepth = bracketDepth
    position += 1
    previousEnd = position
    lex()
    if token == .rightBrace || token == .colon || token == .exclamation || token == .equal {
      failExpecting("an expression in the replacement field")
    }
    if token == .yieldKeyword { parseYield() } else { parseStarExpressions() }
    if token == .equal {
      let equal = tokenStart
      advance()
      emit(.debugEqual, equal, max(tokenStart, equal), nodeCount)
    }
    if token == .exclamation { conversion = parseConversion() }
    if token == .colon {
      previousEnd = position
      parseFormat(context)
    } else if token != .rightBrace {
      failExpecting("'}', '!' or ':' in the replacement field")
    }
    if !failed { previousEnd = position }
    fieldDepth = outerFieldDepth
    emit(.replacementField, start, previousEnd, mark, payload: conversion)
  }

  /// `!r`. The letter must directly follow the exclamation mark.
  private mutating func parseConversion() -> UInt16 {
    let mark = position
    advance()
    guard token == .name, tokenStart == mark, position == mark + 1,
      [UInt8(ascii: "r"), UInt8(ascii: "s"), UInt8(ascii: "a")].contains(source[mark])
    else {
      failExpecting("'s', 'r' or 'a' right after '!'")
      return 0
    }
    advance()
    return UInt16(source[mark])
  }

  /// The format after a colon, up to and including the brace that ends its field.
  private mutating func parseFormat(_ context: FormattedContext) {
    let start = position
    let mark = nodeCount
    var inner = context
    inner.formatDepth += 1
    parseFormattedBody(inner)
    emit(.formatSpecification, start, failed ? max(previousEnd, start) : position, mark)
    guard !failed else { return }
    // The body ends before the closing brace or, in a string with single quotes, before a line end that may precede it.
    previousEnd = position
    lex()
    if token != .rightBrace { failExpecting("'}' after the format") }
  }
}
