import LintSerialization

/// All principles with the rules that encode them, grouped by whether they can be checked.
package struct PrincipleList: Sendable {
  private let principles: [Principle]
  private let pages: [String: PageHeader]

  package init(_ principles: [Principle], _ headers: [PageHeader]) {
    self.principles = principles
    pages = Dictionary(headers.map { ($0.rule, $0) }) { first, _ in first }
  }

  private var groups: [(Principle.Kind, [Principle])] {
    Principle.Kind.allCases.map { kind in (kind, principles.filter { $0.kind == kind }) }
  }

  /// A group a screen.
  package var text: String {
    groups.map { kind, members in
      "\(kind.heading) (\(members.count))\n\n" + members.map(text(of:)).joined()
    }.joined(separator: "\n")
  }

  private func text(of principle: Principle) -> String {
    var text = "\(principle.id)  \(principle.line)\n"
    let rules = (principle.rules ?? []).map { rule in
      pages[rule]?.stability == .preview ? "\(rule) (preview)" : rule
    }
    if !rules.isEmpty { text += Self.wrapped(rules.joined(separator: ", "), by: 5) }
    if let reason = principle.whyNone { text += Self.wrapped("none: " + Principle.oneLine(reason), by: 5) }
    return text
  }

  /// Breaks a text into lines of at most 100 characters, all indented.
  private static func wrapped(_ text: String, by indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, margin.count + line.count + 1 + word.count > 100 {
        lines.append(margin + line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    return (lines + [margin + line]).map { $0 + "\n" }.joined()
  }

  /// A page of the documentation; `link` makes the address of a rule's page.
  package func markdown(linkingTo link: (String) -> String = { "rules/\($0).md" }) -> String {
    var blocks = [
      "# Principles",
      "The principles that the rules encode: François Chollet's \"Notes to myself on software engineering\", paraphrased. "
        + "Each lists its rules, or why it has none.",
    ]
    for (kind, members) in groups {
      blocks.append("## \(kind.heading)")
      for principle in members {
        var lines = ["**\(principle.id)** \(principle.line)"]
        lines += (principle.rules ?? []).map { rule in
          let page = pages[rule]
          let mark = page?.stability == .preview ? " *(preview)*" : ""
          return "- [\(rule)](\(link(rule)))\(mark): \(Principle.oneLine(page?.summary ?? ""))"
        }
        if let reason = principle.whyNone { lines.append("- None: \(Principle.oneLine(reason))") }
        for (idea, reason) in principle.declined ?? OrderedMapping() {
          lines.append("- Left out: `\(idea)`. \(Principle.oneLine(reason))")
        }
        blocks.append(lines[0])
        if lines.count > 1 { blocks.append(lines.dropFirst().joined(separator: "\n")) }
      }
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  package var json: [UInt8] {
    var writer = JSONWriter()
    writer.array(principles) { writer, principle in
      writer.object { object in
        object.key("declined")
        object.array((principle.declined ?? OrderedMapping()).map { ($0.0, $0.1) }) { writer, idea in
          writer.object {
            $0.key("idea", idea.0)
            $0.key("reason", Principle.oneLine(idea.1))
          }
        }
        object.key("id", principle.id)
        object.key("kind", principle.kind.rawValue)
        object.key("paraphrase", principle.line)
        object.key("rules", principle.rules ?? [])
        object.key("whyNone", principle.whyNone.map(Principle.oneLine) ?? "")
      }
    }
    return writer.finish()
  }
}
