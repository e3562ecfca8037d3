import Lint
import LintEngine
import LintProject
import LintSourceText
import LintWorkspace
import Testing

/// What a run finds must depend on the repository alone.
@Suite struct EngineTests {
  private func repository() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.write("pyproject.toml", "[project]\nname = \"nets\"\n")
    try folder.write(".git/HEAD", "")
    try folder.write("nets/__init__.py", "")
    for index in 0..<12 {
      // Most files say `learning_rate`, so that `lr` is the exception.
      let rate = index == 0 ? "lr" : "learning_rate"
      try folder.write(
        "nets/fit\(index).py",
        "def fit\(index)(x, \(rate), axis):\n    if axis >= x.ndim:\n        raise ValueError(\"bad axis\")\n    return \(rate)\n"
      )
    }
    return folder
  }

  private func findings(
    _ paths: [String], jobs: Int, from workingDirectory: String? = nil
  ) throws -> [String] {
    var workspace = try Workspace.builtIn()
    if let workingDirectory { workspace.workingDirectory = workingDirectory }
    workspace.overrides.select = ["all"]
    workspace.overrides.allowsPreview = true
    let projects = try workspace.projects(of: paths, unsaved: [])
    var target = CheckTarget(paths: paths, projects: projects)
    target.jobs = jobs
    return try workspace.plan(target).run().findings.map {
      "\(Paths.name(of: $0.location.path)):\($0.location.range.start) \($0.rule) \($0.message)"
    }
  }

  @Test(arguments: [2, 3, 16])
  func findingsDoNotDependOnJobs(jobs: Int) throws {
    let folder = try repository()
    let expected = try findings([folder.path], jobs: 1)
    #expect(expected.count { $0.contains("vague-error-message") } == 12)
    #expect(try findings([folder.path], jobs: jobs) == expected)
  }

  /// pre-commit names single files; the rest of the repository must still count.
  @Test func findingsDoNotDependOnTheNamedFiles() throws {
    let folder = try repository()
    let all = try findings([folder.path], jobs: 2)
    let names = (0..<12).map { "fit\($0).py" }
    var single: [String] = []
    for name in names { single += try findings([folder.path + "/nets/" + name], jobs: 2) }
    #expect(all.contains { $0.contains("inconsistent-name") })
    #expect(single.sorted() == all.filter { finding in names.contains { finding.hasPrefix($0 + ":") } }.sorted())
  }

  /// Rules look at paths from the project's root, not at those shown: here the folders above it look like tests, and
  /// like a package's source folder.
  @Test(arguments: ["", "/tests", "/tests/src/nets", "/tests/src/nets/nets"])
  func findingsDoNotDependOnTheWorkingDirectory(place: String) throws {
    let folder = try ScratchFolder()
    let root = "tests/src/nets"
    try folder.write(root + "/.git/HEAD", "")
    try folder.write(root + "/pyproject.toml", "[project]\nname = \"nets\"\n")
    try folder.write(root + "/README.md", "# nets\n\n[guide](docs/guide.md)\n\n    python fit.py --rate 3\n")
    try folder.write(root + "/docs/index.md", "# nets\n")
    try folder.write(root + "/fit.py", "import argparse\nprint(argparse.ArgumentParser().parse_args())\n")
    try folder.write(root + "/nets/__init__.py", "from nets.fit import fit\n\n__all__ = [\"fit\"]\n")
    try folder.write(
      root + "/nets/fit.py",
      "import os\n\n\ndef fit(x, whitelist, axis):\n    if axis >= x.ndim:\n        raise ValueError(\"bad axis\")\n"
        + "    return os.environ[\"NETS_CACHE\"], whitelist\n")
    let expected = try findings([folder.path + "/" + root], jobs: 1, from: folder.path + "/" + root).sorted()
    #expect(expected.contains { $0.contains("undocumented-environment-variable") })
    #expect(expected.contains { $0.contains("dead-link") })
    #expect(try findings([folder.path + "/" + root], jobs: 1, from: folder.path + place).sorted() == expected)
  }

  @Test func findingsAreInTheOrderOfPathsAndPlaces() throws {
    let folder = try repository()
    let findings = try findings([folder.path + "/nets"], jobs: 4).map { $0.prefix { $0 != ":" } }
    #expect(findings == findings.sorted())
  }
}
