import ArgumentParser
import LintProject
import LintSourceText
import LintWorkspace

/// Which files are read.
struct FileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Exclude files and folders that match this .gitignore pattern: 'legacy/', '*_old.py'; repeatable.",
      valueName: "glob"))
  var exclude: [String] = []

  @Flag(help: "Skip excluded and ignored files even if they are passed by name; for pre-commit hooks.")
  var forceExclude = false

  @Option(
    help: ArgumentHelp(
      "The path of the file on standard input; determines language, role and configuration.",
      valueName: "path"))
  var stdinFilename: String?

  @Option(
    help: ArgumentHelp(
      "A coverage report: coverage.py JSON, Cobertura XML, LCOV or llvm-cov JSON, detected by content; repeatable.",
      discussion: "Reports are combined. Passing one selects low-coverage, unless --select is given.",
      valueName: "file"))
  var coverage: [String] = []

  @Flag(help: "List the files that would be checked, one per line, and exit.")
  var showFiles = false

  @Flag(help: "Show the effective settings (profile, rules, their options) and exit.")
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
