import LintCatalog
import LintProject
import LintSerialization

/// One rule's page, as text, Markdown or JSON.
struct RuleExplanation {
  private let page: RulePage
  private let principles: [Principle]

  init(_ page: RulePage, principles: [Principle]) {
    self.page = page
    self.principles = principles
  }

  func write(_ format: RuleExplainCommand.Format) -> [UInt8] {
    switch format {
    case .json: json()
    case .markdown: Array(page.markdown(principles).utf8)
    case .text: Array(text().utf8)
    }
  }

  private func text() -> String {
    let languages = page.languages.map(\.rawValue).joined(separator: ", ")
    var text = "\(page.rule)\n\(oneLine(page.summary))\n\n"
    text +=
      "family \(page.family), \(page.severity.rawValue), \(page.stability.rawValue)\(page.since.isEmpty ? "" : ", since \(page.since)"), "
    text += "for \(languages)"
    text += page.principles.isEmpty ? "\n" : "; encodes \(page.principles.joined(separator: ", "))\n"
    text += "\(page.profileSentence)\n\(page.roleSentence)\n"
    text += "precision: \(oneLine(page.precisionSentence))\n"
    text += "\nWhy\n\(oneLine(page.why))\n\nWhat to do\n\(oneLine(page.fix))\n"
    let options = page.options.map { ($0.0, $0.1) }
    if !options.isEmpty {
      text += "\nOptions\n"
      for (name, option) in options { text += "- \(name): \(oneLine(option.help))\n" }
    }
    if !page.similar.isEmpty {
      text += "\nSimilar rules\n"
      for other in page.similar { text += "- \(other.title): \(other.beyondOnOneLine)\n" }
    }
    text += "\nExamples\n"
    for example in page.examples { text += self.text(of: example) }
    return text
  }

  private func text(of example: RuleExample) -> String {
    var text = "\(example.bad == nil ? "good" : "bad"): \(example.title)\n" + self.text(of: example.files)
    for message in example.says ?? [] { text += "  says: \(message)\n" }
    if let fixed = example.fixed { text += "  fixed:\n" + self.text(of: fixed) }
    return text + "\n"
  }

  private func text(of files: OrderedMapping<String>) -> String {
    var text = ""
    for (path, contents) in files {
      text += "  \(path)\n"
      for line in contents.trimmedEnd.split(separator: "\n", omittingEmptySubsequences: false) {
        text += line.isEmpty ? "\n" : "      \(line)\n"
      }
    }
    return text
  }

  private func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.object { object in
      object.key("family", page.family)
      object.key("fix", oneLine(page.fix))
      object.key("languages", page.languages.map(\.rawValue))
      object.key("options")
      object.array(page.options.map { ($0.0, $0.1) }) { writer, option in
        writer.object {
          $0.key("help", oneLine(option.1.help))
          $0.key("name", option.0)
        }
      }
      object.key("principles", page.principles)
      object.key("profiles", (page.profiles ?? Profile.allCases).map(\.rawValue))
      object.key("roles", (page.roles.isEmpty ? RuleRole.allCases : page.roles).map(\.rawValue))
      object.key("rule", page.rule)
      object.key("severity", page.severity.rawValue)
      object.key("similar")
      object.array(page.similar) { writer, other in
        writer.object {
          $0.key("beyond", other.beyondOnOneLine)
          $0.key("codes", other.codes)
          $0.key("covers", other.isAlternative)
          $0.key("needs_preview", other.needsPreview ?? false)
          $0.key("tool", other.tool.rawValue)
        }
      }
      object.key("since", page.since)
      object.key("stability", page.stability.rawValue)
      object.key("summary", oneLine(page.summary))
      object.key("why", oneLine(page.why))
    }
    return writer.finish()
  }

  private func oneLine(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

extension String {
  fileprivate var trimmedEnd: Substring {
    var text = self[...]
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}
