import Foundation
import Testing

/// On a full disk every file keeps its content, no temporary file remains, and the error names the file.
@Suite struct FullDiskTests {
  /// About 56 KB of code that unsafe fixes make larger.
  private static let flawed = (0..<540).map {
    "def check_\($0)(axis):\n    if axis < 0:\n        raise ValueError(\"axis must not be negative\")\n    return axis\n\n\n"
  }.joined()

  private func contents(_ command: Command) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: command.path).sorted()
  }

  /// Fills the rest of the disk.
  private func fill(_ command: Command) throws {
    _ = try command.shell("cat /dev/zero > filler 2> /dev/null")
    #expect(try command.shell("echo more > more").code != 0, "expected a full disk")
    try? FileManager.default.removeItem(atPath: command.path + "/more")
  }

  @Test func fixKeepsTheSource() throws {
    try MountedFolder.with(size: "64k") { command in
      try command.write("a.py", Data(Self.flawed.utf8))
      let result = try command.run("check", "--isolated", "--fix", "--unsafe-fixes", "a.py")
      #expect(result.code == 2)
      #expect(
        result.errors
          == "mllint: error: 'a.py' cannot be written: no space left on device; the file is unchanged\n")
      #expect(try command.read("a.py") == Data(Self.flawed.utf8))
      #expect(try contents(command) == ["a.py"])
    }
  }

  @Test func fixKeepsTheSourceWithHardLinks() throws {
    try MountedFolder.with(size: "160k") { command in
      try command.write("a.py", Data(Self.flawed.utf8))
      #expect(try command.shell("ln a.py b.txt").code == 0)
      // Enough space for the temporary file, but not for overwriting the original as well.
      _ = try command.shell("head -c 28672 /dev/zero > filler")
      let result = try command.run("check", "--isolated", "--fix", "--unsafe-fixes", "a.py")
      #expect(result.code == 2)
      #expect(result.errors.contains("'a.py' cannot be written: no space left on device; the file is unchanged"))
      #expect(try command.read("a.py") == Data(Self.flawed.utf8))
      #expect(try contents(command) == ["a.py", "b.txt", "filler"])
    }
  }

  @Test func writeBaselineKeepsTheOldOne() throws {
    try MountedFolder.with(size: "64k") { command in
      try command.write("a.py", Data(Self.flawed.utf8.prefix(20_000)))
      let old = Data("# the old baseline\nversion: 1\nfindings: []\n".utf8)
      try command.write("known.yml", old)
      try fill(command)
      let before = try contents(command)
      let result = try command.run("check", "--isolated", "--write-baseline", "known.yml", "a.py")
      #expect(result.code == 2)
      #expect(
        result.errors
          == "mllint: error: 'known.yml' cannot be written: no space left on device; the file is unchanged\n")
      #expect(try command.read("known.yml") == old)
      #expect(try contents(command) == before)
    }
  }

  @Test(arguments: [
    ["api", "--write", "mllint-api.yml"], ["check", "--output-format", "json:report.json", "."], ["init"],
  ])
  func newFilesAreNotLeftTruncated(_ arguments: [String]) throws {
    try MountedFolder.with(size: "64k") { command in
      try command.write("a.py", Data(Self.flawed.utf8.prefix(20_000)))
      try fill(command)
      let before = try contents(command)
      let result = try command.run(arguments)
      #expect(result.code == 2)
      #expect(result.errors.hasSuffix("cannot be written: no space left on device\n"))
      #expect(try contents(command) == before)
    }
  }

  @Test func fileSizeLimitIsAnError() throws {
    let command = try Command(["a.py": Self.flawed])
    // The counts of an instrumented binary would not fit either.
    let result = try command.shell(
      "ulimit -f 16; \"$MLLINT\" check --isolated --fix --unsafe-fixes a.py",
      environment: ["LLVM_PROFILE_FILE": "/dev/null"])
    #expect(result.code == 2)
    #expect(result.errors == "mllint: error: 'a.py' cannot be written: file too large; the file is unchanged\n")
    #expect(try command.read("a.py") == Data(Self.flawed.utf8))
    #expect(try contents(command) == ["a.py"])
  }

  @Test func fullStandardOutputIsAnError() throws {
    let command = try Command(["a.py": "x = 1\n"])
    let result = try command.shell("\"$MLLINT\" check --output-format json . > /dev/full")
    #expect(result.code == 2)
    #expect(result.errors == "mllint: error: standard output cannot be written: no space left on device\n")
    // A closed pipe is not an error.
    #expect(try command.shell("\"$MLLINT\" rule | head -n 1 > /dev/null").errors.isEmpty)
  }
}
