import LintCatalog
import Testing

/// Regular expressions: what they find, how long they take, and what is said of wrong ones.
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
    ("a{1,2}?b", "aab", ["aab"]), ("a{,2}", "aaa", ["aa", "a", ""]), ("a{,b}", "a{,b}", ["a{,b}"]),
    ("[a-c]+", "xabcd", ["abc"]),
    ("[^a-c]+", "xabcd", ["x", "d"]),
    ("[]x]", "a]x", ["]", "x"]), ("[\\d.]+", "v1.2!", ["1.2"]), ("[^\\w]", "a b", [" "]),
    ("\\bcat\\b", "cat concat cats", ["cat"]),
    ("\\Bcat", "cat concat", ["cat"]), ("^b", "a\nb", ["b"]), ("a$", "a\r\na", ["a", "a"]), (".+", "a\nb", ["a", "b"]),
    ("(?i)Mask", "mask MASK", ["mask", "MASK"]), ("(?i)[a-c]+", "ABCd", ["ABC"]), ("\\$\\.", "a$.b", ["$."]),
    ("(?:a|b)c", "acbc", ["ac", "bc"]), ("é+", "caféé", ["éé"]), ("x?y", "y xy", ["y", "xy"]),
    ("a\\tb", "a\tb", ["a\tb"]),
    ("(a|ab)(c|bcd)", "abcd", ["abcd"]), ("漢", "x漢字", ["漢"]), ("\\S+", " ab  c", ["ab", "c"]), ("z", "banana", []),
    ("(?i)[^a]", "aAb", ["b"]), ("b*", "é", ["", ""]), ("|a", "a", ["", "a", ""]), ("^$", "", [""]),
    ("(?:^)*a", "a", ["a"]), ("(|a)*", "a", ["", "a", ""]), ("a{-1}", "a{-1}", ["a{-1}"]), ("a{+2}", "aa", []),
  ])
  func matches(_ expression: String, _ text: String, _ matches: [String]) throws {
    #expect(try found(expression, in: text) == matches)
  }

  @Test func groupsAreKnownByName() throws {
    let pattern = try TextPattern("(?<key>\\w+)=(\\d+)|(?P<flag>--\\w+)")
    let bytes = Array("lr=3 --quiet".utf8)
    #expect(pattern.groupNames == [nil, "key", nil, "flag"])
    #expect(pattern.matches(in: bytes, bytes.indices) == [[0..<4, 0..<2, 3..<4, nil], [5..<12, nil, nil, 5..<12]])
  }

  @Test func onlyAPartIsSearched() throws {
    let bytes = Array("aaa".utf8)
    #expect(try TextPattern("^a+$").matches(in: bytes, 1..<2).map { $0[0] } == [1..<2])
  }

  /// Every construct that docs/custom-rules.md lists as rejected, and slips.
  @Test(arguments: [
    ("", 1), ("a(b", 2), ("ab)", 3), ("[ab", 1), ("[]", 1), ("*a", 1), ("a|+", 3), ("(?)", 1), ("{2}", 1),
    ("a(?=b)", 2), ("a(?!b)", 2), ("(?<=a)b", 1), ("(?<!a)b", 1), ("(?>a)", 1), ("(?P=name)", 1), ("a(?i)", 2),
    ("(?s)a", 1), ("(?i:a)", 1), ("(?#a)", 1), ("(?(1)a|b)", 1), ("(?<name", 1), ("(?<>a)", 4), ("(?<1>a)", 4),
    ("(?P<a b>a)", 5), ("(a)\\1", 5), ("\\0", 2), ("\\q", 2), ("\\A", 2), ("\\Z", 2), ("\\x41", 2), ("\\u0041", 2),
    ("\\p{L}", 2), ("[\\b]", 3), ("[\\1]", 3), ("a\\", 3), ("[z-a]", 4), ("[a-\\d]", 4),
    ("a{3,2}", 6), ("a{1001}", 7), ("a{99999999999999999999}", 23), ("a**", 3), ("a++", 3), ("a?+", 3), ("a{2}{3}", 5),
    ("a*??", 4), ("^*", 2), ("\\b+", 3), ("${2}", 2), ("((a{100}){100}){100}", 1),
  ])
  func anErrorSaysWhere(_ expression: String, _ column: Int) {
    let error = #expect(throws: TextPatternError.self) { try TextPattern(expression) }
    #expect(error?.column == column)
    #expect(error?.problem.isEmpty == false)
  }

  @Test(arguments: [
    ("", "expected an expression, found nothing", 1), ("a(b", "this '(' is never closed", 2),
    ("ab)", "unmatched ')'; write '\\)' to match it", 3), ("[ab", "this '[' is never closed", 1),
    ("*a", "nothing to repeat before this character; write '\\*' to match it", 1),
    ("a(?=b)", "only '(?:', '(?<name>' and a leading '(?i)' are supported; lookarounds are not", 2),
    ("(a)\\1", "back references are not supported", 5),
    ("\\q", "'\\q' is not supported; use one of \\b \\B \\d \\D \\w \\W \\s \\S \\n \\t \\r", 2),
    ("[z-a]", "the bounds of a character range must be in ascending order", 4),
    ("a{3,2}", "the bounds of a repetition must be in ascending order and at most 1000", 6),
    ("a\\", "the pattern ends in '\\'; write '\\\\' to match it", 3),
    ("a++", "a repetition cannot be repeated or possessive; put it in '(?:...)'", 3),
    ("(?<1>a)", "the name of a group consists of letters, digits and '_', and does not start with a digit", 4),
    ("((a{100}){100}){100}", "the expression is too large; nest fewer repetitions", 1),
  ])
  func errorsSayWhatAndWhere(_ expression: String, _ problem: String, _ column: Int) {
    let error = #expect(throws: TextPatternError.self) { try TextPattern(expression) }
    #expect(error == TextPatternError(problem: problem, column: column))
  }

  @Test func noExpressionTakesLong() throws {
    let text = Array(String(repeating: "a", count: 3000).utf8)
    let pattern = try TextPattern("(a*)*(a|aa)+b")
    let duration = ContinuousClock().measure { #expect(pattern.matches(in: text, text.indices).isEmpty) }
    #expect(duration < .seconds(20))
  }
}
