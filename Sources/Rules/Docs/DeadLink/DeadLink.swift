import LintModel
import LintRuleKit
import LintSourceText

/// A document links to a file or heading of its repository that does not exist.
struct DeadLink: ProjectRule {
  struct Options: RuleOptions {
    /// File extensions of the link targets that are checked, without the dot.
    var fileExtensions: [String]
  }

  struct Fact {
    var links: [DocumentLink]
    var anchors: HeadingAnchors
    /// True if it says itself that a site generator reads it.
    var isPage: Bool
    /// True if a generator adds headings to the document.
    var isOpen: Bool
    /// The labels that every page of a Sphinx site can lead to: `(label)=`, `.. _label:`.
    var labels: Set<String> = []
    /// DocC's links, and what a Swift file has for them to lead to.
    var docC: DocCLinks?
  }

  let options: Options

  func facts(in file: SourceFile) -> [Fact] {
    if file.language == .swift {
      let links = DocCLinks(comments: file)
      return [Fact(links: [], anchors: HeadingAnchors([]), isPage: false, isOpen: true, docC: links)]
    }
    guard file.language == .markdown, file.role != .vendored, file.role != .generated else { return [] }
    let text = String(decoding: file.text.bytes, as: UTF8.self)
    return [
      Fact(
        links: file.model.links.filter {
          Self.isRelative($0.target) || !$0.isImage && $0.target.hasPrefix("https://github.com/")
        },
        anchors: HeadingAnchors(file.model.headings),
        isPage: !file.reference.projectPath.hasSuffix(".md") || text.hasPrefix("---"),
        isOpen: !file.reference.projectPath.hasSuffix(".md") || Self.generators.contains { text.contains($0) },
        labels: Self.labels(of: file),
        docC: file.reference.projectPath.contains(".docc/") ? DocCLinks(article: file) : nil)
    ]
  }

  private static func labels(of file: SourceFile) -> Set<String> {
    guard file.reference.projectPath.hasSuffix(".rst") else {
      return Set(file.model.headings.filter(\.isName).map { $0.text.lowercased() })
    }
    guard Bytes.find(Array(".. _".utf8), in: file.text.bytes[...]) != nil else { return [] }
    return Set(
      String(decoding: file.text.bytes, as: UTF8.self).components(after: ".. _").compactMap { rest in
        let label = rest.prefix { $0 != ":" && $0 != "\n" }
        return label.isEmpty ? nil : label.filter { $0 != "`" }.lowercased()
      })
  }

