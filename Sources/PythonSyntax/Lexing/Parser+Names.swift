// Names and keywords.

extension Parser {
  @inline(__always)
  mutating func lexName() {
    let start = position
    var end = start &+ 1
    while traits[Int(source[end])] & LexicalTables.nameByte != 0 { end &+= 1 }
    if source[start] >= 0x80 || source[end] >= 0x80 {
      lexUnicodeName()
      return
    }
    let length = end &- start
    position = end
    if length <= 2, classes[Int(source[end])] == .quote,
      let style = StringPieceStyle(prefix: source + start, length: length)
    {
      lexString(style)
      return
    }
    token = .name
    if length <= 8 {
      let word = UnsafeRawPointer(source + start).loadUnaligned(as: UInt64.self)
      let spelling = word & (UInt64.max >> UInt64(truncatingIfNeeded: 64 &- length &* 8))
      let slot = Int(truncatingIfNeeded: (spelling &* LexicalTables.keywordMultiplier) >> 58)
      if keywordWords[slot] == spelling { token = keywordTokens[slot] }
    }
  }

  /// A name with non-ASCII characters, each of which must be allowed at its position.
  private mutating func lexUnicodeName() {
    var end = position
    while true {
      let byte = source[end]
      if byte < 0x80 {
        guard traits[Int(byte)] & LexicalTables.nameByte != 0 else { break }
        end += 1
        continue
      }
      let (scalar, length) = decodeScalar(at: end)
      let properties = scalar.properties
      guard end == tokenStart ? properties.isXIDStart : properties.isXIDContinue else {
        fail(at: end, length: length, "invalid character \(describeScalar(at: end)) in a name")
        return
      }
      end += length
    }
    position = end
    token = .name
  }

  /// The scalar at an offset. The source is valid UTF-8.
  func decodeScalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = UInt32(source[offset])
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard length > 1 else { return (Unicode.Scalar(UInt8(first)), 1) }
    var value = first & (0x7F >> UInt32(length))
    for step in 1..<length { value = value << 6 | UInt32(source[offset + step] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
