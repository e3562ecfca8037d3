import LintModel
import LintReporting
import LintWorkspace

/// Checks files and folders like `mllint check`, from Swift code.
///
/// ```swift
/// let linter = try Linter()
/// for finding in try linter.check(["Sources"]).findings {
///   print("\(finding.path):\(finding.line):\(finding.column): \(finding.message) [\(finding.rule)]")
/// }
/// ```
///
/// The configuration nearest to each file applies. The checked code is never imported, run or built.
public struct Linter: Sendable {
  private var workspace: Workspace

  /// Rules to run instead of the configured ones: ids, families or `all`. Empty leaves the choice to the configuration.
  public var select: [String] {
    get { workspace.overrides.select }
    set { workspace.overrides.select = newValue }
  }

  /// Rules not to run, even if selected: ids, families or `all`.
  public var ignore: [String] {
    get { workspace.overrides.ignore }
    set { workspace.overrides.ignore = newValue }
  }

  /// Whether preview rules run too.
  public var includesPreviewRules: Bool {
    get { workspace.overrides.allowsPreview }
    set { workspace.overrides.allowsPreview = newValue }
  }

  /// Whether configuration files are ignored.
  public var isIsolated: Bool {
    get { workspace.overrides.isIsolated }
    set { workspace.overrides.isIsolated = newValue }
  }

  /// A linter with all built-in rules.
  ///
  /// - Throws: ``LintError`` if the built-in rule pages cannot be read, which is a bug.
  public init() throws { workspace = try LintError.wrapping { try Workspace.builtIn() } }

  /// Checks files and folders. The whole repository around them is analyzed, and the findings in them are returned.
  ///
  /// - Parameters:
  ///   - paths: Files and folders, absolute or relative to the working directory of the process.
  ///   - unsaved: Contents that replace files on disk, by path, such as the buffers of an editor.
  /// - Throws: ``LintError`` if a path does not exist or a configuration is invalid.
  public func check(_ paths: [String] = ["."], unsaved: [String: String] = [:]) throws -> LintReport {
    try LintError.wrapping {
      let contents = Dictionary(
        unsaved.map { (workspace.absolutePath($0.key), Array($0.value.utf8)) }, uniquingKeysWith: { $1 })
      let projects = try workspace.projects(of: paths, unsaved: Set(contents.keys))
      var target = CheckTarget(paths: paths, projects: projects)
      target.contents = contents
      let plan = try workspace.plan(target)
      let result = plan.run()
      let placed = ReportInput(result: result, pages: plan.pages, version: "", seconds: 0, usesColor: false).findings
      return LintReport(
        findings: placed.map { LintFinding($0, help: plan.pages[$0.finding.rule]?.fix ?? "") }, fileCount: result.files,
        isComplete: !result.isIncomplete)
    }
  }
}

/// The reason a check could not start: what is wrong and what to do.
public struct LintError: Error, Sendable, CustomStringConvertible {
  public let description: String

  static func wrapping<Result>(_ body: () throws -> Result) throws(LintError) -> Result {
    do {
      return try body()
    } catch {
      throw LintError(description: "\(error)")
    }
  }
}
