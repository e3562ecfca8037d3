import LintSerialization
import Testing

@Suite struct YAMLReaderTests {
  @Test(arguments: [
    ("~", YAMLScalar.Value.null), ("", .null), ("null", .null), ("True", .bool(true)), ("false", .bool(false)),
    ("yes", .string("yes")), ("off", .string("off")), ("12", .int(12)), ("-12", .int(-12)), ("+3", .int(3)),
    ("0o17", .int(15)), ("0x1F", .int(31)), ("012", .int(12)), ("1.5", .float(1.5)), (".5", .float(0.5)),
    ("1e3", .float(1000)), ("1.", .float(1)), ("-.inf", .float(-.infinity)), ("2026-11", .string("2026-11")),
    ("1_000", .string("1_000")), ("'12'", .string("12")), ("\"true\"", .string("true")), ("1e", .string("1e")),
    (".", .string(".")), ("+", .string("+")), ("99999999999999999999", .float(1e20)),
  ])
  func scalarsResolveByTheCoreSchema(_ text: String, _ value: YAMLScalar.Value) throws {
    #expect(try YAMLNode.parse("a: \(text)", path: "a.yml")["a"]?.scalar?.value == value)
  }

  @Test func nodesHavePositions() throws {
    let node = try YAMLNode.parse("a:\n  - x\n  - {b: 'é', c: 2}\n", path: "a.yml")
    let list = try #require(node["a"]?.items)
    #expect(list[0].mark == Mark(path: "a.yml", line: 2, column: 5))
    #expect(list[1].mark == Mark(path: "a.yml", line: 3, column: 5))
    let second = try #require(list[1].pairs).last
    // Columns count scalars: é is one.
    #expect(second?.keyMark == Mark(path: "a.yml", line: 3, column: 14))
    #expect(second?.value.mark == Mark(path: "a.yml", line: 3, column: 17))
  }

  @Test func blockScalarsKeepTheirText() throws {
    let node = try YAMLNode.parse("a: |\n  one\n   two\nb: >\n  one\n  two\n", path: "a.yml")
    #expect(node["a"]?.scalar?.text == "one\n two\n")
    #expect(node["b"]?.scalar?.text == "one two\n")
    #expect(node["a"]?.scalar?.style == .literal)
  }

  @Test func aliasesResolveToAnchors() throws {
    let node = try YAMLNode.parse("a: &x [1, 2]\nb: *x\n", path: "a.yml")
    #expect(node["b"]?.items?.map(\.scalar?.value) == [.int(1), .int(2)])
    #expect(node["b"]?.mark == Mark(path: "a.yml", line: 2, column: 4))
  }

  @Test func emptyDocumentIsNull() throws {
    for text in ["", "# only a comment\n", "---\n", "\u{FEFF}"] {
      #expect(try YAMLNode.parse(text, path: "a.yml").scalar?.value == .null)
    }
  }

  @Test func byteOrderMarkDoesNotShiftPositions() throws {
    let node = try YAMLNode.parse("\u{FEFF}a: 1\n", path: "a.yml")
    #expect(node.pairs?.first?.keyMark == Mark(path: "a.yml", line: 1, column: 1))
  }

  @Test(arguments: [
    ("a: 1\nb: 2\na: 3\n", "a.yml:3:1: duplicate key 'a'; found the first on line 1; remove one"),
    ("a: 1\n---\nb: 2\n", "a.yml:2:1: a second document starts here; expected one document; remove the '---'"),
    ("a: *x\n", "a.yml:1:4: undefined anchor '&x'; expected an anchor defined above"),
    ("a: &x [*x]\n", "a.yml:1:8: undefined anchor '&x'; expected an anchor defined above"),
    ("a: &y 1\nb: *x\n", "a.yml:2:4: undefined anchor '&x'; expected an anchor defined above, such as '&y'"),
    ("? [1, 2]\n: 3\n", "a.yml:1:3: this cannot be a key; expected a name, found a list"),
    ("a: !!int 3\n", "a.yml:1:4: unsupported tag 'tag:yaml.org,2002:int'; expected a value without a tag"),
    ("a: b: c\n", "a.yml:1:5: mapping values are not allowed in this context"),
    (
      "a: [1, 2\nb: 3\n",
      "a.yml:2:2: did not find expected ',' or ']' while parsing a flow sequence that starts on line 1"
    ),
    (
      "a:\n\t- 1\n",
      "a.yml:2:1: found character that cannot start any token while scanning for the next token that starts on line 2"
    ),
    ("a: \u{7}\n", "a.yml:1:4: control characters are not allowed"),
  ])
  func errorsHaveMessageAndPosition(_ text: String, _ message: String) {
    let error = #expect(throws: YAMLError.self) { try YAMLNode.parse(text, path: "a.yml") }
    #expect(error?.description == message)
  }

  @Test func bytesMustBeUTF8() {
    let error = #expect(throws: YAMLError.self) {
      try YAMLNode.parse(Array("a: é\nb: ".utf8) + [0xFF, 0x0A], path: "a.yml")
    }
    #expect(error?.description == "a.yml:2:4: this file is not UTF-8; found the byte 0xFF; save it as UTF-8")
  }

  @Test func depthIsBounded() throws {
    let nested = { (levels: Int) in String(repeating: "[", count: levels) + String(repeating: "]", count: levels) }
    _ = try YAMLNode.parse(nested(100), path: "a.yml")
    let error = #expect(throws: YAMLError.self) { try YAMLNode.parse(nested(101), path: "a.yml") }
    #expect(error?.description == "a.yml:1:101: this value is nested too deeply; expected at most 100 levels")
    // An alias is as deep as its anchor's value.
    let text = "a: &x \(nested(60))\nb: \(String(repeating: "[", count: 50))*x\(String(repeating: "]", count: 50))\n"
    let deeper = #expect(throws: YAMLError.self) { try YAMLNode.parse(text, path: "a.yml") }
    #expect(deeper?.description.contains("nested too deeply") ?? false)
  }

  @Test func aliasBombsAreRejected() {
    var text = "a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n"
    for level in 1...9 {
      text += "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]\n"
    }
    let error = #expect(throws: YAMLError.self) { try YAMLNode.parse(text, path: "a.yml") }
    #expect(error?.message == "this file has too many values; expected at most 100000")
  }
}
