import LintProject
import Testing

/// Profiles inferred from manifests and folders.
@Suite struct ProfileTests {
  private func profile(_ files: [String: String]) throws -> Profile {
    let folder = try ScratchFolder()
    try folder.write(".git/HEAD", "")
    for (path, text) in files { try folder.write(path, text) }
    let finder = ProjectFinder(workingDirectory: folder.path, fileExtensions: ["py", "swift", "ipynb", "toml", "cfg"])
    return try #require(try finder.projects(of: ["."]).first).profile
  }

  @Test(arguments: [
    ["pyproject.toml": "[project]\nname = \"my-nets\"\n", "src/my_nets/__init__.py": "", "train.py": ""],
    ["setup.py": "setup(\n  name='other')\n", "nets/__init__.py": "", "tests/test_nets.py": ""],
    ["setup.cfg": "[metadata]\nname = nets\n", "nets/__init__.py": ""],
    ["python/pyproject.toml": "[project]\nname='nets'\n", "python/nets/__init__.py": ""],
    ["Package.swift": "products: [.library(name: \"Nets\", targets: [\"Nets\"])]", "Sources/Nets/A.swift": ""],
    ["nets-1.0.dist-info/METADATA": "", "nets/__init__.py": ""],
    ["__init__.py": "", "layers.py": ""],
  ])
  func libraries(_ files: [String: String]) throws { #expect(try profile(files) == .library) }

  @Test(arguments: [
    ["train.py": "", "model.py": "", "README.md": ""],
    // Installed for its own scripts only.
    ["setup.py": "setup(name='latent-nets')", "ldm/__init__.py": "", "main.py": ""],
    ["pyproject.toml": "[project]\nname='nets'\n", "utils/__init__.py": "", "tests/test_a.py": ""],
    // Tool settings alone do not make a distribution.
    ["pyproject.toml": "[tool.black]\n", "nets/__init__.py": "", "tests/test_a.py": ""],
    ["examples/demo/setup.py": "setup(name='demo')", "examples/demo/demo/__init__.py": "", "run.py": ""],
    ["__init__.py": "", "run.py": "", "README.md": ""],
  ])
  func research(_ files: [String: String]) throws { #expect(try profile(files) == .research) }

  @Test(arguments: [
    ["Dockerfile": "", "serve.py": ""], ["app.py": ""],
    ["Package.swift": "products: [.executable(name: \"nets\", targets: [\"nets\"])]", "Sources/nets/main.swift": ""],
  ])
  func applications(_ files: [String: String]) throws { #expect(try profile(files) == .application) }

  @Test func moreNotebooksThanModules() throws {
    #expect(try profile(["a.ipynb": "{}", "b.ipynb": "{}", "helpers.py": "", "pyproject.toml": ""]) == .notebooks)
  }
}
