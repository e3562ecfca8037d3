import LintSerialization
import Testing

/// Values, positions and errors of TOML documents.
@Suite struct TOMLTests {
  private func parse(_ text: String) throws -> YAMLNode { try TOML.parse(Array(text.utf8), path: "a.toml") }

  private func scalar(_ value: String) throws -> YAMLScalar? { try parse("key = \(value)\n")["key"]?.scalar }

  @Test(arguments: [
    (#""a \t \"b\" \\ \u00e9 \U0001F600""#, "a \t \"b\" \\ é 😀"),
    (#"'a \t "b"'"#, #"a \t "b""#),
    ("\"\"\"\na\r\n  b\"\"\"", "a\n  b"),
    ("\"\"\"a \\\n\n   \t b\"\"\"", "a b"),
    ("\"\"\"\"\"two\"\"\"\"\"", "\"\"two\"\""),
    ("'''\n'one' ''two'''''", "'one' ''two''"),
    ("\"\"", ""), ("''''''", ""),
  ])
  func strings(_ written: String, _ text: String) throws {
    let scalar = try scalar(written)
    #expect(scalar?.text == text)
    #expect(scalar?.value == .string(text))
  }

  @Test(
    arguments: [
      ("0", .int(0)), ("+99", .int(99)), ("-0", .int(0)), ("1_000_000", .int(1_000_000)),
      ("0xDEAD_beef", .int(0xDEAD_BEEF)),
      ("0o755", .int(0o755)), ("0b1101", .int(13)), ("9223372036854775807", .int(.max)),
      ("-9223372036854775808", .int(.min)), ("1.5", .float(1.5)), ("-0.01", .float(-0.01)), ("5e+22", .float(5e22)),
      ("1e06", .float(1e6)), ("-2E-2", .float(-0.02)), ("6.626e-34", .float(6.626e-34)), ("9_224.5_1", .float(9224.51)),
      ("inf", .float(.infinity)), ("-inf", .float(-.infinity)), ("true", .bool(true)), ("false", .bool(false)),
    ] as [(String, YAMLScalar.Value)])
  func numbersAndBooleans(_ written: String, _ value: YAMLScalar.Value) throws {
    #expect(try scalar(written)?.value == value)
  }

  @Test func notANumber() throws {
    for written in ["nan", "+nan", "-nan"] {
      guard case .float(let value)? = try scalar(written)?.value else {
        Issue.record("\(written) is no floating-point number")
        continue
      }
      #expect(value.isNaN)
    }
  }

  @Test(arguments: [
    "1979-05-27T07:32:00Z", "1979-05-27 07:32:00.999999-07:00", "1979-05-27t07:32:00", "1979-05-27", "07:32:00.5",
    "2024-02-29", "2000-02-29", "1990-12-31T23:59:60Z",
  ])
  func datesAreStrings(_ written: String) throws {
    let scalar = try scalar(written)
    #expect(scalar?.text == written)
    #expect(scalar?.style == .plain)
  }

  @Test func canonicallyEquivalentKeysAreDistinct() throws {
    #expect(try parse("\"\u{E9}\" = 1\n\"e\u{301}\" = 2\n").pairs?.count == 2)
  }

  @Test func everyKeyAndValueHasAPosition() throws {
    let root = try parse(
      "\u{FEFF}[tool.\"a b\"]\r\nx.y = [ 1, 'é', [2]]\n[[list]]\n  k = { v = \"é\", w.z = 3 }\n[[list]]\n[list.sub]\n")
    let tool = try #require(root.pairs?.first)
    #expect(place(tool.keyMark) == "1:2")
    let table = try #require(tool.value.pairs?.first)
    #expect(place(table.keyMark) == "1:7")
    #expect(place(table.value.mark) == "1:1")
    let x = try #require(table.value.pairs?.first)
    #expect(place(x.keyMark) == "2:1")
    let y = try #require(x.value.pairs?.first)
    #expect(place(y.keyMark) == "2:3")
    #expect(y.value.items.map { [y.value.mark] + $0.map(\.mark) }?.map(place) == ["2:7", "2:9", "2:12", "2:17"])
    let list = try #require(root["list"])
    #expect(place(list.mark) == "3:1")
    #expect(list.items?.map { place($0.mark) } == ["3:1", "5:1"])
    let k = try #require(list.items?.first?.pairs?.first)
    #expect(place(k.keyMark) == "4:3")
    #expect(place(k.value.mark) == "4:7")
    #expect(k.value.pairs.map { $0.map { place($0.keyMark) } } == ["4:9", "4:18"])
    #expect(k.value["w"]?["z"].map { place($0.mark) } == "4:24")
    #expect(list.items?.last?["sub"].map { place($0.mark) } == "6:1")
  }

  private func place(_ mark: Mark) -> String { "\(mark.line):\(mark.column)" }

  @Test(arguments: [
    ("[`mllint", "1:2: a key is missing; expected letters, digits, '-', '_', or a name in quotes, found '`'"),
    ("[a", "1:3: the name of a table is not closed; expected ']', found the end of the file"),
    ("[[a]\n", "1:5: the name of a table is not closed; expected ']]', found the end of the line"),
    ("a\n", "1:2: the key 'a' has no value; expected '=', found the end of the line"),
    (
      "a = \n",
      "1:5: a value is missing; expected a string in quotes, a number, true, false, a date, '[' or '{', found the end of the "
        + "line"
    ),
    (
      "a = True\n",
      "1:5: this is not a value; expected a string in quotes, a number, true, false, a date, '[' or '{', found 'True'; write "
        + "'true'"
    ),
    (
      "a = 012\n",
      "1:5: this is not a value; expected a string in quotes, a number, true, false, a date, '[' or '{', found '012'; put "
        + "text in quotes"
    ),
    (
      "a = 9223372036854775808\n",
      "1:5: the number 9223372036854775808 does not fit into 64 bits; expected at most 9223372036854775807; put it in "
        + "quotes to keep it as text"
    ),
    (
      "a = 2023-02-29\n",
      "1:5: this is not a date or time; expected one such as 1979-05-27, 07:32:00 or 1979-05-27T07:32:00Z, found '2023-02-29'"
    ),
    ("a = 1 b = 2\n", "1:7: unexpected text after a statement; expected the end of the line or a comment, found 'b'"),
    ("é = 1\n", "1:1: a key is missing; expected letters, digits, '-', '_', or a name in quotes, found 'é'"),
    ("a = \"b\nc\"\n", "1:5: this string is not closed; expected \" at its end, found the end of the line"),
    ("a = '''b", "1:5: this string is not closed; expected ''' at its end, found the end of the file"),
    (
      "a = \"b\u{7}\"\n",
      "1:7: this string has a control character; found U+0007; write it as '\\u0007' in double quotes"
    ),
    (
      "a = \"é\\q\"\n",
      #"1:7: unknown escape; expected one of \b \t \n \f \r \" \\ \uXXXX \UXXXXXXXX, found a backslash before 'q'; write "#
        + #"'\\' for a backslash, or use single quotes"#
    ),
    (
      "a = \"\\ud800\"\n", "1:6: this is not a Unicode character; expected 4 hexadecimal digits of one, found 'd800'"
    ),
    ("# \u{0}\n", "1:3: a comment has a control character; found U+0000; remove it"),
    (
      "a = [1,\n 2\n b = 3\n",
      "3:2: the array that starts on line 1 is not closed; expected ',' or ']', found 'b'"
    ),
    (
      "a = {b = 1\n}\n",
      "1:11: the inline table that starts on line 1 is not closed; expected ',' or '}' on the same line, found the end of "
        + "the line"
    ),
    ("a = 1\n\na = 2\n", "3:1: 'a' is defined twice; found the first on line 1; remove one"),
    ("[a]\n[b]\n[a]\n", "3:2: 'a' is defined twice; found the first on line 1; remove one"),
    ("a = {b = 1, b = 2}\n", "1:13: 'b' is defined twice; found the first on line 1; remove one"),
    (
      "[a.b]\n[a]\nb.c = 1\n",
      "3:1: a dotted key cannot extend the table 'b', which is defined on line 1; move the key there"
    ),
    (
      "a = {b = 1}\n[a.c]\n",
      "2:2: cannot extend 'a', which is set on line 1; expected a table with its own header, found a mapping"
    ),
    (
      "a = 1\n[[a]]\n",
      "2:3: cannot extend 'a', which is set on line 1; expected a table with its own header, found the number 1"
    ),
  ])
  func errorsHaveMessageAndPosition(_ text: String, _ message: String) {
    let error = #expect(throws: YAMLError.self) { try parse(text) }
    #expect(error?.description == "a.toml:\(message)")
  }

  @Test func bytesThatAreNotUTF8() {
    let error = #expect(throws: YAMLError.self) { try TOML.parse([0x61, 0x3D, 0x22, 0xFF, 0x22], path: "a.toml") }
    #expect(error?.description == "a.toml:1:4: this file is not UTF-8; found the byte 0xFF; save it as UTF-8")
  }

  @Test(arguments: [
    ("a = " + String(repeating: "[", count: 200_000), "this value is nested too deeply; expected at most 100 levels"),
    (
      "a = " + String(repeating: "{a = ", count: 200_000),
      "this value is nested too deeply; expected at most 100 levels"
    ),
    (String(repeating: "a.", count: 40_000) + "a = 1", "this value is nested too deeply; expected at most 100 levels"),
    (
      "a = {" + String(repeating: "a.", count: 40_000) + "a = 1}",
      "this value is nested too deeply; expected at most 100 levels"
    ),
    (
      "[" + String(repeating: "a.", count: 40_000) + "a]",
      "this value is nested too deeply; expected at most 100 levels"
    ),
    (
      "[a]\n" + String(repeating: "b.", count: 99) + "b = 1",
      "this value is nested too deeply; expected at most 100 levels"
    ),
    (
      String(repeating: "a.", count: 200_000) + "a = 1",
      "this file has too many keys and values; expected at most 100000"
    ),
    (
      String(repeating: "[", count: 200_000),
      "a key is missing; expected letters, digits, '-', '_', or a name in quotes, found '['"
    ),
    (
      "a = \"" + String(repeating: "\\", count: 200_000),
      "this string is not closed; expected \" at its end, found the end of the file"
    ),
    (
      "a = '''" + String(repeating: "'", count: 200_000),
      "unexpected text after a statement; expected the end of the line or a comment, found '''"
    ),
  ])
  func deepAndLongDocumentsAreErrors(_ text: String, _ message: String) {
    let error = #expect(throws: YAMLError.self) { try parse(text) }
    #expect(error?.message == message)
  }

  @Test func aHundredLevelsAreRead() throws {
    _ = try parse("a = " + String(repeating: "[", count: 98) + String(repeating: "]", count: 98))
    _ = try parse(String(repeating: "a.", count: 97) + "a = 1\n")
  }

  @Test func tooManyValuesAreAnError() {
    let error = #expect(throws: YAMLError.self) {
      try TOML.parse(Array("a = [1, 2, 3]\n".utf8), path: "a.toml", maximumValues: 4)
    }
    #expect(error?.description == "a.toml:1:12: this file has too many keys and values; expected at most 4")
  }

  /// Documents that would take a quadratic parser hours.
  @Test func timeGrowsWithLength() throws {
    let clock = ContinuousClock()
    let duration = try clock.measure {
      _ = try parse("a = [" + String(repeating: "'é',", count: 90_000) + "]\n")
      _ = try parse(String(repeating: "[[a]]\n", count: 90_000))
      _ = try parse((0..<45_000).map { "key\($0) = \($0)\n" }.joined())
      _ = try parse("a = '''" + String(repeating: "''\n", count: 1_000_000) + "'''\n")
      _ = try parse("a = \"" + String(repeating: "\\n", count: 1_000_000) + "\"\n")
      _ = try parse(String(repeating: "# comment\n", count: 500_000))
    }
    #expect(duration < .seconds(20))
  }
}
