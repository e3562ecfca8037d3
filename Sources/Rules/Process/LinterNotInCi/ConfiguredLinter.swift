import LintModel
import LintProject
import LintSourceText

/// A linter or formatter that a repository has configured.
struct ConfiguredLinter {
  /// Its name in messages.
  var title: String
  /// Words of a command that runs it.
  var names: [String]
  /// The command that runs it on the whole repository.
  var runner: String
  /// The file that configures it, and the range of the configuration.
  var path: String
  var range = SourceRange.fileStart
  /// Whether its title is singular.
  var isOne = true

  static func all(in repository: Repository) -> [ConfiguredLinter] {
    var result: [ConfiguredLinter] = []
    if let hooks = hooks(in: repository) { result.append(hooks) }
    for (path, tool) in files where repository.contains(path) { result.append(linter(tool, path)) }
    for path in ["pyproject.toml", "setup.cfg", "tox.ini"] {
      guard let text = repository.text(of: path) else { continue }
      for (section, range) in sections(of: text) {
        let name = section.hasPrefix("tool.") ? section.dropFirst(5) : section[...]
        let tool = String(name.prefix { $0 != "." && $0 != ":" })
        // In TOML, the name of the tool has the prefix `tool.`.
        guard tools.contains(tool), section.hasPrefix("tool.") == (path == "pyproject.toml"),
          !result.contains(where: { $0.names.contains(tool) })
        else { continue }
        result.append(linter(tool, path, range))
      }
    }
    return result
  }

  /// Whether pre-commit.ci, which needs no workflow, runs the hooks, by its badge or settings.
  static func runsByService(_ repository: Repository) -> Bool {
    let files = [hookFile, repository.readme ?? ""]
    let texts = files.compactMap { repository.text(of: $0) }.map { String(decoding: $0.bytes, as: UTF8.self) }
    return texts.contains { $0.contains("pre-commit.ci") || $0.contains("\nci:") || $0.hasPrefix("ci:") }
  }

  private static let hookFile = ".pre-commit-config.yaml"

  private static func hooks(in repository: Repository) -> ConfiguredLinter? {
    guard let text = repository.text(of: hookFile) else { return nil }
    let names = String(decoding: text.bytes, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap {
      line -> String? in
      let words = line.split(separator: " ").drop { $0 == "-" }
      guard words.first == "id:", words.count > 1 else { return nil }
      return words.dropFirst().first.map { $0.filter { $0 != "\"" && $0 != "'" } }
    }
    guard !names.isEmpty else { return nil }
    // A workflow can run the same tools without pre-commit.
    let tools = names.filter(Self.tools.contains)
    return ConfiguredLinter(
      title: counted(names.count, "pre-commit hook"),
      names: ["pre-commit", "precommit", "prek"] + tools, runner: "pre-commit run --all-files", path: hookFile,
      range: start(of: "repos", in: text), isOne: names.count == 1)
  }

  private static func linter(_ tool: String, _ path: String, _ range: SourceRange = .fileStart) -> ConfiguredLinter {
    let runner =
      switch tool {
      case "ruff": "ruff check ."
      case "swiftlint": "swiftlint lint"
      case "swift-format": "swift format lint -r ."
      case "black": "black --check ."
      case "isort": "isort --check ."
      case "yapf": "yapf --diff --recursive ."
      case "autoflake": "autoflake --check --recursive ."
      case "ufmt": "ufmt check ."
      case "swiftformat": "swiftformat --lint ."
      default: "\(tool) ."
      }
    return ConfiguredLinter(title: "'\(tool)'", names: [tool], runner: runner, path: path, range: range)
  }

  /// The section headers of a TOML or INI file.
  private static func sections(of text: SourceText) -> [(String, SourceRange)] {
    var result: [(String, SourceRange)] = []
    var start = 0
    for line in text.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      defer { start += line.count + 1 }
      guard line.first == UInt8(ascii: "["), let end = line.lastIndex(of: UInt8(ascii: "]")) else { continue }
      let name = String(decoding: line[line.startIndex + 1..<end], as: UTF8.self)
      result.append((name, SourceRange(start: UInt32(start), end: UInt32(end + 1))))
    }
    return result
  }

  /// The first line that begins with a key; the start of the file if there is none.
  private static func start(of key: String, in text: SourceText) -> SourceRange {
    var start = 0
    for line in text.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.starts(with: key.utf8) { return SourceRange(start: UInt32(start), end: UInt32(start + key.utf8.count)) }
      start += line.count + 1
    }
    return .fileStart
  }

  private static let tools: Set<String> = [
    "ruff", "black", "isort", "flake8", "pylint", "mypy", "pyright", "yapf", "pydocstyle", "pycodestyle", "ufmt",
    "swiftlint", "swift-format", "swiftformat", "basedpyright", "pyrefly", "ty", "codespell", "autoflake", "pyupgrade",
  ]
  private static let files: [(String, String)] = [
    ("ruff.toml", "ruff"), (".ruff.toml", "ruff"), (".flake8", "flake8"), (".pylintrc", "pylint"),
    ("pylintrc", "pylint"), ("mypy.ini", "mypy"), ("pyrightconfig.json", "pyright"), (".swiftlint.yml", "swiftlint"),
    (".swift-format", "swift-format"), (".swiftformat", "swiftformat"), (".style.yapf", "yapf"),
  ]
}
