/// The configuration; several runs are shown side by side with their differences marked.
struct ConfigurationSection {
  private let runs: [RecordedRun]

  init(_ runs: [RecordedRun]) { self.runs = runs }

  /// The number of table columns for the settings of a single run.
  private static let tableCount = 3

  var html: HTML {
    let keys = Set(runs.flatMap { $0.configuration.map(\.key) }).sorted()
    guard !keys.isEmpty else { return .none }
    return """
      <section aria-labelledby="configuration"><h2 id="configuration">Configuration</h2>
      \(runs.count == 1 ? single(keys) : compared(keys))</section>

      """
  }

  private func single(_ keys: [String]) -> HTML {
    let length = (keys.count + Self.tableCount - 1) / Self.tableCount
    let tables = stride(from: 0, to: keys.count, by: length).map { start -> HTML in
      let rows = keys[start..<min(keys.count, start + length)].map { key -> HTML in
        "<tr><th scope=\"row\">\(key)</th><td>\(runs[0].setting(key) ?? "")</td></tr>\n"
      }
      return "<table class=\"settings\"><tbody>\n\(rows.joined())</tbody></table>\n"
    }
    return "<div class=\"columns\">\n\(tables.joined())</div>\n"
  }

  private func compared(_ keys: [String]) -> HTML {
    let head = runs.enumerated().map { number, run -> HTML in
      """
      <th scope="col" class="run\(number % Stylesheet.runColors)"><b class="chip">\(TrainingCurves.letter(number))</b> \(run.name)</th>
      """
    }
    let rows = keys.map { key -> HTML in
      let values = runs.map { $0.setting(key) ?? "" }
      let differs = Set(values).count > 1
      let cells = values.map { "<td>\($0)</td>" as HTML }
      return """
        <tr\(differs ? " class=\"differs\"" as HTML : .none)><th scope="row">\(key)\(differs ? " \u{2260}" : "")</th>\(cells.joined())</tr>

        """
    }
    return """
      <p class="note">Different settings are bold and marked \u{2260}.</p>
      <div class="scroll" tabindex="0" role="region" aria-label="Configuration"><table class="settings">
      <thead><tr><th scope="col">setting</th>\(head.joined())</tr></thead><tbody>
      \(rows.joined())</tbody></table></div>

      """
  }
}