  /// Directives that insert generated content.
  private static let generators = [
    "[[autodoc]]", "\n::: ", "{eval-rst}", "{include}", "{% ", "--8<--", "{{", "automodule", "<h1\n", "@docs",
    "ALL-CONTRIBUTORS",
  ]

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    var documents: [String: Fact] = [:]
    for file in facts { documents[file.file.projectPath] = file.facts.first }
    var count = 0
    let address = OwnRepository(project).address
    let galleries = self.galleries(facts, project)
    lazy var moves = MovedFiles(project)
    lazy var sites = SphinxLabels(facts, project)
    DocCLinks.check(facts, project, &collector)
    for file in facts {
      var dead: [Dead] = []
      let place = LinkPlace(
        document: file.file.projectPath, project: project, address: address,
        isPage: file.facts.contains(where: \.isPage))
      for link in file.facts.flatMap(\.links) {
        let message: Message?
        if link.isImage {
          message = place.missingImage(link, galleries).flatMap { moves.dead($0.path, meant: $0.meant, in: place) }
        } else if link.target.hasPrefix("#"), sites.lead(to: link.target.dropFirst(), from: file.file.projectPath) {
          message = nil
        } else if link.target.hasPrefix("#") {
          message = deadAnchor(
            link.target.dropFirst(), in: file.file.projectPath, from: file.file, documents,
            suggests: count < Self.mostSuggestions)
        } else if link.target.hasPrefix("https://") {
          message = place.missing(address: link.target[...]).flatMap { moves.dead($0, meant: nil, in: nil) }
        } else if let (path, meant) = place.missing(link, options.fileExtensions) {
          message = moves.dead(path, meant: meant, in: place)
        } else if let (path, meant) = place.missingFolder(link) {
          message = moves.dead(path, meant: meant, in: place)
        } else if let mark = link.target.firstIndex(of: "#"), let path = place.path(of: link.target) {
          message = deadAnchor(
            link.target[mark...].dropFirst(), in: path, from: file.file, documents,
            suggests: count < Self.mostSuggestions)
        } else {
          message = nil
        }
        guard let message else { continue }
        dead.append(Dead(message: message, range: link.range))
        count += 1
      }
      report(dead, in: file.file, &collector)
    }
  }

  private struct Dead {
    var message: Message
    var range: SourceRange
  }

  /// Reports each link, but those that a document repeats over and over once.
  private func report(_ dead: [Dead], in file: FileReference, _ collector: inout FindingCollector) {
    let places = Dictionary(grouping: dead, by: \.message.text).mapValues { $0.map(\.range) }
    for link in dead {
      let all = places[link.message.text] ?? []
      let isRepeated = all.count > Self.mostSeparate
      if isRepeated, all.first != link.range { continue }
      collector.add(
        link.message, at: Location(path: file.path, range: link.range), symbol: "",
        related: isRepeated
          ? all.dropFirst().map { Evidence("also linked here", at: Location(path: file.path, range: $0)) } : [],
        count: isRepeated ? all.count : nil)
    }
  }

  /// More links to the same missing target are shown as one finding.
  private static let mostSeparate = 2

  /// Folders from which documents show images that are in the repository. Images are often stored elsewhere because
  /// of their size, but hardly those beside others.
  private func galleries(_ facts: [FileFacts<Fact>], _ project: ProjectIndex) -> Set<String> {
    var folders: Set<String> = []
    for file in facts {
      let place = LinkPlace(document: file.file.projectPath, project: project, address: nil)
      for link in file.facts.flatMap(\.links) where link.isImage {
        guard let path = place.path(of: link.target), project.exists(path) == true else { continue }
        folders.insert(Paths.folder(of: path))
      }
    }
    return folders
  }

  /// Of so many dead links, what the headings are called now tells no more.
  private static let mostSuggestions = 100

  private static func isRelative(_ target: String) -> Bool {
    !target.hasPrefix("<") && !target.hasPrefix("//") && !target.contains(":") && !target.contains("{")
      && !target.contains("$") && !target.contains("@") && !target.contains("*")
  }

  private func deadAnchor(
    _ fragment: Substring, in path: String, from file: FileReference, _ documents: [String: Fact],
    suggests: Bool
  ) -> Message? {
    guard let target = documents[path], !target.isOpen else { return nil }
    let anchor = fragment.withoutPercents.trimmingPrefix("user-content-")
    let isAddress = anchor.contains { ".=/?&%".contains($0) }
    let isLine = anchor.first == "L" && anchor.dropFirst().first?.isNumber == true
    guard !anchor.isEmpty, !isAddress, !isLine, anchor != "top", anchor != "readme" else { return nil }
    let isStrict = path == file.projectPath && path.lowercased().hasSuffix("readme.md")
    guard !target.anchors.contains(String(anchor), isStrict: isStrict) else { return nil }
    var nearest = suggests ? Suggestion.nearest(to: String(anchor), among: target.anchors.names.sorted()) : nil
    if nearest == nil, path == file.projectPath, let home = home(of: String(anchor), from: path, documents) {
      return .deadAnchor(String(anchor), in: nil, nearest: "\(home)#\(anchor)")
    }
    nearest = nearest.map { "#\($0)" }
    return .deadAnchor(String(anchor), in: path == file.projectPath ? nil : path, nearest: nearest)
  }
}

extension DeadLink {
  /// The link to the README above a document, or beside it, that has the heading.
  private func home(of anchor: String, from path: String, _ documents: [String: Fact]) -> String? {
    var folder = Paths.folder(of: path)
    while true {
      let readme = Paths.join(folder, "README.md")
      if readme != path, let target = documents[readme], target.anchors.names.contains(anchor.lowercased()) {
        return Paths.relative("/" + readme, to: "/" + Paths.folder(of: path))
      }
      if folder.isEmpty { return nil }
      folder = Paths.folder(of: folder)
    }
  }
}

extension MovedFiles {
  /// The message about a path that is not on the disk; nil if git has it nevertheless.
  fileprivate mutating func dead(_ path: String, meant: String?, in place: LinkPlace?) -> Message? {
    isTracked(path) ? nil : .dead(path, meant: meant ?? home(of: path, for: place))
  }
}

extension Message {
  fileprivate static func dead(_ path: String, meant: String? = nil) -> Message {
    let advice = meant.map { "did you mean '\($0)'?" } ?? "update or remove the link"
    return "'\(path)' does not exist; \(advice)"
  }

  fileprivate static func deadAnchor(_ anchor: String, in path: String?, nearest: String?) -> Message {
    let place = path.map { "'\($0)'" } ?? "this document"
    let advice = nearest.map { "did you mean '\($0)'?" } ?? "update or remove the link"
    return "\(place) has no anchor '#\(anchor)'; \(advice)"
  }
}
