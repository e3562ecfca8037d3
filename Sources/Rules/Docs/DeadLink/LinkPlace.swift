import LintModel
import LintRuleKit
import LintSourceText

/// Resolves the links of one document.
struct LinkPlace {
  let document: String
  let project: ProjectIndex
  /// `owner/name` of the repository on GitHub, in lower case; nil if unknown.
  let address: String?
  /// True if the document says itself that a site generator reads it.
  var isPage = true

  /// The path that a link leads to; nil if it is outside the project.
  func path(of link: String) -> String? { Self.resolve(Self.file(of: link), from: folders) }

  /// The path that a link leads to if it does not exist, and a link to what is probably meant; nil if it may exist.
  func missing(_ link: DocumentLink, _ fileExtensions: [String]) -> (path: String, meant: String?)? {
    let text = Self.file(of: link.target)
    if link.isPage { return missingPage(text).map { ($0, nil) } }
    guard fileExtensions.contains(Paths.fileExtension(of: text)), !text.hasPrefix("/"), !Self.isOnGitHub(text),
      let first = Self.resolve(text, from: folders), isMissing(first)
    else { return nil }
    guard isElsewhere(text) else { return (first, nil) }
    return isPage || hasGenerator ? nil : (first, linkFromAbove(text))
  }

  /// An image that is not there, although one of its name in another format is, or others are in its folder.
  func missingImage(_ link: DocumentLink, _ galleries: Set<String>) -> (path: String, meant: String?)? {
    let text = Self.file(of: link.target)
    let ending = Paths.fileExtension(of: text)
    guard Self.images.contains(ending.lowercased()), !text.hasPrefix("/"), !Self.isOnGitHub(text),
      let path = Self.resolve(text, from: folders), project.exists(path) == false, !isElsewhere(text)
    else { return nil }
    let stem = path.dropLast(ending.count)
    let other = Self.images.first { project.exists(stem + $0) == true }
    return other != nil || galleries.contains(Paths.folder(of: path)) ? (path, other.map { stem + $0 }) : nil
  }

  private static let images = ["png", "jpg", "jpeg", "gif", "svg", "webp"]

  /// The link that leads to a file which exists below a folder further up.
  private func linkFromAbove(_ text: String) -> String? {
    for count in folders.indices.reversed() {
      guard let path = Self.resolve(text, from: Array(folders.prefix(count))), project.exists(path) == true else {
        continue
      }
      return Paths.relative("/" + path, to: "/" + folders.joined(separator: "/"))
    }
    return nil
  }

  /// Whether a site generator, or a person who fills a template, may put the document in another folder.
  private var hasGenerator: Bool {
    if folders.contains(where: { $0.hasPrefix(".") || $0.contains("template") || $0.hasSuffix(".docc") }) {
      return true
    }
    return (0...folders.count).contains { count in
      let folder = folders.prefix(count).joined(separator: "/")
      return Self.generators.contains { project.exists(Paths.join(folder, $0)) == true }
        || count < folders.count && folders[count].contains("doc") && hasMkDocs(folder)
    }
  }

  /// MkDocs reads `docs` alone.
  private func hasMkDocs(_ folder: String) -> Bool {
    ["mkdocs.yml", "mkdocs.yaml", "zensical.toml", "properdocs.yml"].contains {
      project.exists(Paths.join(folder, $0)) == true
    }
  }

  /// Files that show that the pages around them, or below them, are those of a site.
  private static let generators = [
    "conf.py", "source/conf.py", "docusaurus.config.js", "docusaurus.config.ts",
    "sidebars.js", "_config.yml", "_toc.yml", "_toctree.yml", "book.toml", "book.json", "SUMMARY.md", "_quarto.yml",
    "hugo.toml", "config.toml", ".vitepress", "package.json", "index.md", "index.rst", "index.html", "_sidebar.md",
    "docs.json", "mint.json",
  ]

