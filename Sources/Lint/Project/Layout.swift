import LintModel
import LintSourceText

/// Which folders are packages and distributions; determines the importable name of a file.
package struct Layout: Sendable {
  /// Folders with an `__init__.py`, relative to the root.
  private var packages: Set<String> = []
  /// Folders with a manifest.
  private var distributions: Set<String> = []

  /// Every file and folder, whatever its extension; for compiled modules also the path without
  /// extensions, and the name after a star.
  private var entries = HashTable()
  /// Folders whose entries were listed.
  private var listed: Set<String> = []

  package init() {}

  static let marks = ["__init__.py", "pyproject.toml", "setup.py", "setup.cfg", "Package.swift"]

  mutating func absorb(_ other: Layout) {
    packages.formUnion(other.packages)
    distributions.formUnion(other.distributions)
    entries.formUnion(other.entries)
    listed.formUnion(other.listed)
  }

  mutating func noteListed(_ folder: String) { listed.insert(folder) }

  mutating func noteEntry(_ path: String) {
    entries.insert(IdentifierSet.hash(path.utf8))
    guard ["so", "pyd", "pyx", "pxd", "c", "cpp", "cu"].contains(Paths.fileExtension(of: path)) else { return }
    let stem = Paths.stem(of: path)
    entries.insert(IdentifierSet.hash(Paths.join(Paths.folder(of: path), String(stem)).utf8))
    entries.insert(IdentifierSet.hash("*\(stem)".utf8))
  }

  /// Whether a file or folder exists at a path; nil if its folder was not listed.
  package func exists(_ path: String) -> Bool? {
    if path.isEmpty || entries.contains(IdentifierSet.hash(path.utf8)) { return true }
    return listed.contains(Paths.folder(of: path)) ? false : nil
  }

  /// Every folder that was listed.
  package var folders: Set<String> { listed }

  mutating func note(_ file: String, in folder: String) {
    if file == "__init__.py" || file == "__init__.pyi" { packages.insert(folder) }
    if Self.isManifest(file[...]) { distributions.insert(folder) }
  }

  /// Whether a file of this name says what a distribution is made of.
  static func isManifest(_ name: Substring) -> Bool {
    name == "pyproject.toml" || name == "setup.py" || name == "setup.cfg" || name == "Package.swift"
  }

  package func isPackage(_ folder: String) -> Bool { packages.contains(folder) }

  /// The packages at the top of a distribution: directly in its folder, or in `src`, `python` or `lib` there.
  func packages(in distribution: String) -> [String] {
    let places = [distribution] + ["src", "python", "lib"].map { Paths.join(distribution, $0) }
    return packages.filter { !$0.isEmpty && places.contains(Paths.folder(of: $0)) }.sorted()
  }

  /// The nearest folder with a manifest, relative to the root; "" for the root itself.
  package func distribution(of path: String) -> String {
    var folder = Paths.folder(of: path)
    while !folder.isEmpty, !distributions.contains(folder) { folder = Paths.folder(of: folder) }
    return folder
  }

  package func isInPackage(_ path: String) -> Bool { packages.contains(Paths.folder(of: path)) }

  /// The importable name: dotted for Python, the target's for Swift, "" for anything else.
  package func module(of path: String, language: Language) -> String {
    switch language {
    case .python: pythonModule(of: path)
    case .swift: swiftModule(of: path)
    default: ""
    }
  }

  private func pythonModule(of path: String) -> String {
    var parts: [Substring] = []
    let stem = Self.stem(of: path)
    var folder = Paths.folder(of: path)
    if stem != "__init__" { parts.append(stem) }
    while packages.contains(folder), !folder.isEmpty {
      parts.append(Paths.name(of: folder))
      folder = Paths.folder(of: folder)
    }
    return parts.reversed().joined(separator: ".")
  }

  private func swiftModule(of path: String) -> String {
    let parts = path.split(separator: "/")
    if let sources = parts.lastIndex(where: { $0 == "Sources" || $0 == "Tests" }), sources + 2 < parts.count {
      return String(parts[sources + 1])
    }
    return String(parts.count > 1 ? parts[parts.count - 2] : Self.stem(of: path))
  }

  private static func stem(of path: String) -> Substring {
    let name = Paths.name(of: path)
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else { return name }
    return name[..<dot]
  }
}
