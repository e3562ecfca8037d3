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
        + "notebooks, found the text 'libary'; did you mean 'library'\n")
  }
}