  /// The path in this repository that the address of a file or folder on GitHub leads to, if it does not exist.
  func missing(address link: Substring) -> String? {
    guard let address, let mark = link.firstRange(of: "github.com/") else { return nil }
    let parts = link[mark.upperBound...].prefix { $0 != "#" && $0 != "?" }.split(separator: "/").map(String.init)
    guard parts.count > 4, "\(parts[0])/\(parts[1])".lowercased() == address, parts[2] == "blob" || parts[2] == "tree",
      parts[3] == "main" || parts[3] == "master", !parts.contains("..")
    else { return nil }
    let path = Substring(parts[4...].joined(separator: "/")).withoutPercents
    return isMissing(path) ? path : nil
  }

  /// A folder that a README names, if a folder of a similar name is beside it.
  func missingFolder(_ link: DocumentLink) -> (path: String, meant: String)? {
    let text = Self.file(of: link.target)
    guard Paths.name(of: document).lowercased().hasPrefix("readme"), Paths.fileExtension(of: text).isEmpty,
      !text.isEmpty, !text.hasPrefix("/"), !link.isPage, !Self.isOnGitHub(text),
      let path = Self.resolve(text, from: folders), !path.isEmpty, isMissing(path), !isElsewhere(text),
      [".md", ".rst", ".html", ".ipynb"].allSatisfy({ project.exists(path + $0) != true }),
      let meant = Suggestion.nearest(to: path, among: project.folders.sorted())
    else { return nil }
    return (path, meant)
  }

  /// Whether nothing is at a path: neither a file nor the folders that lead to it.
  private func isMissing(_ path: String) -> Bool {
    var path = path
    while !path.isEmpty {
      if let exists = project.exists(path) { return !exists }
      path = Paths.folder(of: path)
    }
    return false
  }

  /// `../blob/main/setup.py`, `../../issues`: what GitHub resolves against the address of the repository.
  private static func isOnGitHub(_ link: String) -> Bool {
    let parts = link.split(separator: "/").drop { $0 == ".." }
    guard link.hasPrefix(".."), let first = parts.first else { return false }
    return ["blob", "tree", "raw", "issues", "wiki", "releases", "discussions", "pulls", "actions", "commits"]
      .contains(String(first))
  }

  /// A page of a Sphinx site that no file provides. Generated pages have a separate folder.
  private func missingPage(_ text: String) -> String? {
    guard !text.hasPrefix("/"), !text.contains("generated"), let path = Self.resolve(text, from: folders),
      project.exists(Paths.folder(of: path)) == true
    else { return nil }
    let places = ["rst", "md", "ipynb", "txt", "py"].map { "\(path).\($0)" }
    guard places.allSatisfy({ project.exists($0) == false }), project.exists(path) == false else { return nil }
    return isElsewhere("\(text).rst") || isElsewhere("\(text).md") ? nil : "\(path).rst"
  }

  /// Whether it exists relative to the root of a site, or to the folder from which its pages are built.
  private func isElsewhere(_ text: String) -> Bool {
    (0...folders.count).contains { count in
      guard let path = Self.resolve(text, from: Array(folders.prefix(count))) else { return false }
      return project.exists(path) == true
    }
  }

  private var folders: [String] { document.split(separator: "/").dropLast().map(String.init) }

  private static func file(of link: String) -> String { link.prefix { $0 != "#" && $0 != "?" }.withoutPercents }

  private static func resolve(_ link: String, from folder: [String]) -> String? {
    var parts = link.hasPrefix("/") ? [] : folder
    for part in link.split(separator: "/") where part != "." {
      if part == ".." {
        if parts.popLast() == nil { return nil }
      } else {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}

extension Substring {
  /// `a b` of `a%20b`.
  var withoutPercents: String {
    guard contains("%") else { return String(self) }
    var bytes: [UInt8] = []
    var rest = utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let code = UInt8(Substring(rest.prefix(2)), radix: 16) {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
