import LintCatalog
import LintSerialization
import LintWorkspace
import Rules
import Testing

/// Errors in custom rules have a line and a column.
@Suite struct CustomRuleErrorTests {
  private static let page = """
    rule: bare-load
    summary: A.
    languages: [python]
    why: b
    fix: c
    forbid:
      call: numpy.load
      message: "'{callee}' is not ours"
    examples:
      - title: t
        bad: {a.py: "import numpy as np\\n\\n«np.load»(1)\\n"}
        says: ["'np.load' is not ours"]
      - title: u
        good: {a.py: "x = 1\\n"}

    """

  private func adding(_ text: String) throws -> Catalog {
    try Catalog.embedded().adding([EmbeddedFile(path: "p.yml", text: text)])
  }

  @Test func customRuleDefaultsToCustomFamily() throws {
    let catalog = try adding(Self.page)
    #expect(catalog.families.contains("custom"))
    let rule = try #require(try catalog.rule("bare-load"))
    #expect(rule.severity == .warning)
    #expect(rule.header.stability == .stable)
  }

  @Test(arguments: [
    ("forbid:", "forbids:", "p.yml:6:1: unknown key 'forbids'; did you mean 'forbid'?"),
    (
      "bare-load", "missing-space",
      "p.yml:1:7: rule 'missing-space' is already defined in mllint itself; choose another name"
    ),
    ("bare-load", "errors", "p.yml:1:7: 'errors' is the name of a family; choose another name"),
    (
      "bare-load", "Bare",
      "p.yml:1:7: a rule's name consists of lower-case letters, digits and '-'; found 'Bare'; name the flaw, "
        + "such as 'unsafe-load', since it is read after 'allow'"
    ),
    (
      "  call: numpy.load\n", "",
      "p.yml:7:3: a pattern has one subject; expected one of call, import, name, text, declaration, found none"
    ),
    ("call:", "cal:", "p.yml:7:3: unknown key 'cal'; did you mean 'call'?"),
    (
      "numpy.load", "[numpy..load]",
      "p.yml:7:10: invalid callee; expected a path such as 'torch.load' or 'torch.nn.*', a method such as '.cuda', or a name such as 'print', found 'numpy..load'"
    ),
    ("{callee}", "{calee}", "p.yml:8:12: unknown placeholder '{calee}'; did you mean '{callee}'?"),
    ("{callee}", "{callee", "p.yml:8:12: unbalanced '{' in the message; write '{{' for the character"),
    ("  call: numpy.load\n", "  call: numpy.load\n  of: error\n", "p.yml:8:3: 'of' requires 'name' or 'text'"),
    (
      "  call: numpy.load\n", "  call: numpy.load\n  per: file\n",
      "p.yml:8:3: 'per' requires 'require' or 'limit'; 'forbid' reports every match"
    ),
    ("forbid:", "limit:", "p.yml:7:3: a limit needs a number; expected 'at_least' or 'at_most', or both"),
    (
      "  call: numpy.load\n", "  call: numpy.load\n  unless: {requires: numpy}\n",
      "p.yml:8:22: invalid requirement; expected a package and its minimum version, such as 'torch>=2.6', found 'numpy'"
    ),
    (
      "  call: numpy.load\n", "  call: $loaders\n",
      "p.yml:7:9: the page has no option 'loaders'; declare it under 'options:', with a default and a help text"
    ),
    (
      "  call: numpy.load\n", "  call: numpy.load\n  with: {0: {kind: txt}}\n",
      "p.yml:8:20: unknown value; expected one of string, number, boolean, none, name, call, collection, lambda, other, found the text 'txt'"
    ),
  ])
  func errorsHaveMessageAndPosition(_ old: String, _ new: String, _ message: String) {
    let error = #expect(throws: YAMLError.self) { _ = try adding(Self.page.replacing(old, with: new)) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  @Test func badAndGoodExamplesAreRequired() {
    let text = Self.page.replacing("  - title: u\n    good: {a.py: \"x = 1\\n\"}\n", with: "")
    let error = #expect(throws: YAMLError.self) { _ = try adding(text) }
    #expect(
      error?.description
        == "p.yml:1:7: a rule needs a bad and a good example; add both under 'examples:'")
  }

  @Test func patternsReferToOptions() throws {
    let text = Self.page.replacing("forbid:", with: "options: {loaders: {default: [numpy.load], help: h}}\nforbid:")
      .replacing("numpy.load\n", with: "$loaders\n")
    let settings = try Settings.decode(Array("rules: {bare-load: {loaders: pandas.read_csv}}".utf8), path: "mllint.yml")
    let options = settings.rules?.entries.first?.value.options
    let catalog = try adding(text)
    #expect(try catalog.rule("bare-load", options: options)?.options["loaders"]?.scalar?.text == "pandas.read_csv")
    let wrong = try Settings.decode(Array("rules: {bare-load: {loader: x}}".utf8), path: "mllint.yml")
    let error = #expect(throws: YAMLError.self) {
      _ = try catalog.rule("bare-load", options: wrong.rules?.entries.first?.value.options)
    }
    #expect(error?.description == "mllint.yml:1:21: unknown key 'loader'; did you mean 'loaders'?")
  }
}
