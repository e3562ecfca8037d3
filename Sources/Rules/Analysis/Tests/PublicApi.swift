import LintModel
import LintRuleKit
import LintSourceText

/// The modules that tests should cover, and what they define.
enum PublicApi {
  static func definitions(in file: SourceFile) -> [String] {
    file.model.declarations.filter { isAtTop($0, in: file) && ($0.kind == .function || $0.kind == .type) }
      .map(\.name.text)
  }

  static func isAtTop(_ declaration: Declaration, in file: SourceFile) -> Bool {
    declaration.parent.map { file.model.declarations[$0].kind == .module } ?? true
  }

  /// The modules with something to test. A Swift program exports nothing. If a distribution has packages at its root,
  /// files elsewhere, such as recipes, apps and research projects, are not part of it.
  static func modules(of facts: [FileFacts<UntestedApi.Fact>]) -> [FileFacts<UntestedApi.Fact>] {
    let programs = Set(facts.filter { $0.file.projectPath.hasSuffix("/main.swift") }.map(\.file.module))
    let modules = facts.filter {
      $0.file.role == .library && $0.facts.contains { !$0.symbols.isEmpty } && !programs.contains($0.file.module)
    }
    let packaged = modules.filter(isPackaged)
    guard !packaged.isEmpty else { return modules }
    let rooted = packaged.filter(isAtRoot)
    let sources = rooted.filter { $0.file.projectPath.hasPrefix("src/") }
    return (sources.isEmpty ? rooted.isEmpty ? packaged : rooted : sources).filter { !isInternal($0.file) }
  }

  private static func isAtRoot(_ module: FileFacts<UntestedApi.Fact>) -> Bool {
    guard module.file.language == .python else { return true }
    var folders = module.file.projectPath.split(separator: "/")[...]
    let distribution = module.file.distribution.split(separator: "/")
    if folders.starts(with: distribution) { folders = folders.dropFirst(distribution.count) }
    if let first = folders.first, ["src", "python", "lib"].contains(first) { folders = folders.dropFirst() }
    return folders.first == module.file.module.split(separator: ".").first
  }

  /// Commands are tested by running them, vendored and abandoned code is tested elsewhere, and test helpers are
  /// exercised by the tests.
  static func isInternal(_ file: FileReference) -> Bool {
    let inner: Set<Substring> = [
      "commands", "cli", "scripts", "benchmark", "benchmarks", "libs", "legacy", "deprecated", "testing", "test_utils",
      "testing_utils", "test_utilities", "tests_utils", "examples",
    ]
    if file.language == .swift { return isHarness(file.projectPath) }
    return file.language == .python && file.module.split(separator: ".").contains(where: inner.contains)
  }

  /// Whether a folder of Swift files is there for tests or benchmarks: `BenchmarkHelpers`, `TestSupport`.
  static func isHarness(_ path: String) -> Bool {
    path.split(separator: "/").dropLast().contains { folder in
      let words = Name.words(of: String(folder))
      return words.contains { $0 == "benchmark" || $0 == "benchmarks" || $0 == "benchmarking" }
        || words.count > 1 && words.contains { $0 == "test" || $0 == "tests" || $0 == "testing" }
    }
  }

  /// Whether people run a file or look at its output rather than call it (a script inside a package, plots, debugging),
  /// or whether its code is vendored or deprecated.
  static func isTool(_ file: SourceFile) -> Bool {
    guard file.language == .python else { return false }
    if isBorrowed(String(decoding: file.text.bytes.prefix(2000), as: UTF8.self)) || isRun(file) { return true }
    if file.model.declarations.first?.doc?.summary.lowercased().contains("deprecated") ?? false { return true }
    let plotters: Set<Substring> = ["matplotlib", "plotly", "seaborn", "bokeh", "altair", "IPython", "pdb", "ipdb"]
    if file.model.imports.contains(where: { !$0.isLocal && plotters.contains($0.module.prefix { $0 != "." }) }) {
      return true
    }
    return file.reference.module.split(separator: ".").contains { part in
      part.split(separator: "_").contains(where: watched.contains)
    }
  }

  private static func isRun(_ file: SourceFile) -> Bool {
    file.model.mentions.contains("__name__")
      && String(decoding: file.text.bytes, as: UTF8.self).contains("\nif __name__ ==")
  }

  private static let watched: Set<Substring> = [
    "debug", "debugging", "vis", "viz", "visualization", "visualizer", "visualize", "plot", "plots", "plotting",
    "profiling", "profiler", "convert", "log", "logger", "loggers", "logging",
  ]

  /// Whether a notice says that the code is from another project, where its tests are, too.
  private static func isBorrowed(_ head: String) -> Bool {
    let head = head.lowercased()
    return [
      "code adapted from", "code copied from", "code taken from", "file is copied from", "copied verbatim", "vendored",
    ]
    .contains { head.contains($0) }
  }

  /// Whether this is a whole project: an installed package has neither tests nor a manifest, and a script or two are
  /// not an API.
  static func isWholeProject(_ modules: [FileFacts<UntestedApi.Fact>], in project: ProjectIndex) -> Bool {
    guard modules.contains(where: isPackaged) else { return modules.count > 2 }
    let manifests: Set<Substring> = ["pyproject.toml", "setup.py", "setup.cfg", "Package.swift"]
    return project.files.contains { manifests.contains($0.projectPath.split(separator: "/").last ?? "") }
  }

  private static func isPackaged(_ module: FileFacts<UntestedApi.Fact>) -> Bool {
    module.file.language != .python || module.file.module.contains(".")
      || module.file.projectPath.hasSuffix("/__init__.py")
  }
}
