import Foundation
import Testing

/// Devices, pipes and huge files are rejected for every kind of input.
@Suite struct HostileInputTests {
  private static let report =
    #"{"meta": {"version": "7", "format": 3}, "files": {"a.py": {"executed_lines": [1], "missing_lines": []}}}"#

  /// Limits memory and time, so that a regression does no harm.
  private func run(_ command: Command, _ arguments: String, setup: String = "") throws -> Command.Result {
    try command.shell("\(setup)\nulimit -v 4000000; timeout 60 \"$MLLINT\" \(arguments) < /dev/null")
  }

  private func project() throws -> Command {
    try Command(["a.py": "x = 1\n", ".git/HEAD": "ref: refs/heads/main\n", "cov.json": Self.report])
  }

  @Test(arguments: [
    ("ln -s /dev/zero pyproject.toml", "check .", "pyproject.toml:1:1: cannot be read: it is a device"),
    ("ln -s /dev/zero mllint.yml", "check .", "mllint.yml:1:1: cannot be read: it is a device"),
    ("ln -s /dev/zero .mllint.yml", "check .", ".mllint.yml:1:1: cannot be read: it is a device"),
    ("mkfifo mllint.yml", "check .", "mllint.yml:1:1: cannot be read: it is a pipe"),
    ("mkfifo mllint.yml", "api .", "mllint.yml:1:1: cannot be read: it is a pipe"),
    ("mkfifo mllint.yml", "vocabulary .", "mllint.yml:1:1: cannot be read: it is a pipe"),
    ("mkfifo mllint.yml", "rule", "mllint.yml:1:1: cannot be read: it is a pipe"),
    ("ln -s /dev/zero pyproject.toml", "init", "pyproject.toml:1:1: cannot be read: it is a device"),
    (
      "ln -s /dev/zero zero.yml; echo 'extends: [zero.yml]' > mllint.yml", "check .",
      "mllint.yml:1:11: 'zero.yml' cannot be read: it is a device, not a regular file"
    ),
    (
      "ln -s /dev/zero zero.yml; echo 'custom_rules: [zero.yml]' > mllint.yml", "check .",
      "mllint.yml:1:16: 'zero.yml' cannot be read: it is a device"
    ),
    (
      "mkdir pages; mkfifo pages/a.yml; echo 'custom_rules: [pages]' > mllint.yml", "check .",
      "mllint.yml:1:16: 'pages/a.yml' cannot be read: it is a pipe"
    ),
    ("mkfifo page.yml", "rule test page.yml", "'page.yml' cannot be read: it is a pipe"),
    (
      "ln -s /dev/zero zero.yml; echo 'baseline: zero.yml' > mllint.yml", "check .",
      "the baseline 'zero.yml' cannot be read: it is a device, not a regular file\n"
    ),
    ("", "check --baseline /dev/zero .", "the baseline '/dev/zero' cannot be read: it is a device"),
    ("ln -s /dev/zero zero.yml", "baseline prune zero.yml", "the baseline 'zero.yml' cannot be read: it is a device"),
    ("", "check --config /dev/zero .", "cannot be read: it is a device"),
    ("", "check --coverage /dev/zero .", "--coverage '/dev/zero' cannot be read: it is a device"),
    ("ln -s /dev/zero .coveragerc", "check --coverage cov.json .", "'.coveragerc' cannot be read: it is a device"),
    ("ln -s /dev/zero setup.cfg", "check --coverage cov.json .", "'setup.cfg' cannot be read: it is a device"),
    ("mkfifo tox.ini", "check --coverage cov.json .", "'tox.ini' cannot be read: it is a pipe"),
    ("ln -s /dev/zero codecov.yml", "check --coverage cov.json .", "'codecov.yml' cannot be read: it is a device"),
    ("", "api diff /dev/zero", "'/dev/zero' cannot be read: it is a device"),
    ("mkfifo old.yml", "api diff ./old.yml", "'./old.yml' cannot be read: it is a pipe"),
    (
      "ln -s /dev/zero mllint-api-accepted.yml", "api diff ./",
      "'mllint-api-accepted.yml' cannot be read: it is a device"
    ),
    (
      "head -c 30000000 /dev/zero > mllint.yml", "check .",
      "mllint.yml:1:1: cannot be read: it is 28 MB, more than the limit of 20 MB"
    ),
    (
      "truncate -s 30M pyproject.toml", "check .",
      "pyproject.toml:1:1: cannot be read: it is 30 MB, more than the limit of 20 MB"
    ),
    ("truncate -s 2G big.json", "check --coverage big.json .", "it is 2048 MB, more than the limit of 1024 MB"),
    ("truncate -s 30M known.yml", "check --baseline known.yml .", "it is 30 MB, more than the limit of 20 MB"),
  ])
  func isRefused(_ setup: String, _ arguments: String, _ message: String) throws {
    let result = try run(try project(), arguments, setup: setup)
    #expect(result.code == 2)
    #expect(result.errors.contains(message))
    #expect(result.output.isEmpty)
  }

