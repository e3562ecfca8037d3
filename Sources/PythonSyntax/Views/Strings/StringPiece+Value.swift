extension StringPiece {
  /// How the literal is written.
  @inlinable
  public var style: StringPieceStyle { StringPieceStyle(rawValue: node.payload) }

  /// The range between the quotes.
  @inlinable
  public var contentRange: Range<UInt32> { style.contentRange(node.range) }

  /// Whether the literal has escapes, so that its value differs from its text.
  @inlinable
  public var hasEscapes: Bool { node.flags.contains(.escaped) }

  /// The value: UTF-8, with surrogates as three bytes, or the bytes of a bytes literal. Decoded on each call.
  public var decodedBytes: [UInt8] {
    var value: [UInt8] = []
    decode(into: &value)
    return value
  }

  func decode(into value: inout [UInt8]) {
    StringDecoder(text: contentBytes, style: style, hasDoubledBraces: false).decode(into: &value)
  }

  /// The source between the quotes, not copied.
  var contentBytes: UnsafeBufferPointer<UInt8> {
    let content = contentRange
    return UnsafeBufferPointer(
      start: node.storage.pointee.source + Int(content.lowerBound), count: content.count)
  }
}
