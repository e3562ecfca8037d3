import Foundation
import Testing

/// Custom rules, and the guide to them.
@Suite struct CustomRuleTests {
  /// The files of the whole example in `docs/custom-rules.md`: its first two blocks of YAML.
  private static func guide() throws -> [String: String] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "docs/custom-rules.md"), encoding: .utf8)
    let blocks = text.components(separatedBy: "```yaml\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
    return ["mllint.yml": blocks[0], "rules/bare-load.yml": blocks[1]]
  }

  private static let flawed = "import numpy as np\n\nx = np.load(\"kmnist.npz\")\n"

  @Test func guideExampleWorks() throws {
    let command = try Command(try Self.guide().merging(["train.py": Self.flawed]) { $1 })
    let tested = try command.run("rule", "test", "rules")
    #expect(tested.output == "1 rule, 9 examples run, all passed\n")
    #expect(tested.code == 0)
    let checked = try command.run("check", "--output-format", "concise")
    #expect(checked.output == "train.py:3:5: warning[bare-load] 'np.load' reads a file unchecked; use lab.files.load\n")
    #expect(checked.code == 1)
  }

  @Test func customRuleBehavesLikeBuiltInRules() throws {
    let command = try Command(try Self.guide().merging(["train.py": Self.flawed]) { $1 })
    #expect(try command.run("check", "--select", "custom", "-q", "--output-format", "concise").code == 1)
    #expect(try command.run("check", "--select", "errors").code == 0)
    #expect(try command.run("check", "--ignore", "bare-load").code == 0)
    #expect(try command.run("check", "--show-settings").output.contains("  bare-load: {severity: warning}\n"))
    #expect(try command.run("rule", "bare-load").output.contains("family custom, warning, stable, for python\n"))
    #expect(try command.run("rule").output.contains("bare-load"))
    #expect(try !command.run("rule", "--isolated").output.contains("bare-load"))
    #expect(try command.run("check", "--isolated").code == 0)
    let json = try command.run("check", "--output-format", "json").output
    #expect(json.contains("Read through `lab.files.load`, which takes the same path."))
    try command.write(
      "train.py", Data(Self.flawed.replacing("npz\")", with: "npz\")  # mllint: allow(bare-load) old").utf8))
    #expect(try command.run("check").code == 0)
  }

  @Test func failedExamplesHavePositions() throws {
    var files = try Self.guide()
    files["rules/bare-load.yml"] = files["rules/bare-load.yml"]?.replacing("«np.load»", with: "np.«load»")
    let failed = try Command(files).run("rule", "test", "rules/bare-load.yml")
    #expect(failed.code == 1)
    #expect(
      failed.output.hasPrefix(
        "rules/bare-load.yml:14:5: 'read directly': expected a finding at train.py:3:8, found none; expected no finding "
          + "at train.py:3:5, found ''np.load' reads a file unchecked; use lab.files.load'\n"), "\(failed.output)")
  }

  @Test(arguments: [
    ("forbid:", "forbids:", "rules/bare-load.yml:8:1: unknown key 'forbids'; did you mean 'forbid'?"),
    (
      "rule: bare-load", "rule: missing-space",
      "rules/bare-load.yml:1:7: rule 'missing-space' is already defined in mllint itself; choose another name"
    ),
  ])
  func invalidPagesAreErrors(_ old: String, _ new: String, _ message: String) throws {
    var files = try Self.guide()
    files["rules/bare-load.yml"] = files["rules/bare-load.yml"]?.replacing(old, with: new)
    let command = try Command(files)
    for arguments in [["rule", "test", "rules"], ["check"], ["rule"]] {
      let result = arguments.count == 1 ? try command.run(arguments[0]) : try command.run("rule", "test", "rules")
      #expect(result.code == 2)
      #expect(result.errors == "mllint: error: \(message)\n")
    }
  }

  @Test func missingPagesAreErrors() throws {
    let command = try Command(["mllint.yml": "custom_rules: [rules]\n", "a.py": "x = 1\n"])
    let result = try command.run("check")
    #expect(result.code == 2)
    #expect(result.errors.hasPrefix("mllint: error: mllint.yml:1:16: 'rules' cannot be read: "), "\(result.errors)")
  }

  @Test func namesCallsAndCounts() throws {
    let page = """
      rule: preferred-word
      summary: A.
      languages: [python, swift]
      why: b
      fix: c
      forbid:
        name: {lr: learning_rate}
        of: [parameter, option]
        message: "'{name}' is called '{use}' here"
      require:
        call: [.seed_everything, random.seed]
        roles: [script, library]
        when: {call: .backward}
        message: "this trains without a seed"
      limit:
        declaration: type
        at_most: 1
        message: "{count} types are declared here, more than {limit}"
      examples:
        - title: t
          bad:
            Sources/A/A.swift: "public func train(«lr»: Float, steps: Int) {}\\n"
          says: ["'lr' is called 'learningRate' here"]
        - title: s
          bad:
            train.py: |
              import torch

              def main(x):
                  «x.backward»()

              if __name__ == "__main__":
                  main(torch.ones(()))
          says: ["this trains without a seed"]
        - title: u
          bad:
            train.py: "class A: ...\\nclass «B»: ...\\nclass C: ...\\n"
          says: ["3 types are declared here, more than 1"]
        - title: v
          good:
            train.py: "class A: ...\\n"

      """
    let result = try Command(["rules/preferred-word.yml": page]).run("rule", "test", "rules")
    #expect(result.output.hasSuffix("all passed\n"), "\(result.output)")
  }

  /// A page's roles decide where a file rule and a project rule report.
  @Test func rolesRestrictFindings() throws {
    let page = """
      rule: house-load
      summary: A file is read directly.
      languages: [python]
      roles: [library, notebook]
      why: b
      fix: c
      forbid:
        - call: numpy.load
          message: "'{callee}' reads a file directly"
        - call: numpy.save
          when: {requires: numpy>=1}
          message: "'{callee}' writes a file directly"
      examples:
        - title: library
          bad: {a.py: "import numpy as np\\nx = «np.load»('a')\\n"}
          says: ["'np.load' reads a file directly"]
        - title: test
          good: {tests/test_a.py: "import numpy as np\\nx = np.load('a')\\n"}

      """
    let code = "import numpy as np\nnp.load('a')\nnp.save('a', 1)\n"
    let notebook = """
      {"cells": [{"cell_type": "code", "source": ["import numpy as np\\n", "np.load('a')"], "metadata": {},
        "outputs": [], "execution_count": 1}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
      """
    let command = try Command([
      "mllint.yml": "custom_rules: [rules]\nselect: [house-load]\n", "rules/house-load.yml": page,
      "requirements.txt": "numpy>=1.20\n", "a.py": code, "tests/test_a.py": code, "scripts/b.py": code,
      "scripts/c.ipynb": notebook,
    ])
    let tested = try command.run("rule", "test", "rules")
    #expect(tested.code == 0, "\(tested.output)\(tested.errors)")
    let report = try command.run("check", "--output-format", "concise").output
    let places = report.split(separator: "\n").compactMap { $0.components(separatedBy: ": warning").first }
    #expect(places == ["a.py:2:1", "a.py:3:1", "scripts/c.ipynb:cell 1:2:1"])
    #expect(try command.run("rule", "house-load").output.contains("Checks files of these roles: library, notebook.\n"))
    let json = try #require(
      try command.run("rule", "house-load", "--output-format", "json").json() as? [String: Any])
    #expect(json["roles"] as? [String] == ["library", "notebook"])
    let markdown = try command.run("rule", "house-load", "--output-format", "markdown").output
    #expect(markdown.contains("Checks files of these roles: library, notebook.\n"))
    try command.write("rules/house-load.yml", Data(page.replacing("library, notebook", with: "libary").utf8))
    let wrong = try command.run("check")
    #expect(wrong.code == 2)
    #expect(
      wrong.errors.hasPrefix("mllint: error: rules/house-load.yml:4:9: ")
        && wrong.errors.hasSuffix("did you mean 'library'?\n"), "\(wrong.errors)")
  }
}
