// f-strings and t-strings.

extension Parser {
  /// One f-string or t-string literal; the current token is its prefix and quotes.
  mutating func parseFormattedPiece() {
    let start = tokenStart
    let mark = nodeCount
    let style = stringStyle
    let quote = source[position - 1]
    if formattedNesting == 0 {
      formattedStyle = style
      formattedQuote = quote
      formattedDepth = bracketDepth
    }
    formattedNesting += 1
    let isTriple = style.contains(.triple)
    parseFormattedBody(FormattedContext(start: start, quote: quote, isTriple: isTriple, isRaw: style.contains(.raw)))
    if !failed {
      formattedNesting -= 1
      position += isTriple ? 3 : 1
      previousEnd = position
    }
    emit(.formattedPiece, start, previousEnd, mark, payload: style.rawValue)
    if !failed { lex() }
  }

  struct FormattedContext {
    var start: Int
    var quote: UInt8
    var isTriple: Bool
    var isRaw: Bool
    /// The number of format specifications around the text.
    var formatDepth = 0
  }

  /// Text and fields up to the closing quotes or, in a format, the closing brace, which remain at `position`.
  mutating func parseFormattedBody(_ context: FormattedContext) {
    var textStart = position
    var isEscaped = false
    while !failed {
      while traits[Int(source[position])] & LexicalTables.stringStop == 0 { position &+= 1 }
      let byte = source[position]
      switch byte {
      case UInt8(ascii: "\\"):
        isEscaped = isEscaped || !context.isRaw
        skipFormattedEscape(context)
      case UInt8(ascii: "{"):
        if context.formatDepth == 0 && source[position + 1] == byte {
          isEscaped = true
          position += 2
        } else {
          finishText(textStart, isEscaped, context)
          parseReplacementField(context)
          textStart = position
          isEscaped = false
        }
      case UInt8(ascii: "}"):
        if context.formatDepth > 0 {
          finishText(textStart, isEscaped, context)
          return
        }
        if source[position + 1] == byte {
          isEscaped = true
          position += 2
        } else {
          tokenStart = position
          fail(at: position, length: 1, "expected '}}' for a brace in an f-string, found a single '}'")
        }
      case context.quote where !context.isTriple || (source[position + 1] == byte && source[position + 2] == byte):
        finishText(textStart, isEscaped, context)
        if context.formatDepth > 0 {
          tokenStart = position
          fail(at: position, length: 1, "expected '}' to end the replacement field, found the end of the string")
        }
        return
      case UInt8(ascii: "\n") where !context.isTriple, UInt8(ascii: "\r") where !context.isTriple:
        if context.formatDepth > 0 {
          finishText(textStart, isEscaped, context)
          return
        }
        failUnterminated(context, "line")
      case 0 where position >= count:
        failUnterminated(context, "file")
      default:
        position += 1
      }
    }
  }

  private mutating func failUnterminated(_ context: FormattedContext, _ place: StaticString) {
    position = min(position, count)
    tokenStart = position
    let quotes = context.isTriple ? "three quotes" : "a quote"
    token = .failure
    fail(context.start, position, "expected \(quotes) to end the f-string, found end of \(place)")
  }

  /// Skips an escape. Braces begin or end a field even after a backslash.
  private mutating func skipFormattedEscape(_ context: FormattedContext) {
    position += 1
    switch source[position] {
    case UInt8(ascii: "{"), UInt8(ascii: "}"):
      break
    case UInt8(ascii: "N") where !context.isRaw && source[position + 1] == UInt8(ascii: "{"):
      position += 2
      while source[position] != UInt8(ascii: "}"), source[position] != context.quote, position < count,
        !isLineEnd(source[position])
      {
        position += 1
      }
      if source[position] == UInt8(ascii: "}") { position += 1 }
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      skipLineEnd()
    default:
      if position < count { position += 1 }
    }
  }

  private mutating func finishText(_ start: Int, _ isEscaped: Bool, _ context: FormattedContext) {
    guard position > start else { return }
    if isEscaped && !context.isRaw { checkEscapes(start, position, inBytes: false) }
    emit(
      .stringText, start, position, nodeCount, flags: isEscaped ? .escaped : NodeFlags(rawValue: 0),
      payload: context.isRaw ? StringPieceStyle.raw.rawValue : 0)
  }
}
