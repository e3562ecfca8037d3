import LintModel
import LintSourceText
import SwiftSyntax

extension Lowering {
  /// The text that an expression spells out: a literal, literals and values joined by `+`, `String(format:)`, or a
  /// local constant that holds one of these. Nil for anything else.
  func text(of expression: ExprSyntax) -> MessageTemplate? {
    if let literal = expression.as(StringLiteralExprSyntax.self) {
      var text = MessageTemplate(range: range(of: literal), pieces: pieces(of: literal))
      if literal.openingPounds == nil, literal.openingQuote.text == "\"" {
        text.tail = MessageTemplate.Tail(
          form: .interpolated, literal: range(of: literal), characters: characters(of: literal))
      }
      return text
    }
    if let sequence = expression.as(SequenceExprSyntax.self) { return text(ofSum: sequence) }
    if let tuple = expression.as(TupleExprSyntax.self), tuple.elements.count == 1, let only = tuple.elements.first {
      return only.label == nil ? text(of: only.expression) : nil
    }
    if let reference = expression.as(DeclReferenceExprSyntax.self) {
      let name = reference.baseName.text
      return frames.last?.texts[name]
    }
    if let call = expression.as(FunctionCallExprSyntax.self) { return text(ofFormat: call) }
    return nil
  }

  /// The literal's characters, one piece for each stretch between two values.
  func pieces(of literal: StringLiteralExprSyntax) -> [MessageTemplate.Piece] {
    let escapeSigns = literal.openingPounds?.text.utf8.count ?? 0
    var pieces: [MessageTemplate.Piece] = []
    var characters = ""
    var place: SourceRange?
    func closeLiteral() {
      if let place, !characters.isEmpty { pieces.append(MessageTemplate.Piece(.literal(characters), at: place)) }
      characters = ""
      place = nil
    }
    for segment in literal.segments {
      switch segment {
      case .stringSegment(let segment):
        let range = range(of: segment.content)
        characters += decoded(range, escapeSigns: escapeSigns)
        place = SourceRange(start: place?.start ?? range.start, end: range.end)
      case .expressionSegment(let segment):
        closeLiteral()
        let value = segment.expressions.first.map { source(of: $0.expression) } ?? ""
        pieces.append(MessageTemplate.Piece(.value(value), at: range(of: segment)))
      }
    }
    closeLiteral()
    return pieces
  }

  /// Where a literal's characters begin and end.
  func characters(of literal: StringLiteralExprSyntax) -> SourceRange {
    SourceRange(
      start: range(of: literal.openingQuote).end, end: max(range(of: literal.openingQuote).end, contentEnd(of: literal))
    )
  }

  private func contentEnd(of literal: StringLiteralExprSyntax) -> UInt32 {
    literal.segments.last.map { range(of: $0).end } ?? range(of: literal.closingQuote).start
  }

  /// Literals and values joined by `+`, at least one of them a literal.
  private func text(ofSum sequence: SequenceExprSyntax) -> MessageTemplate? {
    var pieces: [MessageTemplate.Piece] = []
    var hasLiteral = false
    for (index, element) in sequence.elements.enumerated() {
      if index % 2 == 1 {
        guard element.as(BinaryOperatorExprSyntax.self)?.operator.text == "+" else { return nil }
      } else if let literal = element.as(StringLiteralExprSyntax.self) {
        hasLiteral = true
        pieces += self.pieces(of: literal)
      } else {
        pieces.append(MessageTemplate.Piece(.value(source(of: element)), at: range(of: element)))
      }
    }
    return hasLiteral ? MessageTemplate(range: range(of: sequence), pieces: pieces) : nil
  }

  private func text(ofFormat call: FunctionCallExprSyntax) -> MessageTemplate? {
    guard dottedName(call.calledExpression)?.text == "String", let first = call.arguments.first,
      first.label?.text == "format", let literal = first.expression.as(StringLiteralExprSyntax.self)
    else { return nil }
    let values = call.arguments.dropFirst().map {
      MessageTemplate.Piece(.value(source(of: $0.expression)), at: range(of: $0.expression))
    }
    return MessageTemplate(range: range(of: call), pieces: pieces(of: literal) + values)
  }

  /// The characters of a segment, escapes decoded and line endings as `\n`.
  private func decoded(_ range: SourceRange, escapeSigns: Int) -> String {
    let raw = source(range)
    guard raw.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "\r") }) else { return raw }
    var result = String.UnicodeScalarView()
    var rest = Substring(raw).unicodeScalars
    let escape = [Unicode.Scalar("\\")] + Array(repeating: Unicode.Scalar("#"), count: escapeSigns)
    while let scalar = rest.popFirst() {
      if scalar == "\r" {
        if rest.first == "\n" { rest.removeFirst() }
        result.append("\n")
      } else if scalar == "\\", rest.starts(with: escape.dropFirst()) {
        rest.removeFirst(escapeSigns)
        if let decoded = unescaped(&rest) { result.append(decoded) }
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private func unescaped(_ rest: inout Substring.UnicodeScalarView) -> Unicode.Scalar? {
    guard let kind = rest.popFirst() else { return "\\" }
    switch kind {
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "0": return "\0"
    case "u":
      // Eight digits at most; a brace that nothing closes is not looked for through the whole literal.
      guard rest.first == "{", let close = rest.prefix(10).firstIndex(of: "}") else { return kind }
      let digits = String(rest[rest.index(after: rest.startIndex)..<close])
      rest = rest[rest.index(after: close)...]
      return UInt32(digits, radix: 16).flatMap { Unicode.Scalar($0) } ?? "\u{FFFD}"
    default: return kind
    }
  }
}
