import LintSourceText

/// The table of a validation, and the diffs of what was missed.
package enum ValidationText {
  package static func write(_ report: ValidationReport, showsDiffs: Bool) -> String {
    let heads = ["rule", "flaw", "sites", "planted", "found", "also"]
    let rows = report.rows.map { row in
      [row.rule, row.flaw] + [row.sites, row.planted, row.found, row.withOthers].map(String.init)
    }
    let widths = heads.indices.map { column in ([heads] + rows).map { $0[column].count }.max() ?? 0 }
    var text = ([heads] + rows).map { line($0, widths) }.joined()
    let share = report.planted > 0 ? report.found * 1000 / report.planted : 0
    text +=
      "\nfound \(report.found) of \(report.planted) planted flaws (\(share / 10).\(share % 10) %), "
      + "in \(report.runs) runs, seed \(report.seed)\n"
    if !report.rulesWithoutSites.isEmpty {
      text += "no site for: \(report.rulesWithoutSites.joined(separator: ", "))\n"
    }
    guard showsDiffs else { return text }
    for row in report.rows {
      for miss in row.misses { text += "\nmissed: \(row.rule): \(row.flaw)\n\(miss.diff)" }
    }
    return text
  }

  private static func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = cells.enumerated().map { column, cell in
      let space = String(repeating: " ", count: widths[column] - cell.count)
      return column < 2 ? cell + space : space + cell
    }
    return padded.joined(separator: "  ") + "\n"
  }
}
