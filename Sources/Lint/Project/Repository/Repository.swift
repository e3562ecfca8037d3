import LintModel
import LintSourceText

/// A repository as a whole: all its files, including those that no front end reads.
///
/// There is one only where its top folder was walked. A part of a repository, an unpacked distribution or an installed
/// package must not be told what its repository may well have.
package struct Repository: Sendable {
  /// Every notable path, relative to the top, in the order of the paths' bytes.
  package let paths: [String]
  private let root: String
  /// The files that front ends read: findings can be in these.
  private let files: [ProjectFile]
  /// Contents that replace what is on the disk, by absolute path.
  private let contents: [String: [UInt8]]

  /// nil for a folder that is not the top folder of a repository.
  package init?(_ project: Project, contents: [String: [UInt8]] = [:]) {
    guard project.isWalked, Self.isTop(project) else { return nil }
    paths = project.paths
    root = project.root
    files = project.files
    self.contents = contents
  }

  /// Version control says so, or the files that are at the top of every repository and in no package do.
  private static func isTop(_ project: Project) -> Bool {
    if FileSystem.exists(Paths.join(project.root, ".git")) { return true }
    let top = project.paths.filter { !$0.utf8.contains(UInt8(ascii: "/")) }
    guard top.contains(where: { $0.hasPrefix("README") || $0.hasPrefix("readme") }), !top.contains("PKG-INFO"),
      !project.layout.isPackage("") || top.contains(".gitignore")
    else { return false }
    return top.contains { $0 == ".gitignore" || $0.uppercased().hasPrefix("LICEN") || Layout.isManifest($0[...]) }
  }

  package func contains(_ path: String) -> Bool { Self.find(path, in: paths) { $0 } != nil }

  /// The first of the files that exists.
  package func first(of names: [String]) -> String? { names.first(where: contains) }

  /// The files directly in a folder ("" for the top) or, asked so, anywhere below it.
  package func paths(in folder: String, recursively: Bool = false) -> [String] {
    let prefix = folder.isEmpty ? "" : folder + "/"
    return paths.filter { path in
      path.utf8.starts(with: prefix.utf8)
        && (recursively || !path.utf8.dropFirst(prefix.utf8.count).contains(UInt8(ascii: "/")))
    }
  }

  /// Reads a file from disk; nil if it is missing or over the size limit.
  package func text(of path: String) -> SourceText? {
    let absolute = Paths.join(root, path)
    if let bytes = contents[absolute] { return SourceText(bytes: bytes) }
    guard contains(path), let bytes = try? FileSystem.read(absolute, limit: 2 << 20) else { return nil }
    return SourceText(bytes: bytes)
  }

  /// What git lists; nil if it cannot be read.
  package func gitIndex() -> GitIndex? { GitIndex(root: root) }

  /// The location of a finding or evidence about a file; nil if no front end reads it.
  package func location(_ path: String, _ range: SourceRange = .fileStart) -> Location? {
    Self.find(path, in: files, by: \.path).map { Location(path: files[$0].shownPath, range: range) }
  }

  /// The README at the top.
  package var readme: String? {
    paths(in: "").filter { $0.lowercased().hasPrefix("readme") && location($0) != nil }
      .min { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
  }

  /// The location of findings about the whole repository: the README's title, or the start of the manifest.
  package var reportingLocation: Location? {
    let manifests = ["pyproject.toml", "setup.py", "Package.swift", "requirements.txt"]
    for path in [readme].compactMap({ $0 }) + manifests {
      guard let text = text(of: path), let place = location(path, RepositoryTitle.range(in: text)) else { continue }
      return place
    }
    return nil
  }

  /// Whether the README says near its top that the project is no longer maintained, so process rules do not apply.
  package var isArchived: Bool {
    guard let readme, let text = text(of: readme) else { return false }
    let head = String(decoding: text.bytes.prefix(4000), as: UTF8.self).lowercased()
    return Self.farewells.contains(where: head.contains)
  }

  private static let farewells = [
    "has been archived", "was archived", "is archived", "is now archived", "archived repository",
    "no longer maintained",
    "no longer actively maintained", "no longer being maintained", "not actively maintained", "unmaintained",
    "not maintained", "maintenance mode", "no longer under active development", "no longer in active development",
    "no longer actively developed",
  ]

  /// The index of the element of that path, in a sorted array.
  private static func find<Element>(_ path: String, in array: [Element], by name: (Element) -> String) -> Int? {
    var lower = 0
    var upper = array.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if Paths.precedes(name(array[middle]), path) { lower = middle + 1 } else { upper = middle }
    }
    return lower < array.count && name(array[lower]) == path ? lower : nil
  }
}

/// The line by which people know a file: its first heading, or else its first words.
private enum RepositoryTitle {
  static func range(in text: SourceText) -> SourceRange {
    var first: Range<Int>?
    var start = 0
    for line in text.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).prefix(60) {
      defer { start += line.count + 1 }
      let isSpace: (UInt8) -> Bool = { $0 <= 0x20 }
      let words = line.drop(while: isSpace)
      guard !words.isEmpty else { continue }
      let end = words.startIndex + words.count - words.reversed().prefix(while: isSpace).count
      let title = line[..<end].drop { $0 == UInt8(ascii: "#") }
      if line.first == UInt8(ascii: "#"), line.dropFirst().first != UInt8(ascii: "!"),
        title.first == UInt8(ascii: " ")
      {
        let text = title.drop(while: isSpace)
        return SourceRange(start: UInt32(text.startIndex), end: UInt32(text.endIndex))
      }
      if first == nil { first = words.startIndex..<end }
    }
    return first.map { SourceRange(start: UInt32($0.lowerBound), end: UInt32($0.upperBound)) } ?? .fileStart
  }
}
