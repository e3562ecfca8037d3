import LintCatalog
import LintSerialization

/// All rules, one per line.
struct RuleList {
  private let pages: [PageHeader]

  init(_ catalog: Catalog) {
    pages = catalog.headers.sorted { ($0.family, $0.rule) < ($1.family, $1.rule) }
  }

  func write(_ format: RuleExplainCommand.Format) -> [UInt8] {
    switch format {
    case .json: json()
    case .markdown: Array(RulePage.index(pages).utf8)
    case .text: Array(lines().utf8)
    }
  }

  private func lines() -> String {
    let width = pages.map(\.rule.count).max() ?? 0
    return pages.map { page in
      let padding = String(repeating: " ", count: width - page.rule.count + 2)
      let mark = page.stability == .preview ? " (preview)" : ""
      return "\(page.rule)\(padding)\(page.summary)\(mark)\n"
    }.joined()
  }

  private func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.array(pages) { writer, page in
      writer.object {
        $0.key("family", page.family)
        $0.key("languages", page.languages.map(\.rawValue))
        $0.key("principles", page.principles)
        $0.key("profiles", page.profiles.map(\.rawValue))
        $0.key("roles", (page.roles.isEmpty ? RuleRole.allCases : page.roles).map(\.rawValue))
        $0.key("rule", page.rule)
        $0.key("severity", page.severity.rawValue)
        $0.key("stability", page.stability.rawValue)
        $0.key("summary", page.summary)
      }
    }
    return writer.finish()
  }
}
