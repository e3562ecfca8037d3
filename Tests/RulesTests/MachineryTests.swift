import LintCatalog
import LintRuleTesting
import LintSerialization
import Testing

/// The infrastructure that runs examples: marks, variants and page conventions.
@Suite struct MachineryTests {
  @Test func marksAreRangesInUnmarkedText() throws {
    let marked = try MarkedText("é«ab»\n«c«d»»")
    #expect(marked.text == "éab\ncd")
    #expect(marked.ranges == [.init(start: 2, end: 4), .init(start: 5, end: 7), .init(start: 6, end: 7)])
    #expect(try MarkedText("x«»y").ranges == [.init(start: 1, end: 1)])
  }

  @Test(arguments: ["a«b", "a»b", "«a»»"])
  func marksPair(_ text: String) {
    #expect(throws: MarkedText.UnpairedMark.self) { try MarkedText(text) }
  }

  @Test func marksSurviveWindowsLines() throws {
    // Carriage return and line feed are one character of a Swift string, but two bytes of a file.
    #expect(try MarkedText("a\r\n«b»\r\n").ranges == [.init(start: 3, end: 4)])
  }

  @Test func caretsMatchMarks() throws {
    #expect(try MarkedText("x = «1»\ny = é«22»,«3»\n").withCarets == "x = 1\n    ^\ny = é22,3\n     ^^ ^\n")
    #expect(try MarkedText("a «b\nc» d").withCarets == "a b\n  ^\nc d")
  }

  private func apply(_ variant: ExampleVariant, _ path: String, _ text: String) -> OrderedMapping<String>? {
    var files = OrderedMapping<String>()
    files.append(text, forKey: path)
    return variant.apply(files, rule: "missing-space")
  }

  @Test(arguments: [
    (ExampleVariant.asWritten, "a.py", "«x»\n", "a.py", "«x»\n"),
    (.windowsLines, "a.py", "«x»\ny\n", "a.py", "«x»\r\ny\r\n"),
    (.afterWideCharacters, "a.swift", "«x»\n", "a.swift", "// 😀 漢字 é\n«x»\n"),
    (.afterWideCharacters, "a.md", "«x»\n", "a.md", "«x»\n"),
    (.inString, "a.py", "'''«x»'''\n", "a.py", "text = r\"\"\"\n'''«x»'''\n\n\"\"\"\n"),
    (.inString, "a.swift", "«x»", "a.swift", "private let text = ###\"\"\"\n  «x»\n  \"\"\"###\n"),
    (.suppressed, "a.py", "«x»\n", "a.py", "# mllint: allow-file(missing-space) an example\n«x»\n"),
    (.inNotebook, "a.py", "«x»\n", "a.ipynb", "«x»\n"),
  ])
  func variants(_ variant: ExampleVariant, _ path: String, _ text: String, _ newPath: String, _ newText: String) throws
  {
    let files = try #require(apply(variant, path, text))
    #expect(files.keys == [newPath])
    #expect(files.values == [newText])
  }

  @Test(arguments: [(ExampleVariant.inString, "a.md"), (.suppressed, "a.md"), (.inNotebook, "a.swift")])
  func inapplicableVariantsAreSkipped(_ variant: ExampleVariant, _ path: String) {
    #expect(apply(variant, path, "«x»") == nil)
  }

  private static let page = """
    rule: missing-space
    summary: A.
    family: errors
    principles: [P22]
    severity: warning
    stability: preview
    since: "0.1"
    languages: [python]
    why: b
    fix: c
    options: {}
    examples:
      - title: t
        bad: {a.py: "«x»"}
        says: ["x is wrong; fix it"]

    """

  @Test(arguments: [
    ("", "", []),
    ("options: {}", "options: {size: {default: 1, help: \" \"}}", ["the option 'size' has no help"]),
    (
      "options: {}", "options: {severity: {default: 1, help: x}}",
      ["an option cannot be called 'severity', which every rule has"]
    ),
    ("«x»\"}", "«x»\"}\n    good: {b.py: y}", ["'t' must be either good or bad"]),
    ("«x»", "x", ["'t' is bad, but marks no range"]),
    ("«x»", "«x", ["'t' has an unbalanced mark"]),
    ("    says: [\"x is wrong; fix it\"]", "", ["'t' is bad, but has no 'says'"]),
    ("bad:", "good:", ["'t' is good, but has marks or 'says'"]),
    (
      "fix it", "fix it.",
      ["'x is wrong; fix it.' must begin in lower case, end without a full stop and be one line"]
    ),
    ("\"x is", "\"It is", ["'It is wrong; fix it' must begin in lower case, end without a full stop and be one line"]),
    ("[python]", "[python, swift]", ["no example shows swift"]),
    ("stability: preview", "stability: stable", ["a stable rule needs a measured precision of at least 0.9"]),
    (
      "stability: preview",
      "stability: stable\nprecision: {sampled: 60, true: 50, on: 2026-11, corpus: tune}",
      ["a stable rule needs a measured precision of at least 0.9"]
    ),
    ("stability: preview", "stability: stable\nprecision: {sampled: 60, true: 58, on: 2026-11, corpus: tune}", []),
    (
      "stability: preview",
      "stability: stable\nprecision: {sampled: 8, correct: 6, debatable: 1, wrong: 1, on: 2026-11, corpus: unseen}",
      ["a stable rule needs a measured precision of at least 0.9"]
    ),
    (
      "stability: preview",
      "stability: stable\nprecision:\n- {sampled: 60, true: 58, on: 2026-11, corpus: tune}\n"
        + "- {sampled: 8, correct: 6, debatable: 1, wrong: 1, on: 2026-11, corpus: unseen}", []
    ),
  ])
  func incompletePagesAreRejected(_ old: String, _ new: String, _ problems: [String]) throws {
    let text = old.isEmpty ? Self.page : Self.page.replacing(old, with: new)
    let page: RulePage = try StrictDecoder.decode(from: .parse(text, path: "p.yml"))
    #expect(PageProblem.all(in: page).map(\.description) == problems)
  }

  @Test(arguments: [
    ("summary: A.", "sumary: A.", "p.yml:2:1: unknown key 'sumary'; did you mean 'summary'?"),
    ("summary: A.\n", "", "p.yml:1:1: the key 'summary' is missing"),
    ("options: {}", "options: {size: {default: 1}}", "p.yml:11:17: the key 'help' is missing"),
    (
      "options: {}",
      "options: {}\nprecision: {sampled: 9, correct: 6, debatable: 1, wrong: 1, on: 2026-11, corpus: unseen}",
      "p.yml:12:12: 9 findings were sampled, but 8 were judged"
    ),
    ("title: t", "titel: t", "p.yml:13:5: unknown key 'titel'; did you mean 'title'?"),
    (
      "severity: warning", "severity: warn",
      "p.yml:5:11: unknown value; expected one of note, warning, error, found the text 'warn'"
    ),
    (
      "[python]", "[pyton]",
      "p.yml:8:13: unknown value; expected one of python, swift, markdown, yaml, toml, gin, text, found the text "
        + "'pyton'; did you mean 'python'?"
    ),
    (
      "since: \"0.1\"", "since: 0.1",
      "p.yml:7:8: wrong kind of value; expected a text (in quotes), found the number 0.1"
    ),
  ])
  func pagesAreDecodedStrictly(_ old: String, _ new: String, _ message: String) {
    let error = #expect(throws: YAMLError.self) {
      let page: RulePage = try StrictDecoder.decode(from: .parse(Self.page.replacing(old, with: new), path: "p.yml"))
      _ = page
    }
    #expect(error?.description == message)
  }
}
