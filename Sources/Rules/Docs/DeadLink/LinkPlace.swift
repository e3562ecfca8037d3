import LintModel
import LintRuleKit
import LintSourceText

/// Resolves the links of one document.
struct LinkPlace {
  let document: String
  let project: ProjectIndex

  /// The path that a link leads to; nil if it is outside the project.
  func path(of link: String) -> String? { Self.resolve(Self.file(of: link), from: folders) }

  /// The path that a link leads to if it does not exist; nil if it exists or may exist.
  func missing(_ link: DocumentLink, _ fileExtensions: [String]) -> String? {
    let text = Self.file(of: link.target)
    if link.isPage { return missingPage(text) }
    guard fileExtensions.contains(Paths.fileExtension(of: text)), !text.hasPrefix("/"),
      let first = Self.resolve(text, from: folders),
      project.exists(first) == false
    else { return nil }
    return isElsewhere(text) ? nil : first
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
