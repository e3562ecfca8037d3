import Foundation
import Testing

/// `check --show-settings`, and what a profile decides.
@Suite struct SettingsTests {
  @Test func settingsAreAValidConfiguration() throws {
    let command = try Command(["a.py": "x = 1\n", "mllint.yml": "rules: {missing-space: {severity: note}}\n"])
    let shown = try command.run("check", "--show-settings")
    #expect(shown.code == 0)
    #expect(
      shown.output.contains("configured by mllint.yml\nprofile: research  # inferred from manifests and folders\n"))
    #expect(shown.output.contains("  missing-space: {severity: note}\n"))
    try command.write("mllint.yml", Data(shown.output.utf8))
    let again = try command.run("check", "--show-settings")
    #expect(again.output == shown.output.replacing("  # inferred from manifests and folders", with: ""))
  }

  @Test func profileCanBeSet() throws {
    let command = try Command(["a.py": "x = 1\n"])
    #expect(
      try command.run("check", "--show-settings", "--config", "profile=library").output.contains("profile: library\n"))
    let wrong = try command.run("check", "--config", "profile=libary")
    #expect(wrong.code == 2)
    #expect(
      wrong.errors == "mllint: error: --config: unknown value; expected one of library, application, research, "
        + "notebooks, found the text 'libary'; did you mean 'library'?\n")
  }

  @Test func schemaListsBuiltInAndCustomRules() throws {
    let page = """
      rule: house-load
      summary: A file is read directly.
      languages: [python]
      why: b
      fix: c
      options:
        callees:
          default: [np.load]
          help: Calls that are reported.
      forbid:
        call: $callees
        message: "'{callee}' reads a file directly"
      examples:
        - title: direct
          bad: {a.py: "import numpy as np\\nx = «np.load»('a')\\n"}
        - title: none
          good: {a.py: "x = 1\\n"}

      """
    let command = try Command(["mllint.yml": "custom_rules: [rules]\n", "rules/house-load.yml": page])
    func rules(_ arguments: String...) throws -> [String: Any] {
      let result = try command.run(["config", "--schema"] + arguments)
      #expect(result.code == 0, "\(result.errors)")
      let schema = try #require(try result.json() as? [String: Any])
      #expect(schema["$schema"] as? String == "http://json-schema.org/draft-07/schema#")
      let properties = try #require(schema["properties"] as? [String: [String: Any]])
      return try #require(properties["rules"]?["properties"] as? [String: Any])
    }
    let all = try rules()
    #expect(all["missing-space"] != nil)
    let settings = try #require((all["house-load"] as? [String: Any])?["anyOf"] as? [[String: Any]])
    let options = try #require(settings.last?["properties"] as? [String: [String: Any]])
    #expect(options["callees"]?["type"] as? String == "array")
    #expect(options["callees"]?["description"] as? String == "Calls that are reported.")
    #expect(try rules("--isolated")["house-load"] == nil)
    let bare = try command.run("config")
    #expect(bare.code == 2)
    #expect(bare.errors.contains("nothing to print; add --schema"))
  }
}
