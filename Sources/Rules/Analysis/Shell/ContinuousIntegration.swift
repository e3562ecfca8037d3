import LintProject
import LintSourceText

/// What CI runs when a change is proposed: the commands of the workflows, and of what they call.
struct ContinuousIntegration {
  /// The configuration files of all CI services.
  let files: [String]
  /// Whether any known service runs a command.
  let isConfigured: Bool
  /// Whether it runs one of the commands that were searched for.
  let isFound: Bool

  /// Reads the commands until one contains one of the given words.
  init(_ repository: Repository, lookingFor parts: Set<String>) {
    files = repository.paths.filter(Self.isConfiguration)
    var reader = CommandReader(repository, lookingFor: parts)
    for file in files where !reader.isFound { reader.read(file) }
    isConfigured = reader.isConfigured
    isFound = reader.isFound
  }

  private static func isConfiguration(_ path: String) -> Bool {
    let name = Paths.name(of: path).lowercased()
    let isYAML = name.hasSuffix(".yml") || name.hasSuffix(".yaml")
    if path.hasPrefix(".github/") {
      return isYAML && (path.hasPrefix(".github/workflows/") || path.hasPrefix(".github/actions/"))
    }
    if folders.contains(where: path.hasPrefix) { return true }
    if path.utf8.contains(UInt8(ascii: "/")) { return name.hasPrefix("jenkinsfile") }
    return names.contains(name) || name.hasPrefix("azure-pipelines") || name.hasPrefix("jenkinsfile")
      || (isYAML && name.hasPrefix("cloudbuild"))
  }

  /// Folders of CircleCI, GitLab, Azure, Buildkite, Woodpecker, Xcode Cloud and services inside companies.
  private static let folders = [
    ".circleci/", ".gitlab/", ".gitlab-ci/", ".azure-pipelines/", ".azure/", ".buildkite/", ".woodpecker/", ".kokoro/",
    "kokoro/", "ci_scripts/", ".ci/", ".jenkins/", ".semaphore/", ".forgejo/workflows/", ".gitea/workflows/",
  ]
  private static let names: Set<String> = [
    ".gitlab-ci.yml", ".travis.yml", ".cirrus.yml", "appveyor.yml", ".appveyor.yml", "bitbucket-pipelines.yml",
    ".drone.yml", ".woodpecker.yml", "buildspec.yml", ".semaphore.yml", "wercker.yml", "codemagic.yaml",
  ]
}

/// Follows commands from workflows to the make targets, tox environments and scripts that they call.
private struct CommandReader {
  private(set) var isConfigured = false
  private(set) var isFound = false
  private let repository: Repository
  private let parts: Set<String>
  private var seen: Set<String> = []
  /// Scripts call scripts; a test command below this depth is unlikely.
  private var depth = 0
  private static let maximumDepth = 4

  init(_ repository: Repository, lookingFor parts: Set<String>) {
    self.repository = repository
    self.parts = parts
  }

  mutating func read(_ path: String) {
    guard depth < Self.maximumDepth, seen.insert(path).inserted, let text = repository.text(of: path) else { return }
    let name = Paths.name(of: path)
    let isYAML = name.hasSuffix(".yml") || name.hasSuffix(".yaml")
    follow(ShellCommand.all(in: text, isYAML: isYAML))
  }

  private mutating func follow(_ found: [ShellCommand]) {
    depth += 1
    defer { depth -= 1 }
    for command in found where !isFound && !command.isSetupOnly {
      isConfigured = true
      isFound = command.mentions(anyOf: parts)
      if isFound { return }
      if let targets = command.targets(of: "make") { read(makeTargets: targets) }
      if command.words.contains(where: { $0 == "tox" || $0.hasSuffix("/tox") }) {
        for path in ["tox.ini", "setup.cfg", "pyproject.toml"] where repository.contains(path) { read(path) }
      }
      if command.words.contains("nox") { read("noxfile.py") }
      for word in command.words where word.utf8.contains(UInt8(ascii: "/")) || word.utf8.contains(UInt8(ascii: ".")) {
        let path = word.hasPrefix("./") ? String(word.dropFirst(2)) : word
        let fileExtension = Paths.fileExtension(of: path)
        if Self.scripts.contains(fileExtension), path != "setup.py", repository.contains(path) { read(path) }
      }
    }
  }

  private static let scripts: Set<String> = ["", "sh", "bash", "py", "ps1", "bat", "swift"]

  /// Reads the recipes of targets; all recipes if a name contains a variable.
  private mutating func read(makeTargets targets: [String]) {
    guard depth < Self.maximumDepth, let path = repository.first(of: ["Makefile", "makefile", "GNUmakefile"]),
      let text = repository.text(of: path)
    else { return }
    let isOpen = targets.contains { $0.contains("$") }
    var isChosen = targets.isEmpty
    var recipe: [UInt8] = []
    var needed: [String] = []
    for line in text.bytes.split(separator: UInt8(ascii: "\n")) {
      if line.first == UInt8(ascii: "\t") {
        if isChosen || isOpen { recipe += line + [UInt8(ascii: "\n")] }
        continue
      }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), line.first != UInt8(ascii: "#"),
        line.first != UInt8(ascii: ".")
      else { continue }
      let names = String(decoding: line[..<colon], as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init)
      isChosen = (targets.isEmpty && recipe.isEmpty) || names.contains(where: targets.contains)
      let rest = String(decoding: line[line.index(after: colon)...], as: UTF8.self)
      if isChosen { needed += rest.split(whereSeparator: \.isWhitespace).map(String.init).filter { $0 != "=" } }
    }
    follow(ShellCommand.all(in: SourceText(bytes: recipe), isYAML: false))
    let fresh = needed.filter { seen.insert("make " + $0).inserted }
    if !fresh.isEmpty, !targets.isEmpty { read(makeTargets: fresh) }
  }
}
