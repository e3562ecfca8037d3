import Foundation
import Testing

/// Rules with counterparts in ruff: what `mllint rule` says about them, and `skip_covered_by: [ruff]`.
@Suite struct CoveredByRuffTests {
  /// A project in which `unused-parameter` reports one parameter.
  private func project(_ files: [String: String]) throws -> Command {
    try Command(
      [
        "pyproject.toml": "[project]\nname = \"nets\"\n", "nets/__init__.py": "from nets.layers import resize\n",
        "nets/layers.py": "def resize(image, size, antialias):\n    return image.resize(size)\n",
      ].merging(files) { $1 })
  }

  private func reports(_ command: Command, _ arguments: String...) throws -> Bool {
    let result = try command.run(["check", "--output-format", "concise"] + arguments)
    #expect(result.code < 2, "\(result.errors)")
    return result.output.contains("unused-parameter")
  }

  @Test func explanationsNameTheCounterparts() throws {
    let command = try Command()
    let text = try command.run("rule", "unused-parameter").output
    #expect(text.contains("\nSimilar rules\n- ruff ARG001, ARG002: Searches the whole repository"))
    let markdown = try command.run("rule", "unformatted-message", "--output-format", "markdown").output
    #expect(markdown.contains("## Similar rules\n\n- ruff RUF027 (preview): Also finds"))
    let json = try command.run("rule", "configured-root-logger", "--output-format", "json").json()
    let similar = try #require(((json as? [String: Any])?["similar"] as? [[String: Any]])?.first)
    #expect(similar["tool"] as? String == "ruff")
    #expect(similar["codes"] as? [String] == ["LOG015"])
    #expect(similar["covers"] as? Bool == false)
    #expect(!(try command.run("rule", "dead-link").output).contains("Similar rules"))
  }

  @Test(arguments: [
    ("select = [\"ARG\"]", true),
    ("select = [\"ALL\"]", true),
    ("extend-select = [\"ARG001\", \"ARG002\"]", true),
    ("select = [\"ARG001\"]", false),
    ("select = [\"A\", \"AR\"]", false),
    ("select = [\"ALL\"]\nignore = [\"ARG\"]", false),
    ("select = [\"ARG\"]\nignore = [\"ARG002\"]", false),
    ("select = [\"ARG00\"]\nignore = [\"ARG\"]", true),
    ("select = [\"ARG\"]\nignore = [\"ARG\"]", false),
  ])
  func longestSelectorDecides(settings: String, isSkipped: Bool) throws {
    let command = try project(["mllint.yml": "skip_covered_by: [ruff]\n", "ruff.toml": "[lint]\n\(settings)\n"])
    #expect(try reports(command) != isSkipped)
  }

  @Test func everyPlaceOfTheConfigurationIsRead() throws {
    let places: [[String: String]] = [
      ["pyproject.toml": "[project]\nname = \"nets\"\n[tool.ruff.lint]\nselect = [\"ARG\"]\n"],
      ["pyproject.toml": "[project]\nname = \"nets\"\n[tool.ruff]\nselect = [\"ARG\"]\n"],
      [".ruff.toml": "lint.select = [\"ARG\"]\n", "ruff.toml": "lint.select = [\"F\"]\n"],
    ]
    for files in places {
      let command = try project(files)
      #expect(try reports(command))
      try command.write("mllint.yml", Data("skip_covered_by: [ruff]\n".utf8))
      #expect(try !reports(command))
    }
  }

  @Test func rulesSelectedByNameStillRun() throws {
    let files = ["mllint.yml": "skip_covered_by: [ruff]\n", "ruff.toml": "lint.select = [\"ARG\"]\n"]
    let command = try project(files)
    #expect(try reports(command, "--select", "unused-parameter"))
    #expect(try !reports(command, "--select", "api"))
    try command.write(
      "mllint.yml", Data("skip_covered_by: [ruff]\nrules: {unused-parameter: on}\n".utf8))
    #expect(try reports(command))
  }

  @Test func previewRulesCountOnlyInPreviewMode() throws {
    let command = try project(["mllint.yml": "skip_covered_by: [ruff]\n"])
    for (settings, isSkipped) in [
      ("lint.select = [\"RUF\"]", false), ("preview = true\nlint.select = [\"RUF\"]", true),
      ("lint = {select = [\"RUF\"], preview = true, explicit-preview-rules = true}", false),
      ("lint = {select = [\"RUF027\"], preview = true, explicit-preview-rules = true}", true),
    ] {
      try command.write("ruff.toml", Data((settings + "\n").utf8))
      let shown = try command.run("check", "--show-settings")
      #expect(shown.code == 0, "\(shown.errors)")
      #expect(
        shown.output.contains("# unformatted-message is skipped, covered by ruff RUF027 (preview)\n") == isSkipped,
        "\(settings)")
      #expect(shown.output.contains("skip_covered_by: [ruff]\n"))
      #expect(shown.output.contains("  unformatted-message:") != isSkipped)
    }
  }

  @Test func brokenConfigurationIsAnError() throws {
    let command = try project(["mllint.yml": "skip_covered_by: [ruff]\n", "ruff.toml": "lint = [\n"])
    let result = try command.run("check")
    #expect(result.code == 2)
    #expect(result.errors.contains("ruff.toml:"))
    let unknown = try command.run("check", "--config", "skip_covered_by=[rufff]")
    #expect(unknown.code == 2)
    #expect(unknown.errors.contains("did you mean 'ruff'?"))
  }

  @Test func initSuggestsItWhereRuffIsConfigured() throws {
    let suggestion = "# skip_covered_by: [ruff]\n"
    #expect(!(try project([:]).run("init", "--print").output).contains(suggestion))
    let command = try project(["ruff.toml": "line-length = 100\n"])
    let printed = try command.run("init", "--print").output
    #expect(printed.contains(suggestion))
    #expect(printed.contains("ruff.toml"))
    try command.write("mllint.yml", Data(printed.replacing(suggestion, with: "skip_covered_by: [ruff]\n").utf8))
    #expect(try command.run("check").code < 2)
  }
}
