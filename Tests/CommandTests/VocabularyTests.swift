import Foundation
import Testing

@Suite struct VocabularyTests {
  /// Swift, Python, a command line and a configuration of one project.
  private static let files = [
    "pkg/__init__.py": "",
    "pkg/train.py": """
    def fit(model, learning_rate): ...
    def tune(model, data, learning_rate): ...
    def resume(path, learning_rate): ...
    def sweep(space, learning_rate): ...
    def step(size, learning_rate): ...
    def warm_up(steps, lr): ...

    def cut(scores, threshold): ...
    def keep(boxes, threshold): ...
    def mark(scores, labels, thresh): ...
    def count(scores, classes, thresh): ...
    def drop(scores, names, threshold): ...
    def crop(image, height, width): ...
    def pad(image, value, height, width): ...
    """,
    "Sources/Pkg/Train.swift": "public func fit(model: Int, learningRate: Float) {}\n",
    "tools/fit.py": "parser.add_argument('--lr', type=float, help='size of a step')\n",
    "configs/base.yaml": "learning_rate: 0.1\nseed: 1\n",
  ]

  private func names(_ result: Command.Result, of concept: String) throws -> [[String: Any]] {
    let root = try #require(try result.json() as? [String: Any])
    let distributions = try #require(root["distributions"] as? [[String: Any]])
    let entries = try #require(distributions.first?["entries"] as? [[String: Any]])
    let entry = try #require(entries.first { $0["concept"] as? String == concept })
    return try #require(entry["names"] as? [[String: Any]])
  }

  @Test func languagesAndSurfacesAreCountedTogether() throws {
    let command = try Command(Self.files)
    let result = try command.run("vocabulary", "--output-format", "json")
    #expect(result.code == 0)
    let rate = try names(result, of: "learning-rate")
    #expect(rate.map { $0["name"] as? String } == ["learning_rate", "lr"])
    #expect(rate.first?["parameters"] as? Int == 6)
    #expect(rate.first?["keys"] as? Int == 1)
    #expect(rate.first?["languages"] as? [String: Int] == ["python": 5, "swift": 1, "yaml": 1])
    #expect(rate.last?["options"] as? Int == 1)
  }

  @Test func textListsUndecidedBeforeDominantNames() throws {
    let command = try Command(Self.files)
    let result = try command.run("vocabulary")
    let split = try #require(result.output.firstRange(of: "No dominant name (1)"))
    let led = try #require(result.output.firstRange(of: "A dominant name, and others (1)"))
    #expect(split.lowerBound < led.lowerBound)
    #expect(result.output.contains("pkg/train.py:6"))
    #expect(result.output.contains("height, width: 2 of 2 signatures"))
  }

  @Test func markdownHasNoLineNumbers() throws {
    let command = try Command(Self.files)
    let result = try command.run("vocabulary", "--output-format", "markdown", "pkg")
    #expect(result.output.contains("| the learning rate | `learning_rate` | 5 parameters | `lr` (1) |"))
    #expect(!result.output.contains("train.py"))
  }

  @Test func configuredNamesOverrideStatistics() throws {
    let command = try Command(Self.files)
    #expect(try command.run("init", "--vocabulary").output == "wrote mllint.yml\n")
    let text = try String(contentsOfFile: command.path + "/mllint.yml", encoding: .utf8)
    #expect(text.contains("\n  learning-rate: {use: learning_rate}  # "))
    #expect(text.contains("\n  # threshold: {use: threshold}  # "))
    let check = { try command.run("check", "--select", "inconsistent-name", "--output-format", "concise", ".") }
    #expect(try check().output.contains("this project calls it 'learning_rate'"))
    let other = text.replacing("use: learning_rate", with: "use: lr")
      .replacing("  # threshold: {use: threshold}", with: "  threshold: {use: thresh}")
    try command.write("mllint.yml", Data(other.utf8))
    let result = try check()
    #expect(result.code == 1)
    #expect(result.output.split(separator: "\n").filter { $0.contains("calls it 'lr'") }.count == 2)
    #expect(result.output.split(separator: "\n").filter { $0.contains("calls it 'thresh'") }.count == 1)
  }

  @Test func initIsValidAndNeverOverwrites() throws {
    let command = try Command(["pkg/__init__.py": ""])
    #expect(try command.run("init").code == 0)
    #expect(try command.run("check", ".").code == 0)
    let again = try command.run("init", "--vocabulary")
    #expect(again.code == 2)
    #expect(again.errors.contains("'mllint.yml' already exists; remove it first"))
    #expect(
      try command.run("init", "--print").output == String(contentsOfFile: command.path + "/mllint.yml", encoding: .utf8)
    )
  }

  @Test func initRefusesToShadowPyproject() throws {
    let command = try Command(["pyproject.toml": "[tool.mllint]\npreview = true\n"])
    let result = try command.run("init")
    #expect(result.code == 2)
    #expect(result.errors.contains("'pyproject.toml' already has a [tool.mllint] table"))
  }

  @Test func configurationExtendsConcepts() throws {
    let configuration = """
      vocabulary:
        learning-rate: {use: step_size, exceptions: [lr]}
        noise-schedule: {use: schedule, names: [noise_levels], meaning: the noise schedule}

      """
    let code = """
      def fit(model, learning_rate): ...
      def warm_up(steps, lr): ...
      def sample(model, noise_levels): ...

      """
    let command = try Command(["mllint.yml": configuration, "pkg/__init__.py": "", "pkg/train.py": code])
    let result = try command.run("check", "--select", "inconsistent-name", "--output-format", "concise", ".")
    #expect(
      result.output.contains(
        "'learning_rate' is a second name for the learning rate (this project calls it 'step_size')"))
    #expect(result.output.contains("'noise_levels' is a second name for the noise schedule"))
    #expect(!result.output.contains("'lr' is"))
  }

  @Test func unknownConceptIsAnError() throws {
    let command = try Command(["mllint.yml": "vocabulary: {learnig-rate: {use: lr}}\n", "a.py": ""])
    let result = try command.run("check", ".")
    #expect(result.code == 2)
    #expect(result.errors.contains("mllint.yml:1:14: unknown concept 'learnig-rate'; did you mean 'learning-rate'?"))
  }
}
