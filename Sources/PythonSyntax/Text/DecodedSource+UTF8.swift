// Checking UTF-8.

extension DecodedSource {
  /// Reports the first byte that is not UTF-8 and replaces all such bytes with question marks, so that offsets stay.
  mutating func checkUTF8() {
    var offset = 0
    var hasReported = false
    let raw = UnsafeRawPointer(bytes)
    while offset < count {
      while offset &+ 8 <= count,
        raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        offset += 8
      }
      guard offset < count else { break }
      let length = encoding == .ascii && bytes[offset] >= 0x80 ? 0 : sequenceLength(offset)
      if length > 0 {
        offset += length
        continue
      }
      if !hasReported {
        let found = "0x" + String(bytes[offset], radix: 16)
        report(offset, 1, "expected \(encoding.rawValue) text, found byte \(found)")
        hasReported = true
      }
      bytes[offset] = UInt8(ascii: "?")
      offset += 1
    }
  }

  /// The length of the well-formed UTF-8 sequence at an offset, or 0.
  private func sequenceLength(_ offset: Int) -> Int {
    let first = bytes[offset]
    if first < 0x80 { return 1 }
    func continues(_ step: Int) -> Bool { offset + step < count && bytes[offset + step] & 0xC0 == 0x80 }
    guard continues(1) else { return 0 }
    let second = bytes[offset + 1]
    switch first {
    case 0xC2...0xDF: return 2
    case 0xE0...0xEF:
      if !continues(2) || (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) { return 0 }
      return 3
    case 0xF0...0xF4:
      if !continues(2) || !continues(3) || (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F) {
        return 0
      }
      return 4
    default: return 0
    }
  }
}
