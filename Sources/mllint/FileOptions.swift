import ArgumentParser
import LintModel
import LintProject
import LintSourceText

#if canImport(Glibc)
  import Glibc
#endif

/// Which files are read.
struct FileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Leave out files and folders that match, as a line of .gitignore would: 'legacy/', '*_old.py'; repeatable.",
      valueName: "glob"))
  var exclude: [String] = []

  @Flag(help: "Leave out excluded and ignored files even where they are named one by one, as pre-commit does.")
  var forceExclude = false

  @Option(
    help: ArgumentHelp(
      "The path that the text on standard input stands for; it tells language, role and configuration.",
      valueName: "path"))
  var stdinFilename: String?

  @Option(
    help: ArgumentHelp(
      "A coverage report: coverage.py JSON, Cobertura XML, LCOV or llvm-cov JSON, told by its content; repeatable.",
      discussion: "Reports add up. Naming one selects low-coverage, unless --select chooses otherwise.",
      valueName: "file"))
  var coverage: [String] = []

  @Flag(help: "List the files that would be checked, one a line, and check nothing.")
  var showFiles = false

  @Flag(help: "Print the settings that hold where mllint runs, profile and rules included, and check nothing.")
  var showSettings = false

  /// The projects to lint, and contents that replace what is on the disk.
  func projects(of paths: [String]) throws -> (projects: [Project], contents: [String: [UInt8]]) {
    let excludes = try exclude.map { glob in
      do {
        return try PathPattern(glob)
      } catch {
        throw Failure("--exclude '\(glob)' cannot be read: \(error)")
      }
    }
    let finder = ProjectFinder(
      endings: Set(frontends.flatMap(\.endings)), excludes: excludes, forcesExcludes: forceExclude)
    var contents: [String: [UInt8]] = [:]
    if let stdinFilename {
      do {
        contents[Paths.absolute(stdinFilename, in: finder.workingDirectory)] = try FileSystem.drain(STDIN_FILENO)
      } catch {
        throw Failure("standard input cannot be read: \(error.reason)")
      }
    }
    do {
      let named = stdinFilename.map { [$0] } ?? paths
      return (try finder.projects(of: named, unsaved: Set(contents.keys)), contents)
    } catch {
      throw Failure("\(error)")
    }
  }
}
