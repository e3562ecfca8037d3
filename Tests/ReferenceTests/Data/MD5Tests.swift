import Reference
import Testing

@Suite struct MD5Tests {
  @Test(arguments: [
    ("", "d41d8cd98f00b204e9800998ecf8427e"), ("a", "0cc175b9c0f1b6a831c399e269772661"),
    ("abc", "900150983cd24fb0d6963f7d28e17f72"), ("message digest", "f96b697d7cb7938d525a2f31aaf161d0"),
    ("abcdefghijklmnopqrstuvwxyz", "c3fcd3d76192e4007dfb496cca67e13b"),
    ("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", "d174ab98d277d9f5a5611c2c9f419d9f"),
    (
      "12345678901234567890123456789012345678901234567890123456789012345678901234567890",
      "57edf4a22be3c955ac49da2e2107b67a"
    ),
  ])
  func matchesTestSuiteOfRFC1321(text: String, expected: String) {
    #expect(MD5.digest(of: text.utf8) == expected)
  }

  @Test func incrementalUpdatesMatchWholeDigest() throws {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 * 7) }
    for length in [1, 55, 56, 63, 64, 65, 999] {
      var checksum = MD5()
      for start in stride(from: 0, to: bytes.count, by: length) {
        checksum.update(with: Array(bytes[start..<min(bytes.count, start + length)]))
      }
      #expect(checksum.digest() == MD5.digest(of: bytes))
    }
    let directory = try TemporaryDirectory()
    #expect(try MD5.digest(ofFile: directory.write("x", bytes)) == MD5.digest(of: bytes))
  }

  @Test func missingFileThrows() {
    #expect(
      errorMessage { _ = try MD5.digest(ofFile: "/nowhere/x") }.hasPrefix("/nowhere/x: cannot be read: no such file"))
  }
}
