// String literals.

extension Parser {
  /// Adjacent literals, which are one string.
  mutating func parseStrings() {
    let start = tokenStart
    let mark = nodeCount
    var style = StringPieceStyle(rawValue: 0)
    var hasText = false
    repeat {
      let piece = stringStyle.subtracting(.prefixMask)
      if piece.isDisjoint(with: [.bytes, .template]) { hasText = true }
      style.formUnion(piece)
      if token == .formattedStart {
        parseFormattedPiece()
      } else {
        emit(
          .stringPiece, tokenStart, position, nodeCount,
          flags: stringIsEscaped && !stringStyle.contains(.raw) ? .escaped : NodeFlags(rawValue: 0),
          payload: stringStyle.rawValue)
        advance()
      }
    } while token == .string || token == .formattedStart
    if style.contains(.bytes) && (hasText || style.contains(.template)) {
      report(start, previousEnd, "expected adjacent literals of the same type, found bytes and text")
    } else if style.contains(.template) && hasText {
      report(start, previousEnd, "expected only t-strings next to a t-string, found another literal")
    }
    let kind: NodeKind =
      style.contains(.template)
      ? .templateString
      : style.contains(.formatted) ? .formattedString : style.contains(.bytes) ? .bytesLiteral : .stringLiteral
    finish(kind, start, mark)
  }
}
