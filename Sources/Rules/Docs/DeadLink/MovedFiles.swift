import LintProject
import LintRuleKit
import LintSourceText

/// Tells where the file that a link names is now.
struct MovedFiles {
  private let repository: Repository?
  private let project: ProjectIndex
  private lazy var index = repository?.gitIndex()
  /// The paths of the files of a name, without the number that it begins with.
  private lazy var paths = Dictionary(
    grouping: (repository?.paths ?? project.files.map(\.projectPath)), by: { Self.key($0) })

  init(_ project: ProjectIndex) {
    self.project = project
    repository = project.repository
  }

  /// Whether git has the file, although it is not on the disk.
  mutating func isTracked(_ path: String) -> Bool { index?.contains(path) == true }

  /// The link to the only other file of that name, or of that name with another number: `3-fit.md` for `2-fit.md`.
  mutating func home(of path: String, for place: LinkPlace?) -> String? {
    if let place, let twin = twin(of: path) {
      return Paths.relative("/" + twin, to: "/" + Paths.folder(of: place.document))
    }
    let name = Paths.name(of: path).lowercased()
    guard !["readme.md", "index.md", "index.rst", "__init__.py", "main.py", "setup.py"].contains(name),
      let found = paths[Self.key(path)], found.count == 1, found[0] != path
    else { return nil }
    guard let place else { return found[0] }
    return Paths.relative("/" + found[0], to: "/" + Paths.folder(of: place.document))
  }

  /// The same page of the English documentation, which a translation lacks: `docs/en/api/nets.md` for
  /// `docs/ko/api/nets.md`.
  private mutating func twin(of path: String) -> String? {
    var parts = path.split(separator: "/")
    guard let place = parts.firstIndex(where: { $0.count == 2 && $0 != "en" && $0.allSatisfy(\.isLetter) }) else {
      return nil
    }
    parts[place] = "en"
    let twin = parts.joined(separator: "/")
    return paths[Self.key(path)]?.contains(twin) == true ? twin : nil
  }

  private static func key(_ path: String) -> String {
    let name = Paths.name(of: path).lowercased()
    let stem = name.drop { $0.isNumber || $0 == "-" || $0 == "_" }
    return Paths.stem(of: String(stem)).count > 3 ? String(stem) : name
  }
}
