import Lint

/// A document links to a file of its repository that is not there.
struct DeadLink: ProjectRule {
  struct Options: RuleOptions {
    /// Endings of the files that are looked for, without the dot.
    var endings: [String]
  }

  let options: Options

  func facts(in file: SourceFile) -> [DocumentLink] {
    guard file.language == .markdown, file.role != .vendored, file.role != .generated else { return [] }
    return file.model.links.filter { !$0.isImage && Self.isRelative($0.target) }
  }

  func check(_ facts: [FileFacts<DocumentLink>], _ project: ProjectIndex, _ report: inout Report) {
    for file in facts {
      for link in file.facts {
        guard let target = target(of: link.target, in: file.file.projectPath, project) else { continue }
        report.add(.dead(target), at: Location(path: file.file.path, range: link.range), symbol: "")
      }
    }
  }

  private static func isRelative(_ target: String) -> Bool {
    !target.hasPrefix("#") && !target.hasPrefix("<") && !target.hasPrefix("//") && !target.contains(":")
      && !target.contains("{") && !target.contains("$") && !target.contains("@")
  }

  /// The path that a link leads to, where there is nothing; nil where there is something, or nobody can tell.
  private func target(of link: String, in document: String, _ project: ProjectIndex) -> String? {
    let text = String(link.prefix { $0 != "#" && $0 != "?" }).replacing("%20", with: " ")
    guard options.endings.contains(Self.ending(of: text)) else { return nil }
    let folder = document.split(separator: "/").dropLast().map(String.init)
    // A site may count from its own root, or from where its pages are built.
    var places: [[String]] = [folder, []]
    for depth in folder.indices { places.append(Array(folder[...depth])) }
    var first: String?
    for place in places {
      guard let path = Self.resolve(text, from: place) else {
        if place == folder { return nil }
        continue
      }
      guard project.exists(path) == false else {
        if place == folder || text.hasPrefix("/") { return nil }
        // Not a dead link for a site, and none of ours to judge.
        if project.exists(path) == true { return nil }
        continue
      }
      if first == nil, place == folder { first = path }
    }
    return first
  }

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

  private static func ending(of path: String) -> String {
    guard let name = path.split(separator: "/").last, let dot = name.lastIndex(of: "."), dot != name.startIndex else {
      return ""
    }
    return name[name.index(after: dot)...].lowercased()
  }
}

extension Message {
  fileprivate static func dead(_ path: String) -> Message {
    "there is no '\(path)'; link to where it is now, or remove the link"
  }
}
