import Foundation
import Testing

/// `mllint api`, `mllint api diff` and `mllint api accept` on small packages.
@Suite struct ApiCommandTests {
  private static let before = """
    def fit(inputs, epochs=10, *, shuffle=True):
        return inputs


    def predict(inputs):
        return inputs
    """
  private static let after = """
    def fit(inputs, epochs=20, *, verbose=0):
        return inputs


    def evaluate(inputs, targets):
        return inputs
    """

  private func repository() throws -> Command {
    let command = try Command(["nets/__init__.py": "", "nets/training.py": Self.before])
    try git(command, "init", "-q")
    try git(command, "add", ".")
    try git(
      command, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", "first")
    try git(command, "tag", "v1")
    try command.write("nets/training.py", Data(Self.after.utf8))
    return command
  }

  private func git(_ command: Command, _ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git", "-C", command.path] + arguments
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func outlineListsThePublicAPI() throws {
    let command = try Command([
      "nets/__init__.py": "from ._layers import Dense as Dense, _helper\n",
      "nets/_layers.py": """
      class _Base:
          def build(self, shape): ...

      class Dense(_Base):
          def __init__(self, units, *, bias=True):
              self.units = units
              self.cache = None
          def _hidden(self): ...

      def _helper(): ...
      """,
      "tests/test_dense.py": "def test_dense(): ...\n",
    ])
    let result = try command.run("api")
    #expect(result.code == 0)
    #expect(
      result.output == """
        nets
          class Dense(_Base)
            __init__(units, *, bias=True)
            units = units
        1 modules, 1 types with 2 members, 0 functions, 0 constants, 2 parameters

        """)
  }

  @Test func diffReadsRevisionsFromGitObjects() throws {
    let command = try repository()
    let result = try command.run("api", "diff", "v1", "--all")
    #expect(result.code == 1)
    #expect(
      result.output == """
        v1 -> the working tree: 2 breaking, 1 behavior-changing, 2 additive
        removals: 0 announced by a deprecation, 2 not
        suggested version: major (minor below 1.0)
        surface: 2 -> 2 names, 4 -> 5 parameters

        Breaking (2)

          nets.training
            breaks[parameter-removed] nets.training.fit: 'training.fit' no longer has 'shuffle'
              before nets/training.py:1  shuffle=True
              after  nets/training.py:1
            breaks[removed] nets.training.predict: 'nets.training.predict' was removed
              before nets/training.py:5  predict(inputs)

        Changed behavior (1)

          nets.training
            alters[default-changed] nets.training.fit: 'epochs' of 'training.fit' now defaults to '20', was '10'
              before nets/training.py:1  epochs=10
              after  nets/training.py:1  epochs=20

        Added (2)

          nets.training
            extends[added] nets.training.evaluate: 'nets.training.evaluate' is new
              after  nets/training.py:5  evaluate(inputs, targets)
            extends[parameter-added] nets.training.fit: 'training.fit' now accepts 'verbose'
              before nets/training.py:1
              after  nets/training.py:1  verbose=0

        """)
    #expect(try command.run("api", "diff", "v1", "--exit-zero").code == 0)
    #expect(try command.run("api", "diff", "v1", "v1").code == 0)
  }

  @Test func changesAreAcceptedWithAReason() throws {
    let command = try repository()
    let accepted = try command.run(
      "api", "accept", "nets.training.*", "--since", "v1", "--reason", "the trainer is new")
    #expect(accepted.code == 0)
    #expect(accepted.errors == "mllint: accepted 5 changes in mllint-api-accepted.yml\n")
    let result = try command.run("api", "diff", "v1")
    #expect(result.code == 0)
    #expect(result.output.contains("0 breaking, 0 behavior-changing, 0 additive; 5 accepted"))
    // A reverted change leaves a stale entry.
    try command.write("nets/training.py", Data(Self.before.utf8))
    let undone = try command.run("api", "diff", "v1")
    #expect(undone.code == 1)
    #expect(undone.output.contains("stale: mllint-api-accepted.yml:"))
  }

