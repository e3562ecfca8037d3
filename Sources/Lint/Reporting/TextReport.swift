import LintEngine
import LintModel

/// Findings with the lines they are about, for people.
enum TextReport {
  static func write(_ input: ReportInput) -> [UInt8] {
    let style = Style(isOn: input.usesColor)
    let rules = Set(input.findings.map(\.finding.rule))
    let helps = input.pages.filter { rules.contains($0.key) }.mapValues { firstSentence(of: $0.fix) }
    var text = ""
    for placed in input.findings {
      write(placed, input, helps, style, to: &text)
      text += "\n"
    }
    if input.showsSummary { text += summary(input, style) }
    return Array(text.utf8)
  }

  private static func write(
    _ placed: PlacedFinding, _ input: ReportInput, _ helps: [String: String], _ style: Style, to text: inout String
  ) {
    let finding = placed.finding
    let severity = style.severity(finding.severity, "\(finding.severity.rawValue)[\(finding.rule)]")
    text += "\(severity): \(style.bold(finding.message))\n"
    text += "  \(style.blue("-->")) \(placed.place)\n"
    // What could not be read as text is not shown as text.
    if input.result.texts[placed.path] != nil, finding.rule != UnreadableFile.id {
      text += Excerpt(placed, input.places.table(of: placed.path)).text(style)
    }
    for related in placed.related.prefix(mostRelated) {
      let place = PlacedFinding.place(related.path, related.cell, related.position)
      text += "  \(style.blue("=")) \(place): \(related.message)\n"
    }
    if placed.related.count > mostRelated {
      text += "  \(style.blue("=")) and \(placed.related.count - mostRelated) more places\n"
    }
    if let help = helps[finding.rule] {
      text += "  \(style.blue("=")) \(style.bold("help")): \(help)"
      text += " (mllint rule \(finding.rule))\n"
    }
    if let fix = finding.fix {
      text += "  \(style.blue("=")) \(style.bold("fix")): \(fix.title)\(fix.isSafe ? "" : " (unsafe)")\n"
    }
  }

  /// A finding that sums up many flaws lists them all in the machine-readable formats.
  private static let mostRelated = 5

  /// The rest is on the rule's page; a screen of findings has to stay readable.
  private static func firstSentence(of help: String) -> String {
    let text = help.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard let end = text.ranges(of: ". ").first else { return text.hasSuffix(".") ? String(text.dropLast()) : text }
    return String(text[..<end.lowerBound])
  }

  private static func summary(_ input: ReportInput, _ style: Style) -> String {
    let findings = input.findings.map(\.finding)
    let files = plural(input.result.files, "file")
    let suppressed = input.result.suppressed > 0 ? "; \(input.result.suppressed) suppressed" : ""
    let others = suppressed + (input.result.baselined > 0 ? "; \(input.result.baselined) in the baseline" : "")
    guard !findings.isEmpty else { return style.bold("no findings in \(files)") + others + "\n" }
    let parts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : style.severity(severity, plural(count, severity.rawValue))
    }
    return "\(parts.joined(separator: ", ")) in \(files)\(others)\n"
  }

  private static func plural(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}

/// Terminal colors, or none.
package struct Style: Sendable {
  let isOn: Bool

  func bold(_ text: String) -> String { paint(text, "1") }
  func blue(_ text: String) -> String { paint(text, "1;34") }

  func severity(_ severity: Severity, _ text: String) -> String {
    switch severity {
    case .error: paint(text, "1;31")
    case .warning: paint(text, "1;33")
    case .note: paint(text, "1;36")
    }
  }

  private func paint(_ text: String, _ code: String) -> String { isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}
