import LintModel
import LintSourceText

/// Lists the files below a folder that mllint reads, in the order of their paths' bytes.
///
/// Links are passed by: what they lead to inside the project is found under its own name, and the rest is not the
/// project's.
struct Walk {
  /// A folder that could not be listed, or an ignore file that could not be read.
  struct Problem: Sendable {
    var path: String
    var message: Message
  }

  /// Folders of environments, build products and tools, whatever the ignore files say.
  private static let skippedFolders: Set<String> = [
    ".git", ".hg", ".svn", ".venv", "venv", "node_modules", "__pycache__", "build", "dist", ".build", ".tox", ".nox",
    ".eggs", "site-packages", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".ipynb_checkpoints", ".swiftpm",
  ]

  let root: String
  /// File extensions to include, without the dot.
  let fileExtensions: Set<String>
  let excludes: [PathPattern]
  private(set) var files: [String] = []
  /// Files that no front end reads, as far as they say something about the repository.
  private(set) var others: [String] = []
  private(set) var problems: [Problem] = []
  private(set) var layout = Layout()

  /// - Parameter root: absolute path of the project.
  init(root: String, fileExtensions: Set<String>, excludes: [PathPattern]) {
    self.root = root
    self.fileExtensions = fileExtensions
    self.excludes = excludes
  }

  /// Walks the whole project.
  mutating func run() {
    visit("", outerRules())
    files.sort(by: Paths.precedes)
  }

  /// Walks a folder, relative to the root, even if it is ignored or excluded, since it was named.
  mutating func run(below folder: String) {
    visit(folder, outerRules())
    files.sort(by: Paths.precedes)
  }

  /// Takes over what another walk learned of the folders, not its files.
  mutating func absorb(_ other: Walk) {
    layout.absorb(other.layout)
    problems += other.problems
  }

  /// Learns which of the folders around a file are packages or distributions.
  mutating func noteSurroundings(of path: String) {
    var folder = Paths.folder(of: path)
    while true {
      for name in Layout.marks where FileSystem.exists(Paths.join(root, Paths.join(folder, name))) {
        layout.note(name, in: folder)
      }
      if folder.isEmpty { return }
      folder = Paths.folder(of: folder)
    }
  }

  /// `.git/info/exclude`, which any `.gitignore` outranks.
  private mutating func outerRules() -> IgnoreRules {
    var rules = IgnoreRules()
    if let exclude = ignoreFile(".git/info/exclude") { rules.add(exclude, below: "") }
    return rules
  }

  /// nil if there is none.
  private mutating func ignoreFile(_ path: String) -> [UInt8]? {
    do {
      return try FileSystem.readIfPresent(Paths.join(root, path))
    } catch {
      problems.append(Problem(path: path, message: .unreadable(error.reason)))
      return nil
    }
  }

  /// - Parameter folder: relative to the root, "" for the root.
  private mutating func visit(_ folder: String, _ outer: IgnoreRules) {
    let entries: [FileSystem.Entry]
    do {
      entries = try FileSystem.entries(of: Paths.join(root, folder))
    } catch {
      problems.append(Problem(path: folder, message: .unlisted(error.reason)))
      return
    }
    var rules = outer
    for entry in entries where entry.kind == .file {
      if entry.name == ".gitignore" {
        rules = outer.entering(folder, gitignore: ignoreFile(Paths.join(folder, entry.name)))
      } else {
        layout.note(entry.name, in: folder)
      }
    }
    layout.noteListed(folder)
    for entry in entries {
      let path = Paths.join(folder, entry.name)
      layout.noteEntry(path)
      switch entry.kind {
      case .file:
        // The extension is cheaper to check.
        let isRead = fileExtensions.contains(Paths.fileExtension(of: entry.name))
        guard isRead || NotableFile.isNotable(entry.name, in: folder), !rules.ignores(path, isFolder: false) else {
          continue
        }
        if !isRead { others.append(path) } else if !isExcluded(path, isFolder: false) { files.append(path) }
      case .folder:
        if Self.skippedFolders.contains(entry.name) || entry.name.hasSuffix(".egg-info") { continue }
        if !rules.ignores(path, isFolder: true), !isExcluded(path, isFolder: true) { visit(path, rules) }
      case .link, .other:
        continue
      }
    }
  }

  private func isExcluded(_ path: String, isFolder: Bool) -> Bool {
    guard !excludes.isEmpty else { return false }
    return excludes.last { $0.matches(path, isFolder: isFolder) }.map { !$0.isNegated } ?? false
  }
}

extension Message {
  fileprivate static func unlisted(_ reason: String) -> Message { "cannot be listed: \(reason)" }
  fileprivate static func unreadable(_ reason: String) -> Message {
    "cannot be read: \(reason); its patterns are not applied"
  }
}
