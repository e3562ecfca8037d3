import LintCatalog
import Testing

/// Regular expressions: matches, running time and errors.
@Suite struct TextPatternTests {
  private func found(_ expression: String, in text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    return try TextPattern(expression).matches(in: bytes, bytes.indices).map { match in
      String(decoding: bytes[match[0] ?? 0..<0], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("a", "banana", ["a", "a", "a"]), ("an", "banana", ["an", "an"]), ("a.", "aé ab", ["aé", "ab"]),
    ("a*", "aab", ["aa", "", ""]), ("a+?", "aaa", ["a", "a", "a"]), ("ab|abc", "abc", ["ab"]),
    ("abc|ab", "abc", ["abc"]),
    ("(ab)+", "ababa", ["abab"]), ("a{2}", "aaaaa", ["aa", "aa"]), ("a{2,}", "aaaaa", ["aaaaa"]),
    ("a{1,2}?b", "aab", ["aab"]), ("a{,2}", "a{,2}", ["a{,2}"]), ("[a-c]+", "xabcd", ["abc"]),
    ("[^a-c]+", "xabcd", ["x", "d"]),
    ("[]x]", "a]x", ["]", "x"]), ("[\\d.]+", "v1.2!", ["1.2"]), ("[^\\w]", "a b", [" "]),
    ("\\bcat\\b", "cat concat cats", ["cat"]),
    ("\\Bcat", "cat concat", ["cat"]), ("^b", "a\nb", ["b"]), ("a$", "a\r\na", ["a", "a"]), (".+", "a\nb", ["a", "b"]),
    ("(?i)Mask", "mask MASK", ["mask", "MASK"]), ("(?i)[a-c]+", "ABCd", ["ABC"]), ("\\$\\.", "a$.b", ["$."]),
    ("(?:a|b)c", "acbc", ["ac", "bc"]), ("é+", "caféé", ["éé"]), ("x?y", "y xy", ["y", "xy"]),
    ("a\\tb", "a\tb", ["a\tb"]),
    ("(a|ab)(c|bcd)", "abcd", ["abcd"]), ("漢", "x漢字", ["漢"]), ("\\S+", " ab  c", ["ab", "c"]), ("z", "banana", []),
  ])
  func matches(_ expression: String, _ text: String, _ matches: [String]) throws {
    #expect(try found(expression, in: text) == matches)
  }

  @Test func namedGroupsMatch() throws {
    let pattern = try TextPattern("(?<key>\\w+)=(\\d+)|(?P<flag>--\\w+)")
    let bytes = Array("lr=3 --quiet".utf8)
    #expect(pattern.groupNames == [nil, "key", nil, "flag"])
    #expect(pattern.matches(in: bytes, bytes.indices) == [[0..<4, 0..<2, 3..<4, nil], [5..<12, nil, nil, 5..<12]])
  }

  @Test func searchIsLimitedToRange() throws {
    let bytes = Array("aaa".utf8)
    #expect(try TextPattern("^a+$").matches(in: bytes, 1..<2).map { $0[0] } == [1..<2])
  }

  @Test(arguments: [
    ("", "expected an expression, found nothing", 1), ("a(b", "this '(' is never closed", 2),
    ("ab)", "unmatched ')'; write '\\)' to match the character", 3), ("[ab", "this '[' is never closed", 1),
    ("*a", "nothing to repeat before '*'; write '\\*' to match it", 1),
    ("a(?=b)", "unsupported group; only '(?:', '(?<name>' and a leading '(?i)' are supported", 2),
    ("(a)\\1", "back references are not supported", 5),
    ("\\q", "unknown escape '\\q'; supported are \\b \\B \\d \\D \\w \\W \\s \\S \\n \\t \\r", 2),
    ("[z-a]", "the bounds of a character range must ascend", 4),
    ("a{3,2}", "the bounds of a repetition must ascend and be at most 1000", 6),
    ("a\\", "trailing '\\'; write '\\\\' to match it", 3),
    ("((a{100}){100}){100}", "the expression is too large; nest fewer repetitions", 1),
  ])
  func errorsHaveMessageAndPosition(_ expression: String, _ problem: String, _ column: Int) {
    let error = #expect(throws: TextPatternError.self) { try TextPattern(expression) }
    #expect(error == TextPatternError(problem: problem, column: column))
  }

  @Test func matchingTakesLinearTime() throws {
    let text = Array(String(repeating: "a", count: 3000).utf8)
    let pattern = try TextPattern("(a*)*(a|aa)+b")
    let duration = ContinuousClock().measure { #expect(pattern.matches(in: text, text.indices).isEmpty) }
    #expect(duration < .seconds(20))
  }
}
