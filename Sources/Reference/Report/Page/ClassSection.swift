/// Per-class accuracy, lowest first.
struct ClassSection {
  private let confusion: ConfusionMatrix
  private let shown: String?

  /// - Parameter shown: the name of the run if the report has several.
  init(_ confusion: ConfusionMatrix, of shown: String?) {
    self.confusion = confusion
    self.shown = shown
  }

  private static let classesPerTable = 20

  private typealias Row = (label: Int, accuracy: Double, interval: ConfidenceInterval)

  private var rows: [Row] {
    confusion.classNames.indices.compactMap { label in
      guard let accuracy = confusion.accuracy(of: label),
        let interval = ConfidenceInterval(accuracy: accuracy, count: confusion.images(of: label))
      else { return nil }
      return (label, accuracy, interval)
    }.sorted { ($0.accuracy, $0.label) < ($1.accuracy, $1.label) }
  }

  var html: HTML {
    let rows = rows
    guard let longest = rows.map({ 1 - $0.interval.lower }).max(), longest > 0 else { return .none }
    // Bars show errors, which start at zero; bars of accuracies would all look alike or need a truncated axis.
    return """
      <section aria-labelledby="classes"><h2 id="classes">Per-class accuracy</h2>
      <p class="note">\(shown.map { "\($0). " } ?? "")Bars show the test error rate from 0 to \
      \(NumberFormat.percent(longest, decimals: 1)), thin lines its 95\u{202f}% confidence interval.</p>
      \(tables(rows, longest))</section>

      """
  }

  /// One table, or several columns of tables for many classes.
  private func tables(_ rows: [Row], _ longest: Double) -> HTML {
    let length = rows.count > Self.classesPerTable ? (rows.count + 2) / 3 : rows.count
    let tables = stride(from: 0, to: rows.count, by: length).map { start -> HTML in
      """
      <table class="classes">
      <thead><tr><th scope="col">class</th><th scope="col" class="wide">error</th><th scope="col">accuracy</th>\
      <th scope="col">mistakes</th></tr></thead>
      <tbody>
      \(rows[start..<min(rows.count, start + length)].map { row($0, longest) }.joined())</tbody></table>

      """
    }
    return tables.count == 1 ? tables.joined() : "<div class=\"columns\">\n\(tables.joined())</div>\n"
  }

  private func row(_ row: Row, _ longest: Double) -> HTML {
    let name = confusion.classNames[row.label]
    let images = confusion.images(of: row.label)
    let wrong = images - confusion.counts[row.label][row.label]
    let tooltip = "\(name): \(NumberFormat.percent(row.interval.lower)) to \(NumberFormat.percent(row.interval.upper))"
    return """
      <tr title="\(tooltip)"><th scope="row">\(name)</th><td class="wide"><div class="bar" \
      style="--length:\(100 * (1 - row.accuracy) / longest)%;--from:\(100 * (1 - row.interval.upper) / longest)%;\
      --to:\(100 * (1 - row.interval.lower) / longest)%"></div></td>\
      <td class="number">\(NumberFormat.percent(row.accuracy, decimals: 1))</td>\
      <td class="number">\(NumberFormat.integer(wrong)) <span class="of">of \(NumberFormat.integer(images))</span></td></tr>

      """
  }
}
