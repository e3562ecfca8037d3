import Reference
import Testing

@Suite struct ChecksumTests {
  /// The standard check values: the CRC of "123456789".
  @Test func matchesCheckValues() {
    let digits = Array("123456789".utf8)
    #expect(Checksum.crc32(digits) == 0xcbf4_3926)
    #expect(Checksum.crc32c(digits) == 0xe306_9283)
    #expect(Checksum.crc32([]) == 0)
    #expect(Checksum.crc32c([]) == 0)
  }

  /// RFC 3720, section B.4.
  @Test func crc32cMatchesExamplesOfISCSI() {
    #expect(Checksum.crc32c([UInt8](repeating: 0, count: 32)) == 0x8a91_36aa)
    #expect(Checksum.crc32c([UInt8](repeating: 0xff, count: 32)) == 0x62a8_ab43)
    #expect(Checksum.crc32c(Array(0..<32)) == 0x46dd_794e)
  }

  @Test func crc32ContinuesPreviousBytes() {
    let first = Checksum.crc32(Array("1234".utf8))
    #expect(Checksum.crc32(Array("56789".utf8), continuing: first) == 0xcbf4_3926)
    #expect(Checksum.crc32([], continuing: first) == first)
  }
}

@Suite struct ProtocolBufferTests {
  /// The examples of the encoding guide, and edge cases.
  @Test func encodesIntegers() {
    #expect(ProtocolBuffer { $0.integer(1, 150) }.bytes == [0x08, 0x96, 0x01])
    #expect(ProtocolBuffer { $0.integer(1, 0) }.bytes == [0x08, 0])
    #expect(ProtocolBuffer { $0.integer(1, -2) }.bytes == [0x08, 0xfe] + [UInt8](repeating: 0xff, count: 8) + [1])
    #expect(ProtocolBuffer { $0.integer(100, 1) }.bytes == [0xa0, 0x06, 1])
    #expect(ProtocolBuffer { $0.integers(6, [3, 270, 86_942]) }.bytes == [0x32, 6, 3, 0x8e, 2, 0x9e, 0xa7, 5])
  }

  @Test func encodesFloats() {
    #expect(ProtocolBuffer { $0.float(1, 1) }.bytes == [0x0d, 0, 0, 0x80, 0x3f])
    #expect(ProtocolBuffer { $0.double(1, 1) }.bytes == [0x09, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f])
    #expect(ProtocolBuffer { $0.doubles(1, [1]) }.bytes == [0x0a, 8, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f])
  }

  @Test func encodesStringsAndSubmessages() {
    #expect(ProtocolBuffer { $0.text(2, "testing") }.bytes == [0x12, 7] + Array("testing".utf8))
    #expect(ProtocolBuffer { $0.message(3) { $0.integer(1, 150) } }.bytes == [0x1a, 3, 0x08, 0x96, 1])
    #expect(ProtocolBuffer { $0.block(1, [UInt8](repeating: 9, count: 200)) }.bytes.prefix(4) == [0x0a, 0xc8, 1, 9])
    #expect(ProtocolBuffer().bytes.isEmpty)
  }
}
