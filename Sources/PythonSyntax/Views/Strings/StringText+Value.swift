extension StringText {
  /// The value as UTF-8, with escapes decoded and `{{` and `}}` as single braces. Decoded on each call.
  public var utf8Value: [UInt8] {
    var value: [UInt8] = []
    let style = StringPieceStyle(rawValue: node.payload)
    let isEscaped = node.flags.contains(.escaped)
    StringDecoder(text: node.bytes, style: style, hasDoubledBraces: isEscaped).decode(into: &value)
    return value
  }

  /// The value, with replacement characters for surrogates. Decoded on each call.
  public var value: String { String(decoding: utf8Value, as: UTF8.self) }
}
