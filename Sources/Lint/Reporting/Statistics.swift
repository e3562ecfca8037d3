import LintCatalog
import LintSerialization

/// How often each principle was broken, and by which rules it shows.
///
/// A rule that encodes several principles counts under each of them, so that the groups may add up to more than all.
package struct Statistics: Sendable {
  /// What was found of one principle.
  package struct Group: Sendable {
    package var id: String
    package var paraphrase: String
    /// Its rules, the one that found most first.
    package var rules: [(rule: String, findings: Int)]
    package var findings: Int { rules.reduce(0) { $0 + $1.findings } }
  }

  /// The principles of which something was found, in their order.
  package let groups: [Group]
  /// Everything that was found, each once.
  package let total: Int
  private let files: Int
  private let lines: Int

  package init(_ input: ReportInput, principles: [Principle]) {
    let counts = Dictionary(grouping: input.findings, by: \.finding.rule).mapValues(\.count)
    let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { (rule: $0.key, findings: $0.value) }
    var groups = principles.map { principle in
      Group(
        id: principle.id, paraphrase: principle.line,
        rules: ranked.filter { input.pages[$0.rule]?.principles.contains(principle.id) == true })
    }
    let loose = ranked.filter { input.pages[$0.rule]?.principles.isEmpty ?? true }
    groups.append(Group(id: "other", paraphrase: "Rules without a principle.", rules: loose))
    self.groups = groups.filter { !$0.rules.isEmpty }
    total = input.findings.count
    files = input.result.files
    lines = input.result.lines
  }

  /// The groups as text, with the count per 1,000 lines.
  package var text: String {
    let width = groups.flatMap(\.rules).map(\.rule.count).max() ?? 0
    var text = ""
    for group in groups {
      text += "\(group.id)  \(group.paraphrase)\n"
      for (rule, findings) in group.rules { text += line("  " + rule, findings, width: width + 2) }
      if group.rules.count > 1 { text += line("  in all", group.findings, width: width + 2) }
    }
    text += line("total", total, width: width + 2)
    return text + "\(files) files, \(lines) lines\n"
  }

  /// The same for programs.
  package var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { root in
      root.key("files", files)
      root.key("findings", total)
      root.key("lines", lines)
      root.key("principles")
      root.array(groups) { writer, group in
        writer.object { object in
          object.key("findings", group.findings)
          object.key("id", group.id)
          object.key("paraphrase", group.paraphrase)
          object.key("rules")
          object.array(group.rules) { writer, rule in
            writer.object {
              $0.key("findings", rule.findings)
              $0.key("rule", rule.rule)
            }
          }
        }
      }
    }
    return writer.finish()
  }

  /// A name, its count, and the count per 1,000 lines.
  private func line(_ name: String, _ count: Int, width: Int) -> String {
    let tenths = lines == 0 ? 0 : (count * 10_000 + lines / 2) / lines
    let padding = String(repeating: " ", count: max(1, width + 3 - name.count))
    let number = String(count)
    let shift = String(repeating: " ", count: max(0, 7 - number.count))
    return "\(name)\(padding)\(shift)\(number)  \(tenths / 10).\(tenths % 10) per 1,000 lines\n"
  }
}
