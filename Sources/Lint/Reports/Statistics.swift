/// How often each rule found something, by family.
public enum Statistics {
  public static func write(_ input: ReportInput) -> String {
    let counts = Dictionary(grouping: input.findings, by: \.finding.rule).mapValues(\.count)
    let families = Dictionary(grouping: counts.keys) { input.pages[$0]?.family ?? "other" }
    let width = max(8, counts.keys.map(\.count).max() ?? 0)
    var text = ""
    for (family, rules) in families.sorted(by: { $0.key < $1.key }) {
      text += line(family, rules.reduce(0) { $0 + (counts[$1] ?? 0) }, input, width: width)
      for rule in rules.sorted(by: { (counts[$1] ?? 0, $0) < (counts[$0] ?? 0, $1) }) {
        text += line("  " + rule, counts[rule] ?? 0, input, width: width)
      }
    }
    text += line("total", input.findings.count, input, width: width)
    return text + "\(input.result.files) files, \(input.result.lines) lines\n"
  }

  /// A name, its count, and the count per 1,000 lines.
  private static func line(_ name: String, _ count: Int, _ input: ReportInput, width: Int) -> String {
    let tenths = input.result.lines == 0 ? 0 : (count * 10_000 + input.result.lines / 2) / input.result.lines
    let padding = String(repeating: " ", count: max(1, width + 3 - name.count))
    let number = String(count)
    let shift = String(repeating: " ", count: max(0, 7 - number.count))
    return "\(name)\(padding)\(shift)\(number)  \(tenths / 10).\(tenths % 10) per 1,000 lines\n"
  }
}
