import LintModel
import LintRuleKit

/// No document of a library contains code that imports it.
struct MissingQuickstart: ProjectRule {
  struct Fact {
    /// The top-level modules that the document's code blocks import.
    var imported: Set<String>
    var isFrontPage: Bool
    /// True if it links to documentation, guides or courses elsewhere.
    var leadsElsewhere: Bool
  }

  let options: NoOptions

  func facts(in file: SourceFile) -> [Fact] {
    guard file.language == .markdown, file.role != .vendored else { return [] }
    var imported: Set<String> = []
    for example in file.model.examples {
      for line in String(decoding: example.code.bytes, as: UTF8.self).split(separator: "\n") {
        let words = line.split { $0 == " " || $0 == "." || $0 == "," || $0 == ";" }
        if let first = words.first, first == "import" || first == "from", words.count > 1 {
          imported.insert(String(words[1]))
        }
      }
    }
    let path = file.reference.projectPath
    return [
      Fact(
        imported: imported, isFrontPage: !path.contains("/") && path.lowercased().hasPrefix("readme."),
        leadsElsewhere: file.model.links.contains { Self.isGuide($0.target.lowercased()) })
    ]
  }

  private static func isGuide(_ address: String) -> Bool {
    guard address.hasPrefix("http") else { return false }
    return ["docs", "documentation", "guide", "tutorial", "readthedocs", "colab", ".github.io", "course", "ipynb"]
      .contains {
        address.contains($0)
      }
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    guard let page = facts.first(where: { $0.facts.contains(where: \.isFrontPage) }),
      !page.facts.contains(where: \.leadsElsewhere)
    else { return }
    var counts: [String: Int] = [:]
    for file in project.files where file.role == .library && !file.module.isEmpty {
      // A loose Python file is not a library, and only the manifest shows what a Swift package exports.
      guard file.language == .swift ? project.swift.isOwn(module: file.module) : file.module.contains(".") else {
        continue
      }
      counts[String(file.module.prefix { $0 != "." }), default: 0] += 1
    }
    guard let largest = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return }
    let isShown = facts.contains { file in
      file.facts.contains { fact in
        !fact.imported.isDisjoint(with: counts.keys) || fact.imported.contains { project.swift.isOwn(module: $0) }
      }
    }
    if !isShown { collector.add(.missing(largest), at: Location(path: page.file.path, range: .fileStart), symbol: "") }
  }
}

extension Message {
  fileprivate static func missing(_ module: String) -> Message {
    "no document has a code block that imports '\(module)'; add a short program that uses it"
  }
}
