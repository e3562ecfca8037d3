import Reference
import Testing

@Suite struct ClassMapTests {
  @Test func decodesAllLineEndings() throws {
    #expect(try ClassMap.decode("index,codepoint,char\n0,U+304A,お\n1,U+304D,き\n", path: "x") == ["お", "き"])
    #expect(try ClassMap.decode("\u{feff}index,codepoint,char\r\n0,U+304A,お\r\n", path: "x") == ["お"])
  }

  @Test(arguments: [
    ("", "line 1: found ''"), ("a,b\n", "line 1: found 'a,b'"),
    ("index,codepoint,char\n0,U+304A\n", "line 2: found '0,U+304A'"),
    ("index,codepoint,char\n0,U+304A,お\n2,U+304D,き\n", "line 3: expected index 1, found '2'"),
    ("index,codepoint,char\n", "line 2: found no classes"),
  ])
  func invalidLinesThrow(text: String, message: String) {
    #expect(
      errorMessage { _ = try ClassMap.decode(text, path: "x") }
        == "x: \(message); expected the header index,codepoint,char, then lines such as 0,U+304A,お")
  }
}
