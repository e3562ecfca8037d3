import ArgumentParser
import LintProject
import LintSourceText
import LintWorkspace

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

  /// What these options and paths ask to check.
  func target(_ paths: [String], in workspace: Workspace) throws -> CheckTarget {
    var contents: [String: [UInt8]] = [:]
    if let stdinFilename {
      do {
        contents[Paths.absolute(stdinFilename, in: workspace.workingDirectory)] = try FileSystem.readStandardInput()
      } catch {
        throw Failure("standard input cannot be read: \(error.reason)")
      }
    }
    let projects = try workspace.projects(
      of: stdinFilename.map { [$0] } ?? paths, excluding: exclude, forcesExcludes: forceExclude,
      unsaved: Set(contents.keys))
    var target = CheckTarget(paths: paths, projects: projects)
    target.contents = contents
    target.coverage = coverage
    target.forcesExcludes = forceExclude
    return target
  }
}