  @Test(arguments: [
    ("ln -s /dev/zero zero.yml", "zero.yml", "zero.yml:1:1: error[unreadable-file] cannot be read: it is a device"),
    ("mkfifo pipe.py", "pipe.py", "pipe.py:1:1: error[unreadable-file] cannot be read: it is a pipe"),
    (
      "ln -s /dev/zero requirements.txt", "requirements.txt",
      "requirements.txt:1:1: error[unreadable-file] cannot be read: it is a device"
    ),
    ("truncate -s 30M .gitignore", ".", ".gitignore:1:1: error[unreadable-file] cannot be read: it is 30 MB"),
    (
      "mkdir -p .git/info; ln -s /dev/zero .git/info/exclude", ".",
      ".git/info/exclude:1:1: error[unreadable-file] cannot be read: it is a device, not a regular file; its patterns are "
        + "not applied"
    ),
  ])
  func isAFinding(_ setup: String, _ path: String, _ message: String) throws {
    let result = try run(try project(), "check --output-format concise \(path)", setup: setup)
    #expect(result.code == 2)
    #expect(result.output.contains(message))
    #expect(result.errors.isEmpty)
  }

  @Test func processSubstitutionIsRejected() throws {
    let command = try project()
    let result = try command.shell("cat cov.json | \"$MLLINT\" check --coverage /dev/fd/0 .")
    #expect(result.code == 2)
    #expect(
      result.errors == "mllint: error: --coverage '/dev/fd/0' cannot be read: it is a pipe, not a regular file; "
        + "save the report to a file first\n")
    #expect(try command.shell("\"$MLLINT\" check --coverage /dev/fd/0 . < cov.json").code == 0)
  }

  @Test func standardInputHasALimit() throws {
    let command = try project()
    let result = try command.shell(
      "ulimit -v 4000000; timeout 60 \"$MLLINT\" check --stdin-filename b.py - < /dev/zero")
    #expect(result.code == 2)
    #expect(
      result.errors == "mllint: error: standard input cannot be read: it is larger than the limit of 20 MB\n")
  }

  @Test func foldersNamedLikeConfigurationsAreIgnored() throws {
    let command = try project()
    #expect(try run(command, "check .", setup: "mkdir mllint.yml pyproject.toml").code == 0)
  }

  /// TOMLKit aborted the process here.
  @Test func invalidTOML() throws {
    let command = try Command(["a.py": "x = 1\n", "pyproject.toml": "[`mllint"])
    let result = try command.run("check", ".")
    #expect(result.code == 2)
    #expect(
      result.errors == "mllint: error: pyproject.toml:1:2: a key is missing; expected letters, digits, '-', '_', or a "
        + "name in quotes, found '`'\n")
  }
}
