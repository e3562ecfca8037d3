/// One literal of an implicit concatenation, with prefix and quotes.
@frozen
public struct StringPiece: NodeView {
  @inlinable
  public static var kind: NodeKind { .stringPiece }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  /// How it is written.
  @inlinable
  public var style: StringPieceStyle { StringPieceStyle(rawValue: node.payload) }

  /// What stands between the quotes.
  @inlinable
  public var contentRange: Range<UInt32> { style.contentRange(node.range) }

  /// Whether its value differs from its text by escapes.
  @inlinable
  public var hasEscapes: Bool { node.flags.contains(.escaped) }

  /// The value: UTF-8 with surrogates as three bytes, or the bytes of a bytes literal. Decoded on each call.
  public var decodedBytes: [UInt8] {
    var value: [UInt8] = []
    decode(into: &value)
    return value
  }

  func decode(into value: inout [UInt8]) {
    let content = contentRange
    let start = node.storage.pointee.source + Int(content.lowerBound)
    let text = UnsafeBufferPointer(start: start, count: content.count)
    StringDecoder(text: text, style: style, hasDoubledBraces: false).decode(into: &value)
  }
}

/// Text without replacement fields: one `stringPiece` or several side by side.
@frozen
public struct StringLiteral: NodeView {
  @inlinable
  public static var kind: NodeKind { .stringLiteral }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var pieces: ViewSequence<StringPiece> { ViewSequence(node) }

  /// The value as UTF-8; a surrogate escape makes three bytes, as in Python with `surrogatepass`.
  ///
  /// Decoded on each call; takes time linear in the text.
  public var utf8Value: [UInt8] {
    var value: [UInt8] = []
    for piece in pieces { piece.decode(into: &value) }
    return value
  }

  /// The value; surrogates become replacement characters. Decoded on each call.
  public var value: String { String(decoding: utf8Value, as: UTF8.self) }

  /// Whether the value is exactly this. Allocates nothing where the literal is one piece without escapes.
  public func valueEquals(_ text: StaticString) -> Bool {
    if let piece = pieces.first(where: { _ in true }), piece.node.subtreeEnd == node.subtreeEnd, !piece.hasEscapes {
      let content = piece.contentRange
      let bytes = UnsafeBufferPointer(
        start: node.storage.pointee.source + Int(content.lowerBound), count: content.count)
      return text.withUTF8Buffer { bytes.elementsEqual($0) }
    }
    return text.withUTF8Buffer { utf8Value.elementsEqual($0) }
  }
}

/// A bytes literal: one `stringPiece` or several side by side.
@frozen
public struct BytesLiteral: NodeView {
  @inlinable
  public static var kind: NodeKind { .bytesLiteral }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var pieces: ViewSequence<StringPiece> { ViewSequence(node) }

  /// The value. Decoded on each call; takes time linear in the text.
  public var value: [UInt8] {
    var value: [UInt8] = []
    for piece in pieces { piece.decode(into: &value) }
    return value
  }
}

/// An f-string, perhaps with other strings beside it: `stringPiece` and `formattedPiece` children.
@frozen
public struct FormattedString: NodeView {
  @inlinable
  public static var kind: NodeKind { .formattedString }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var pieces: Children { node.children }
}

/// A t-string: `formattedPiece` children.
@frozen
public struct TemplateString: NodeView {
  @inlinable
  public static var kind: NodeKind { .templateString }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var pieces: Children { node.children }
}

/// One `f"..."` or `t"..."`: `stringText` and `replacementField` children by turns.
@frozen
public struct FormattedPiece: NodeView {
  @inlinable
  public static var kind: NodeKind { .formattedPiece }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  /// How it is written.
  @inlinable
  public var style: StringPieceStyle { StringPieceStyle(rawValue: node.payload) }

  /// What stands between the quotes.
  @inlinable
  public var contentRange: Range<UInt32> { style.contentRange(node.range) }

  @inlinable
  public var parts: Children { node.children }

  @inlinable
  public var fields: ViewSequence<ReplacementField> { ViewSequence(node) }
}

/// Text between replacement fields, or in a format.
@frozen
public struct StringText: NodeView {
  @inlinable
  public static var kind: NodeKind { .stringText }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  /// The value as UTF-8, with escapes decoded and doubled braces halved. Decoded on each call.
  public var utf8Value: [UInt8] {
    var value: [UInt8] = []
    let style = StringPieceStyle(rawValue: node.payload)
    let isEscaped = node.flags.contains(.escaped)
    StringDecoder(text: node.bytes, style: style, hasDoubledBraces: isEscaped).decode(into: &value)
    return value
  }

  /// The value; surrogates become replacement characters. Decoded on each call.
  public var value: String { String(decoding: utf8Value, as: UTF8.self) }
}

/// `{expression=!r:format}`.
@frozen
public struct ReplacementField: NodeView {
  @inlinable
  public static var kind: NodeKind { .replacementField }

  public let node: Node

  @inlinable
  public init(unchecked node: Node) { self.node = node }

  @inlinable
  public var expression: Node { node.required(0) }

  /// The conversion, `r`, `s` or `a`, as it is written.
  @inlinable
  public var conversion: UInt8? { node.payload == 0 ? nil : UInt8(truncatingIfNeeded: node.payload) }

  /// The format after the colon, a `formatSpecification`.
  @inlinable
  public var format: Node? { node.child(.formatSpecification) }

  /// The text that `=` shows, from behind the brace through the `=` and the blanks after it; nil without `=`.
  @inlinable
  public var debugRange: Range<UInt32>? { node.child(.debugEqual).map { node.start + 1..<$0.end } }
}

extension StringPieceStyle {
  /// The range between the quotes of a literal written like this; empty if the literal has no end.
  @inlinable
  func contentRange(_ literal: Range<UInt32>) -> Range<UInt32> {
    let start = min(literal.lowerBound + UInt32(prefixLength + quoteLength), literal.upperBound)
    return start..<max(start, literal.upperBound - min(UInt32(quoteLength), literal.upperBound))
  }
}
