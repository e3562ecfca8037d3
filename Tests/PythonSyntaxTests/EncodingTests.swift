import PythonSyntax
import Testing

@Suite("Encodings")
struct EncodingTests {
  @Test(
    "byte order marks and cookies",
    arguments: [
      ("\u{FEFF}x = 1", SourceEncoding.utf8), ("# coding: latin-1\nx", .latin1),
      ("#!/x\n# -*- coding: cp1252 -*-\nx", .windows1252),
      ("# vim: set fileencoding=iso-8859-15 :\nx", .latin9), ("x\n# coding: latin-1", .utf8),
      ("\n# coding: ascii\n", .ascii),
      ("# coding: koi8-r\r\nx", .koi8r),
    ])
  func cookies(_ source: String, _ encoding: SourceEncoding) {
    let tree = parsed(source)
    #expect(tree.encoding == encoding)
    #expect(tree.errors.isEmpty)
  }

  @Test("one-byte encodings are converted to UTF-8")
  func transcoding() throws {
    let latin = parsed(Array("# coding: iso-8859-1\nx = '".utf8) + [0xE9, 0xA4] + Array("'\n".utf8))
    #expect(try #require(first(StringLiteral.self, in: latin)).value == "é¤")
    let windows = parsed(Array("# coding: cp1252\nx = '".utf8) + [0x80] + Array("'\n".utf8))
    #expect(try #require(first(StringLiteral.self, in: windows)).value == "€")
  }

  @Test("invalid bytes and unknown encodings are errors")
  func invalid() {
    #expect(errors(in: Array("x = '".utf8) + [0xFF, 0x27]) == ["1:6: expected utf-8 text, found byte 0xff"])
    #expect(errors(in: "# coding: klingon\n") == ["1:11: unknown encoding 'klingon'"])
    #expect(
      errors(in: "x = 1\0") == ["1:6: expected source text, found a null byte", "1:6: unexpected character U+0000"])
    #expect(
      errors(in: "\u{FEFF}# coding: latin-1") == [
        "1:11: expected encoding utf-8 after a byte order mark, found 'latin-1'"
      ])
  }

  @Test(
    "line ends and whitespace of all kinds",
    arguments: [
      "if x:\r\n  y\r\nz\r\n", "if x:\r  y\rz", "if x:\n\u{0C}  y\n\u{0C}\n", "x = \\\n  1", "", "\n", "#", "   ",
      "if x:\n\ty\n\n\t# c\n\tz",
      "if x:\n  y\n # odd comment\n  z", "x = (1,\n\n# c\n2)",
    ])
  func lineEnds(_ source: String) {
    #expect(errors(in: source) == [])
    #expect(isWellFormed(parsed(source)))
  }
}
