import Foundation
import Testing

/// Writing a file preserves mode, owner, symbolic links and hard links.
@Suite struct WriteTests {
  private static let flawed = "a: 1  # mllint: allow(syntax-error) no more\n"
  private static let fixed = "a: 1\n"

  private func status(_ command: Command, _ name: String) throws -> String {
    try command.shell("stat -c '%a %u %g %h %F' \(name)").output.trimmingCharacters(in: .newlines)
  }

  @Test func modeAndOwnerStay() throws {
    let command = try Command(["a.yml": Self.flawed])
    let isRoot = getuid() == 0
    #expect(try command.shell("chmod 640 a.yml" + (isRoot ? "; chown 12345:54321 a.yml" : "")).code == 0)
    let before = try status(command, "a.yml")
    #expect(try command.run("check", "--fix", "a.yml").code == 0)
    #expect(try command.read("a.yml") == Data(Self.fixed.utf8))
    #expect(try status(command, "a.yml") == before)
    #expect(before.hasPrefix(isRoot ? "640 12345 54321 1 " : "640 "))
  }

  @Test func newFilesFollowUmask() throws {
    let command = try Command()
    #expect(try command.shell("umask 027; \"$MLLINT\" init").code == 0)
    #expect(try status(command, "mllint.yml").hasPrefix("640 "))
  }

  @Test func linksStayLinks() throws {
    let command = try Command(["shared/a.yml": Self.flawed])
    #expect(try command.shell("ln -s shared/a.yml link.yml; ln -s link.yml second.yml").code == 0)
    #expect(try command.run("check", "--fix", "second.yml").code == 0)
    #expect(try command.read("shared/a.yml") == Data(Self.fixed.utf8))
    #expect(try status(command, "link.yml").hasSuffix("symbolic link"))
    #expect(try status(command, "second.yml").hasSuffix("symbolic link"))
    // The target of a link may not exist yet.
    #expect(try command.shell("ln -s shared/report.json report.json").code == 0)
    #expect(try command.run("check", "--output-format", "json:report.json", ".").code == 0)
    #expect(try command.read("shared/report.json").count > 100)
    #expect(try status(command, "report.json").hasSuffix("symbolic link"))
  }

  @Test func hardLinksStayLinked() throws {
    let command = try Command(["a.yml": Self.flawed])
    #expect(try command.shell("ln a.yml b.txt").code == 0)
    #expect(try command.run("check", "--fix", "a.yml").code == 0)
    #expect(try command.read("b.txt") == Data(Self.fixed.utf8))
    #expect(try status(command, "a.yml").contains(" 2 regular"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: command.path).sorted() == ["a.yml", "b.txt"])
  }

  @Test func mountPointIsWritten() throws {
    let command = try Command(["a.yml": Self.flawed, "inside/a.yml": ""])
    guard try command.shell("mount --bind a.yml inside/a.yml").code == 0 else {
      print("skipped: mounting needs root")
      return
    }
    defer { _ = try? command.shell("umount -l inside/a.yml") }
    #expect(try command.run("check", "--fix", "inside/a.yml").code == 0)
    #expect(try command.read("a.yml") == Data(Self.fixed.utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: command.path + "/inside") == ["a.yml"])
  }

  @Test func reportsGoToPipesAndDevices() throws {
    let command = try Command(["a.py": "x = 1\n"])
    let piped = try command.shell(
      "mkfifo pipe; cat pipe > copy & \"$MLLINT\" check --output-format json:pipe . && wait && head -c 1 copy")
    #expect(piped.code == 0)
    #expect(piped.output == "{")
    #expect(try command.run("check", "--output-format", "json:/dev/null", ".").code == 0)
    #expect(try command.shell("test -c /dev/null").code == 0)
  }

  @Test func reportsGoToStandardOutput() throws {
    let command = try Command(["a.py": "x = 1\n"])
    let options = "check --output-format json:/dev/stdout --output-format text ."
    let piped = try command.shell("\"$MLLINT\" \(options) | cat")
    #expect(piped.output.hasPrefix("{"))
    #expect(piped.output.hasSuffix("no findings in 1 file\n"))
    // Replacing the file behind standard output would lose earlier and later output.
    let appended = try command.shell("echo first > log; \"$MLLINT\" \(options) >> log; cat log")
    #expect(appended.output.hasPrefix("first\n{"))
    #expect(appended.output.hasSuffix("no findings in 1 file\n"))
    let named = try command.shell(
      "echo first > log; ln -s /dev/stdout out; \"$MLLINT\" \(options.replacing("/dev/stdout", with: "out")) >> log; "
        + "cat log")
    #expect(named.output.hasPrefix("first\n{"))
    #expect(
      try command.shell("\"$MLLINT\" check --output-format json:/dev/fd/3 . 3>&1 > /dev/null").output.hasPrefix("{"))
  }

  @Test func foldersCannotBeWritten() throws {
    let command = try Command(["out/x.txt": ""])
    let result = try command.run("check", "--output-format", "json:out", ".")
    #expect(result.code == 2)
    #expect(result.errors == "mllint: error: 'out' cannot be written: is a directory\n")
    let missing = try command.run("check", "--output-format", "json:none/x.json", ".")
    #expect(missing.errors == "mllint: error: 'none/x.json' cannot be written: no such file or directory\n")
  }
}
