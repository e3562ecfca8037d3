import PythonSyntax
import Testing

@Suite("Strings")
struct StringTests {
  @Test(
    "values of string literals",
    arguments: [
      (#"'a\n\x41\101\u00e9\N{EM DASH}\q'"#, "a\nAAé\u{2014}\\q"), (#"r'\n'"#, "\\n"),
      ("'a' \"b\" '''c\nd'''", "abc\nd"),
      ("'a\\\nb'", "ab"), ("'''a\r\nb\rc'''", "a\nb\nc"),
      (#"'\N{LF}\N{hangul syllable ga}\N{CJK UNIFIED IDEOGRAPH-4E00}'"#, "\n가一"),
      (#"'\ud800'"#, "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ])
  func values(_ source: String, _ value: String) throws {
    let tree = parsed(source)
    #expect(tree.errors.isEmpty)
    #expect(try #require(first(StringLiteral.self, in: tree)).value == value)
  }

  @Test("values of bytes literals")
  func bytes() throws {
    let tree = parsed(#"b'\xff\377' rb'\x' B"\N{a}""#)
    #expect(tree.errors.isEmpty)
    let literal = try #require(first(BytesLiteral.self, in: tree))
    #expect(literal.value == [0xFF, 0xFF] + Array(#"\x\N{a}"#.utf8))
    #expect(literal.pieces.map(\.style.quoteLength) == [1, 1, 1])
  }

  @Test("comparison of string literals with text")
  func comparison() throws {
    let tree = parsed("'plain'; 'es\\x63aped'")
    let literals = tree.root.subtree.compactMap { StringLiteral($0) }
    #expect(literals[0].valueEquals("plain"))
    #expect(!literals[0].valueEquals("plane"))
    #expect(literals[1].valueEquals("escaped"))
  }

  @Test("replacement fields of f-strings")
  func fields() throws {
    let tree = parsed("f'a{{{x!r:>{w}}}}b' 'c'")
    #expect(tree.errors.isEmpty)
    let piece = try #require(first(FormattedPiece.self, in: tree))
    let field = try #require(piece.fields.first { _ in true })
    #expect(field.expression.text == "x")
    #expect(field.conversion == UInt8(ascii: "r"))
    #expect(field.format?.text == ">{w}")
    #expect(piece.parts.compactMap { StringText($0)?.value } == ["a{", "}b"])
  }

  @Test("debug text of replacement fields")
  func debugging() throws {
    let tree = parsed("f'''{ x + # why\n 1 = !s}'''")
    #expect(tree.errors.isEmpty)
    let field = try #require(first(ReplacementField.self, in: tree))
    #expect(tree.debugText(of: field) == " x + \n 1 = ")
  }

  @Test(
    "f-strings and t-strings without errors",
    arguments: [
      "f'{f'{f'{1}'}'}'", "f\"{\"a\"}\"", "f'{d['k']}'", "f'{\n1\n}'", "f'{x:{y}{z}}'", "f'{x:{y:{z}}}'",
      "f'{(lambda: 1)}'",
      "f'{ {1: 2}[1] }'", "f'{x=:^10}'", "f'{x!r:^{w}.{p}}'", "rf'\\{x}'", "f'\\N{DIGIT ONE}{x}'", "f'{a if b else c}'",
      "f'{yield}'", "f'{*a, b}'", "f'{x # c\n}'", "f'''{\nx:\n}'''", "f'{x:=5}'", "f'{(x:=5)}'", "F'' f\"\"",
      "t'{x}' t'{y!r}'",
      "T'''{x:{y}}'''", "rt'\\{x}'", "tr'{x=}'",
    ])
  func accepted(_ source: String) {
    #expect(errors(in: source) == [])
    #expect(isWellFormed(parsed(source)))
  }

  @Test("children of t-strings")
  func templates() {
    let source = "t'a{x!r:{y}}'"
    let expected =
      "expressionStatement(templateString(formattedPiece(stringText:a replacementField(name:x "
      + "formatSpecification(replacementField(name:y))))))"
    #expect(shape(source) == expected)
    #expect(errors(in: "t'a' 'b'") == ["1:1: expected only t-strings next to a t-string, found another literal"])
  }
}
