import LintModel
import LintProject
import LintSourceText
import Testing

/// Keys of configuration files, including malformed ones.
@Suite struct ConfigurationKeyTests {
  private func options(_ text: String, _ path: String = "configs/a.yaml", role: Role = .configuration) -> [Declaration]
  {
    let language = TextFrontend.language(ofEnding: Paths.fileExtension(of: path)) ?? .text
    let file = FileReference(path: path, language: language, role: role, distribution: "", module: "")
    return TextFrontend().lower(SourceText(bytes: Array(text.utf8)), file).declarations
  }

  @Test func keysHavePositionAndParent() {
    let text = "# é 漢\nmodel:\n  lr: 0.1\r\n  name: adam\nflags: [a]\nseed: null\n"
    let found = options(text)
    #expect(found.map(\.name.text) == ["model", "lr", "name", "flags", "seed"])
    #expect(found.map(\.parent) == [nil, 0, 0, nil, nil])
    #expect(found.map { $0.option?.defaultValue } == [nil, "0.1", "\"adam\"", nil, nil])
    #expect(found.map { $0.option?.type } == ["dict", nil, nil, "list", nil])
    let source = SourceText(bytes: Array(text.utf8))
    #expect(found.allSatisfy { source[$0.name.range] == $0.name.text })
  }

  @Test(arguments: [
    ("lr: 1\n{% if x %}\nseed: 2\n", ["lr"]), ("lr: [1\nseed: 2\n", ["lr"]), ("", []), ("- 1\n- 2\n", []),
    ("lr: ${base}\n", ["lr"]), ("a: {{ b }}\nlr: 1\n", ["a", "b", "lr"]), ("lr: 1\n---\nseed: 2\n", ["lr", "seed"]),
    ("a: &x {lr: 1}\nb: *x\n", ["a", "lr", "b"]), ("lr: 1\nlr: 2\n", ["lr", "lr"]),
    ("net: !new:torch.nn.Linear\n  bias: true\nseed: 1\n", ["net", "seed"]),
  ])
  func malformedFilesAreHandled(_ text: String, _ keys: [String]) {
    #expect(options(text).map(\.name.text) == keys)
  }

  @Test func tomlTablesAreRead() {
    let text = "seed = 1\n[train]\nlr = 1e-3 # x\ntext = \"\"\"\nnot = here\n\"\"\"\na.batch_size = 8\nflag = true\n"
    let found = options(text, "configs/a.toml")
    #expect(found.map(\.name.text) == ["seed", "train", "lr", "text", "batch_size", "flag"])
    #expect(found.map(\.parent) == [nil, nil, 1, 1, 1, 1])
    #expect(found.map { $0.option?.defaultValue } == ["1", nil, "1e-3", "\"\"", "8", "True"])
  }

  @Test(arguments: [
    (".github/workflows/a.yml", "lr: 1\n"), ("mkdocs.yml", "lr: 1\n"), (".pre-commit-config.yaml", "lr: 1\n"),
    ("ci/a.yml", "jobs: {lr: 1}\n"), ("docker-compose.dev.yml", "lr: 1\n"), ("environment.yml", "lr: 1\n"),
    ("k8s/a.yaml", "apiVersion: v1\nlr: 1\n"), ("pyproject.toml", "lr = 1\n"),
  ])
  func toolConfigurationsAreSkipped(_ path: String, _ text: String) {
    #expect(options(text, path).isEmpty)
  }

  @Test func testsAndExamplesAreSkipped() {
    #expect(options("lr: 1\n", "tests/a.yaml", role: .test).isEmpty)
  }
}
