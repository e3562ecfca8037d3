import LintRuleKit

/// A vocabulary as text: first what to decide, then what to fix, then what to follow.
struct VocabularyText {
  private let report: VocabularyReport
  private let lines = LineNumbers()

  init(_ report: VocabularyReport) { self.report = report }

  func write() -> String {
    var text = "\(report.title): \(report.entries.count) concepts in \(report.uses) distinct signatures\n"
    section(
      "No dominant name", "choose one under 'vocabulary:' in mllint.yml, or declare that they differ", report.split,
      &text
    ) { details($0, of: $0.names) }
    section("A dominant name, and others", "", report.led, &text) { entry in
      details(entry, of: Array(entry.names.dropFirst()))
    }
    section("One name only", "", report.settled, &text) { _ in "" }
    section(
      "Two names in one signature", "they have different meanings, so neither is reported", report.apart, &text
    ) { details($0, of: $0.names) }
    text += counting() + orders()
    if !report.rare.isEmpty {
      let names = report.rare.map { entry in entry.names.map(\.text).joined(separator: "/") }
      text += "\nToo few uses\n" + wrap(names.joined(separator: ", "))
    }
    return text
  }

  private func section(
    _ title: String, _ advice: String, _ entries: [VocabularyEntry], _ text: inout String,
    _ body: (VocabularyEntry) -> String
  ) {
    guard !entries.isEmpty else { return }
    text += "\n\(title) (\(entries.count))\(advice.isEmpty ? "" : ": \(advice)")\n"
    let width = entries.map { heading($0).count }.max() ?? 0
    for entry in entries {
      text += "  \(pad(heading(entry), width))  \(summary(entry))\n" + body(entry)
    }
  }

  private func heading(_ entry: VocabularyEntry) -> String { entry.word.map { _ in entry.names[0].text } ?? entry.id }

  private func summary(_ entry: VocabularyEntry) -> String {
    guard let first = entry.names.first, entry.word != nil else { return entry.meaning }
    let chosen = entry.state == .chosen ? "; chosen in mllint.yml" : ""
    return "\(entry.meaning): \(VocabularyReport.counts(of: first))\(chosen)"
  }

  private func details(_ entry: VocabularyEntry, of names: [VocabularyEntry.Usage]) -> String {
    let width = names.map(\.text.count).max() ?? 0
    return names.map { usage in
      let place = usage.examples.first.map { lines.place(of: $0.location) }
      return """
            \(pad(usage.text, width))  \(VocabularyReport.counts(of: usage)) in \(VocabularyReport.packages(of: usage))
            \(pad("", width))  such as \(place ?? "a notebook")

        """
    }.joined()
  }

  private func counting() -> String {
    guard let first = report.affixes.first else { return "" }
    let total = report.affixes.reduce(0) { $0 + $1.uses }
    let rest = report.affixes.dropFirst().map { "\($0.affix.pattern) \($0.uses)" }.joined(separator: ", ")
    return
      "\nCounts are named \(first.affix.pattern) (\(first.uses) of \(total))\(rest.isEmpty ? "" : "; also \(rest)")\n"
  }

  private func orders() -> String {
    guard !report.orders.isEmpty else { return "" }
    return "\nOrder of related parameters\n"
      + report.orders.map { pair, counts in
        "  \(pair.first[0]), \(pair.second[0]): \(counts.usual.count) of \(counts.uses) signatures\n"
      }.joined()
  }

  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// Lines of at most 100 characters, indented by two spaces.
  private func wrap(_ text: String) -> String {
    var lines = [" "]
    for word in text.split(separator: " ") {
      if lines[lines.count - 1].count + word.count > 99 { lines.append(" ") }
      lines[lines.count - 1] += " \(word)"
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
