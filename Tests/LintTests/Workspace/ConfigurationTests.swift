import LintCatalog
import LintModel
import LintSerialization
import LintWorkspace
import Rules
import Testing

@Suite struct ConfigurationTests {
  /// Loads from in-memory files below `/repo`.
  private func loader(_ files: [String: String]) -> ConfigurationLoader {
    ConfigurationLoader(workingDirectory: "/repo") { path in files[path].map { Array($0.utf8) } }
  }

  private func load(_ files: [String: String], _ path: String = "/repo/mllint.yml") throws -> Configuration {
    let configuration = try loader(files).load(path)
    try configuration.validate(in: Catalog.embedded())
    return configuration
  }

  private func rules(_ text: String, for path: String = "/repo/a.py") throws -> [String: Severity] {
    let configuration = try load(["/repo/mllint.yml": text])
    let rules = try configuration.rules(in: Catalog.embedded(), overrides: configuration.overrides(for: path))
    return Dictionary(rules.map { ($0.id, $0.severity) }) { first, _ in first }
  }

  @Test func selectsAndIgnores() throws {
    #expect(try rules("select: [missing-space]\n").keys.sorted() == ["missing-space"])
    #expect(try rules("select: [missing-space, unformatted-message]\nignore: [errors]\n").isEmpty)
    #expect(try rules("select: []\nrules: {missing-space: on}\n").keys.sorted() == ["missing-space"])
    #expect(try rules("select: [missing-space]\nrules: {missing-space: off}\n").isEmpty)
    #expect(
      try rules("select: [missing-space]\nrules: {missing-space: {severity: note}}\n") == ["missing-space": .note])
    let forLibraries = try Catalog.embedded().headers.count { $0.profiles.contains(.library) }
    #expect(try rules("preview: true\nselect: [all]\n").count == forLibraries)
    #expect(try rules("preview: true\nselect: [errors]\n")["missing-error-message"] == .warning)
  }

  @Test func previewRulesRequireTheirName() throws {
    let preview = try Catalog.embedded().headers.filter { $0.stability == .preview }.map(\.rule)
    #expect(try Set(rules("{}").keys).isDisjoint(with: preview))
    #expect(try Set(rules("select: [all]\n").keys).isDisjoint(with: preview))
  }

  @Test func profilesSelectDefaultRules() throws {
    let catalog = try Catalog.embedded()
    let forLibraries = catalog.headers.filter { $0.stability == .stable && !$0.profiles.contains(.research) }
    let text = "profile: library\noverrides:\n  - {files: [paper], profile: research}\n"
    for rule in forLibraries.map(\.rule) {
      #expect(try rules(text)[rule] != nil)
      #expect(try rules(text, for: "/repo/paper/a.py")[rule] == nil)
      #expect(try rules("profile: research\nextend_select: [\(rule)]\n")[rule] != nil)
    }
    let configuration = try load(["/repo/mllint.yml": text])
    #expect(configuration.profile() == .library)
    #expect(configuration.profile(overrides: configuration.overrides(for: "/repo/paper/a.py")) == .research)
    #expect(Configuration().profile() == nil)
  }

  @Test func overridesApplyToTheirFiles() throws {
    let text = "select: [missing-space]\noverrides:\n  - {files: [legacy], ignore: [missing-space], role: vendored}\n"
    #expect(try rules(text, for: "/repo/a.py").keys.sorted() == ["missing-space"])
    #expect(try rules(text, for: "/repo/legacy/a.py").isEmpty)
    let configuration = try load(["/repo/mllint.yml": text])
    #expect(configuration.role(of: "/repo/legacy/a.py") == .vendored)
    #expect(configuration.role(of: "/repo/a.py") == nil)
  }

  @Test func lastMatchingRolePatternWins() throws {
    let configuration = try load([
      "/repo/mllint.yml": "roles: {tools: script, tools/api: library}\nexclude: [old, '!old/kept.py']\n"
    ])
    #expect(configuration.role(of: "/repo/tools/a.py") == .script)
    #expect(configuration.role(of: "/repo/tools/api/a.py") == .library)
    #expect(configuration.role(of: "/elsewhere/tools/a.py") == nil)
    #expect(configuration.excludes("/repo/old/a.py"))
    #expect(!configuration.excludes("/repo/old/kept.py"))
  }

  @Test func extendsMergesAndResolvesPathsPerFile() throws {
    let files = [
      "/repo/mllint.yml":
        "extends: [shared/base.yml]\nrules: {error-without-value: {severity: error}}\nfail_on: error\n",
      "/repo/shared/base.yml":
        "select: [error-without-value]\nexclude: [data]\nfail_on: note\nrules: {error-without-value: {secrets: [pin]}}\n",
    ]
    let configuration = try load(files)
    #expect(configuration.failOn == .error)
    let rules = try configuration.rules(in: Catalog.embedded())
    #expect(rules.map(\.id) == ["error-without-value"])
    #expect(rules.map(\.severity) == [.error])
    // A pattern is relative to the file that contains it.
    #expect(configuration.excludes("/repo/shared/data/a.py"))
    #expect(!configuration.excludes("/repo/data/a.py"))
  }

  @Test func commandLineOverridesFiles() throws {
    var configuration = try load(["/repo/mllint.yml": "select: [missing-space]\n"])
    configuration.add(.init(folder: "/repo", settings: try .decode(assignment: "rules.missing-space.severity=error")))
    #expect(try configuration.rules(in: Catalog.embedded()).map(\.severity) == [.error])
  }

  @Test func nearestFileApplies() throws {
    let loader = loader([
      "/repo/pyproject.toml": "[tool.mllint]\npreview = true\n",
      "/repo/a/pyproject.toml": "[project]\nname = 'mllint-user'\n",
      "/repo/b/mllint.yml": "", "/repo/b/pyproject.toml": "[tool.mllint]\n",
    ])
    #expect(try loader.find(from: "/repo/a/deep", upTo: "/repo") == "/repo/pyproject.toml")
    #expect(try loader.find(from: "/repo/b", upTo: "/repo") == "/repo/b/mllint.yml")
    #expect(try loader.find(from: "/other") == nil)
    #expect(try loader.load("/repo/pyproject.toml").allowsPreview)
  }

  @Test(arguments: [
    ("selct: []\n", "mllint.yml:1:1: unknown key 'selct'; did you mean 'select'?"),
    (
      "select: [missing-spice]\n",
      "mllint.yml:1:10: unknown rule or family 'missing-spice'; did you mean 'missing-space'?"
    ),
    ("ignore:\n  - eror\n", "mllint.yml:2:5: unknown rule or family 'eror'; did you mean 'errors'?"),
    ("ignore: [zebra]\n", "mllint.yml:1:10: unknown rule or family 'zebra'; 'mllint rule' lists them all"),
    ("rules:\n  missingspace: off\n", "mllint.yml:2:3: unknown rule 'missingspace'; did you mean 'missing-space'?"),
    (
      "rules:\n  error-without-value: {secret: [a]}\n",
      "mllint.yml:2:25: unknown key 'secret'; did you mean 'secrets'?"
    ),
    (
      "rules: {error-without-value: {secrets: a}}\n",
      "mllint.yml:1:40: wrong kind of value; expected a list, found the text 'a'"
    ),
    (
      "rules: {missing-space: maybe}\n",
      "mllint.yml:1:24: wrong kind of value; expected off, on, or a mapping of severity and options, found the text 'maybe'"
    ),
    (
      "rules: {missing-space: {severity: high}}\n",
      "mllint.yml:1:35: unknown value; expected one of note, warning, error, found the text 'high'"
    ),
    ("exclude: ['a[b']\n", "mllint.yml:1:11: the pattern 'a[b' is invalid: expected ']' to close '[', found the end"),
    (
      "roles: {'a[b': test}\n", "mllint.yml:1:9: the pattern 'a[b' is invalid: expected ']' to close '[', found the end"
    ),
    (
      "roles: {tools: tests}\n",
      "mllint.yml:1:16: unknown value; expected one of library, test, example, script, docs, configuration, generated, "
        + "vendored, found the text 'tests'; did you mean 'test'?"
    ),
    ("overrides:\n  - {ignore: [errors]}\n", "mllint.yml:2:5: the key 'files' is missing"),
    (
      "overrides:\n  - {files: [a], ignore: [x-y-z]}\n",
      "mllint.yml:2:27: unknown rule or family 'x-y-z'; 'mllint rule' lists them all"
    ),
    ("extends: [none.yml]\n", "mllint.yml:1:11: 'none.yml' cannot be read; expected a configuration file"),
    ("extends: [mllint.yml]\n", "mllint.yml:1:11: the configuration extends itself; found mllint.yml -> mllint.yml"),
    (
      "rules:\n  disabled: [git/no-big-files]\n",
      "mllint.yml:2:3: 'disabled' under 'rules' is a setting of another tool named mllint (bvobart/mllint); to disable "
        + "rules here, write 'ignore: [rule, ...]'"
    ),
    (
      "fail_on: never\n", "mllint.yml:1:10: unknown value; expected one of note, warning, error, found the text 'never'"
    ),
  ])
  func errorsHaveMessageAndPosition(_ text: String, _ message: String) {
    let error = #expect(throws: YAMLError.self) { try load(["/repo/mllint.yml": text]) }
    #expect(error?.description == message)
  }

  @Test(arguments: [
    ("[tool.mllint]\nselct = []\n", "pyproject.toml:2:1: unknown key 'selct'; did you mean 'select'?"),
    (
      "[tool.mllint.rules]\nmissing-space = \"maybe\"\n",
      "pyproject.toml:2:17: wrong kind of value; expected off, on, or a mapping of severity and options, found the text 'maybe'"
    ),
    (
      "[tool.mllint.rules]\n  missingspace = \"off\"\n",
      "pyproject.toml:2:3: unknown rule 'missingspace'; did you mean 'missing-space'?"
    ),
    (
      "[tool.mllint]\nrules.disabled = [\"a\"]\n",
      "pyproject.toml:2:7: 'disabled' under 'rules' is a setting of another tool named mllint (bvobart/mllint); to disable "
        + "rules here, write 'ignore: [rule, ...]'"
    ),
  ])
  func tomlIsDecodedStrictly(_ text: String, _ message: String) {
    let error = #expect(throws: YAMLError.self) {
      try load(["/repo/pyproject.toml": text], "/repo/pyproject.toml")
    }
    #expect(error?.description == message)
  }

  @Test func filesOfOtherToolsAreReported() {
    let error = #expect(throws: YAMLError.self) {
      try loader(["/repo/.mllint.yml": "rules: {disabled: []}\n"]).find(from: "/repo/a", upTo: "/repo")
    }
    #expect(
      error?.description == """
        .mllint.yml:1:1: '.mllint.yml' configures another tool named mllint (bvobart/mllint); \
        name this tool's configuration 'mllint.yml', or run with --isolated
        """)
  }

  @Test(arguments: [
    ("preview", "--config:1:1: wrong kind of value; expected key=value or a file, found 'preview'"),
    ("preveiw=true", "--config:1:1: unknown key 'preveiw'; did you mean 'preview'?"),
    ("preview=yes", "--config:1:1: wrong kind of value; expected true or false, found the text 'yes'"),
  ])
  func assignmentsAreDecodedStrictly(_ text: String, _ message: String) {
    let error = #expect(throws: YAMLError.self) { try Settings.decode(assignment: text) }
    #expect(error?.description == message)
  }

  @Test func schemaAllowsCustomRules() throws {
    let schema = try ConfigurationSchema.json(try Catalog.embedded())
    let root = try YAMLNode.parse(schema, path: "schema.json")["properties"]
    #expect(root?["rules"]?["patternProperties"]?.pairs?.map(\.key) == ["^[a-z0-9-]+$"])
    let names = root?["select"]?["items"]?["anyOf"]?.items
    #expect(names?.last?["pattern"]?.scalar?.text == "^[a-z0-9-]+$")
  }

  @Test func schemaListsEveryRuleAndOption() throws {
    let catalog = try Catalog.embedded()
    let schema = try ConfigurationSchema.json(catalog)
    // JSON is YAML: our own reader checks the syntax.
    let node = try YAMLNode.parse(schema, path: "schema.json")
    let rules = try #require(node["properties"]?["rules"]?["properties"]?.pairs)
    #expect(rules.map(\.key) == catalog.rules)
    let secrets = rules.first { $0.key == "error-without-value" }?.value["anyOf"]?.items?.last?["properties"]?[
      "secrets"]
    #expect(secrets?["type"]?.scalar?.text == "array")
    #expect(secrets?["items"]?["type"]?.scalar?.text == "string")
  }
}
