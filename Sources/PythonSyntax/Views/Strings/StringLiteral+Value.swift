extension StringLiteral {
  /// The value as UTF-8. A surrogate escape becomes three bytes, as in Python with `surrogatepass`.
  ///
  /// Decoded on each call; takes time linear in the text.
  public var utf8Value: [UInt8] {
    var value: [UInt8] = []
    for piece in pieces { piece.decode(into: &value) }
    return value
  }

  /// The value, with replacement characters for surrogates. Decoded on each call.
  public var value: String { String(decoding: utf8Value, as: UTF8.self) }

  /// Whether the value equals a text. Allocates nothing if the literal is a single piece without escapes.
  public func valueEquals(_ text: StaticString) -> Bool {
    if let piece = pieces.first(where: { _ in true }), piece.node.subtreeEnd == node.subtreeEnd, !piece.hasEscapes {
      return text.withUTF8Buffer { piece.contentBytes.elementsEqual($0) }
    }
    return text.withUTF8Buffer { utf8Value.elementsEqual($0) }
  }
}

extension BytesLiteral {
  /// The value. Decoded on each call; takes time linear in the text.
  public var value: [UInt8] {
    var value: [UInt8] = []
    for piece in pieces { piece.decode(into: &value) }
    return value
  }
}