  @Test func acceptanceFileIsReadStrictly() throws {
    let command = try repository()
    try command.write(
      "mllint-api-accepted.yml",
      Data(
        "accepted:\n  - change: removed\n    symbol: nets.training.predict\n    reason: unused\n    why: old\n".utf8))
    let unknown = try command.run("api", "diff", "v1")
    #expect(unknown.code == 2)
    #expect(unknown.errors.contains("mllint-api-accepted.yml:"))
    #expect(unknown.errors.contains("unknown key 'why'"))
    try command.write(
      "mllint-api-accepted.yml",
      Data("accepted:\n  - change: removed\n    symbol: nets.training.predict\n    reason: ' '\n".utf8))
    let empty = try command.run("api", "diff", "v1")
    #expect(empty.code == 2)
    #expect(
      empty.errors == "mllint: error: mllint-api-accepted.yml:4:13: the reason is empty; say why the change is worth "
        + "breaking callers\n")
  }

  @Test func acceptRequiresAReason() throws {
    let command = try repository()
    #expect(try command.run("api", "accept", "nets.training.fit", "--since", "v1", "--reason", " ").code == 2)
    let missing = try command.run("api", "accept", "nets.training.fitt", "--since", "v1", "--reason", "no")
    #expect(missing.code == 2)
    #expect(missing.errors.contains("did you mean 'nets.training.fit'?"))
  }

  @Test func unknownRevisionIsAnError() throws {
    let command = try repository()
    let unknown = try command.run("api", "diff", "v2")
    #expect(unknown.code == 2)
    #expect(unknown.errors == "mllint: error: unknown revision 'v2'; did you mean 'v1'?\n")
    let alone = try Command(["nets.py": "x = 1\n"])
    let outside = try alone.run("api", "diff", "v1")
    #expect(outside.code == 2)
    #expect(outside.errors.contains("is not in a git repository"))
    let nowhere = try command.run("api", "diff", "v1", environment: ["PATH": "/nowhere"])
    #expect(nowhere.code == 2)
    #expect(nowhere.errors.contains("git is not installed"))
  }

  @Test func foldersCanBeCompared() throws {
    let command = try Command([
      "old/nets/__init__.py": "", "old/nets/training.py": Self.before, "new/nets/__init__.py": "",
      "new/nets/training.py": Self.after,
    ])
    let result = try command.run("api", "diff", "old/", "new/", "--output-format", "json")
    #expect(result.code == 1)
    let report = try #require(try result.json() as? [String: Any])
    let changes = try #require(report["changes"] as? [[String: Any]])
    #expect(
      changes.compactMap { $0["kind"] as? String }.sorted() == [
        "added", "default-changed", "parameter-added", "parameter-removed", "removed",
      ])
    let markdown = try command.run("api", "diff", "old/", "new/", "--output-format", "markdown")
    #expect(
      markdown.output.contains(
        "## Breaking\n\n### `nets.training`\n\n- `training.fit` no longer has `shuffle` (new/nets/training.py:1)\n"))
  }

  @Test func checkComparesSnapshotWithoutGit() throws {
    let command = try Command(["nets/__init__.py": "", "nets/training.py": Self.before])
    let select = ["--select", "unacknowledged-api-change", "--output-format", "concise"]
    func check() throws -> Command.Result { try command.run("check", select[0], select[1], select[2], select[3]) }
    #expect(try check().code == 0)
    #expect(try command.run("api", "--write", "mllint-api.yml").code == 0)
    #expect(try check().code == 0)
    try command.write("nets/training.py", Data(Self.after.utf8))
    let changed = try check()
    #expect(changed.code == 1)
    #expect(changed.output.split(separator: "\n").count == 4)
    #expect(changed.output.contains("'nets.training.predict' was removed"))
    #expect(try command.run("api", "accept", "nets.training.*", "--reason", "a new trainer").code == 0)
    #expect(try check().code == 0)
    // In the new snapshot the entries have no difference left, which the comparison with a tag may still have.
    #expect(try command.run("api", "--write", "mllint-api.yml").code == 0)
    #expect(try check().code == 0)
    #expect(try command.run("api", "accept", "--prune").errors.contains("removed 5 entries"))
    #expect(try check().code == 0)
  }
}
