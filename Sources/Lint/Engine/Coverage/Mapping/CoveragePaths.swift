import LintProject
import LintSourceText

/// Maps a path in a report to the project's file. Tests often run elsewhere: in a container, on a build server,
/// on an installed copy.
struct CoveragePaths {
  private let project: Project
  private let workingDirectory: String
  private let aliases: [[String]]
  private var byPath: [String: Int] = [:]
  private var byName: [Substring: [Int]] = [:]

  init(_ project: Project, _ aliases: [[String]], workingDirectory: String) {
    self.project = project
    self.workingDirectory = workingDirectory
    self.aliases = aliases
    for (index, file) in project.files.enumerated() {
      byPath[file.absolutePath] = index
      byName[Paths.name(of: file.path), default: []].append(index)
    }
  }

  /// The place in `project.files`; nil if the path means none of them, or could mean several.
  func index(of path: String, sources: [String], reportFolder: String) -> Int? {
    let path = path.replacing("\\", with: "/")
    let folders =
      sources.map { Paths.absolute($0, in: workingDirectory) } + [project.root, workingDirectory, reportFolder]
    for folder in folders {
      if let found = byPath[Paths.absolute(path, in: folder)] { return found }
    }
    if let found = aliased(path) { return found }
    return similar(path)
  }

  /// By `[paths]` of coverage.py: what lies in one of the folders lies in the first.
  private func aliased(_ path: String) -> Int? {
    for group in aliases {
      guard let home = group.first else { continue }
      for alias in group.dropFirst() {
        let names = alias.split(separator: "/").count
        let parts = path.split(separator: "/")
        for count in (1...max(names, 1)).reversed() + Array(names..<max(parts.count, names)) where count < parts.count {
          let folder = (path.hasPrefix("/") ? "/" : "") + parts.prefix(count).joined(separator: "/")
          guard CoverageSettings.isFolder(folder, alias) else { continue }
          let rest = parts.dropFirst(count).joined(separator: "/")
          if let found = byPath[Paths.absolute(Paths.join(home, rest), in: project.root)] { return found }
        }
      }
    }
    return nil
  }

  /// The one file whose path ends as this one does: all of either path, or all of a module's name.
  private func similar(_ path: String) -> Int? {
    let parts = path.split(separator: "/")
    var best: (index: Int, length: Int)?
    var isTied = false
    for index in byName[Paths.name(of: path)] ?? [] {
      let own = project.files[index].path.split(separator: "/")
      let length = zip(parts.reversed(), own.reversed()).prefix { $0 == $1 }.count
      if length > best?.length ?? 0 {
        best = (index, length)
        isTied = false
      } else if length == best?.length {
        isTied = true
      }
    }
    guard let best, !isTied else { return nil }
    let file = project.files[best.index].path
    let enough = min(parts.count, file.split(separator: "/").count, moduleLength(of: file))
    return best.length >= enough ? best.index : nil
  }

  /// How many of the last parts of a path tell the module: package folders and the file.
  private func moduleLength(of path: String) -> Int {
    let isSwift = path.hasSuffix(".swift")
    guard !isSwift else { return 3 }
    var folder = Paths.folder(of: path)
    var length = 1
    while !folder.isEmpty, project.layout.isPackage(folder) {
      length += 1
      folder = Paths.folder(of: folder)
    }
    return max(length, 2)
  }
}

extension CoverageSettings {
  /// Whether a folder is one that an alias means: `*/site-packages`, `/build/src/`.
  static func isFolder(_ folder: String, _ alias: String) -> Bool {
    var pattern = alias
    while pattern.hasSuffix("/"), pattern.count > 1 { pattern.removeLast() }
    if pattern.hasPrefix("*/") { pattern = "*" + pattern }
    return folder == pattern || ((try? Glob(pattern, hasBraces: false))?.matches(folder) ?? false)
  }
}
