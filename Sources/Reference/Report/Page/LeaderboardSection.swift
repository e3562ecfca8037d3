/// The rank of the reported runs among other local runs and published results.
struct LeaderboardSection {
  private let board: Leaderboard
  /// The indices of the reported runs by name, which select their letters and colors.
  private let numbers: [String: Int]
  private let isComparison: Bool
  private let scale: ChartScale

  init(_ board: Leaderboard, _ runs: [RecordedRun]) {
    self.board = board
    // Runs of another parent directory are not on the leaderboard, even if their names are.
    let parents = runs.map { $0.directory.absolute.parent }
    let listed = runs.indices.filter { runs[$0].dataset == board.dataset && parents[$0] == parents.first }
    numbers = Dictionary(listed.map { (runs[$0].name, $0) }, uniquingKeysWith: { first, _ in first })
    isComparison = runs.count > 1
    scale = .accuracy(around: board.entries.map(\.testAccuracy))
  }

  /// The maximum number of other local runs.
  private static let otherRuns = 20

  var html: HTML {
    let notes = DatasetNotes(of: board.dataset)
    guard !board.entries.isEmpty else { return .none }
    let published: HTML =
      notes.published.isEmpty
      ? "There are no published results for \(notes.title)."
      : "Filled dots are local runs, hollow dots published results; the axis is a log scale of the error."
    return """
      <section aria-labelledby="leaderboard"><h2 id="leaderboard">Leaderboard: \(notes.title), \(notes.testSplit)</h2>
      <p class="note">\(standing)\(published)</p>
      <div class="scroll" tabindex="0" role="region" aria-label="Leaderboard"><table class="figures leaderboard">
      <thead><tr><th scope="col" class="number">rank</th><th scope="col">model</th><th scope="col" class="number">test accuracy</th>\
      <td class="wide">\(axis)</td><th scope="col" class="number">parameters</th><th scope="col" class="number">time</th></tr></thead>
      <tbody>
      \(shownEntries.map(row).joined())</tbody></table></div>
      \(unranked)</section>

      """
  }

  private var shownEntries: [Leaderboard.Entry] {
    let others = board.entries.filter { $0.isLocal && !isReported($0) }.prefix(Self.otherRuns).compactMap(\.run)
    return board.entries.filter { !$0.isLocal || isReported($0) || others.contains($0.run ?? "") }
  }

  private func isReported(_ entry: Leaderboard.Entry) -> Bool { numbers[entry.run ?? ""] != nil }

  /// The rank of the first run and the next better result, in words.
  private var standing: HTML {
    guard let run = numbers.first(where: { $0.value == 0 })?.key, let entry = board.entry(of: run) else { return .none }
    let better = board.entries.last { $0.testAccuracy > entry.testAccuracy }
    let above = better.map { next in
      let points = NumberFormat.decimal(100 * (next.testAccuracy - entry.testAccuracy), 2)
      return ", \(points) percentage points behind \(next.run ?? next.model)"
    }
    return "<b>\(run)</b> ranks \(NumberFormat.ordinal(entry.rank)) of \(board.entries.count)\(above ?? ""). "
  }

  private var axis: HTML {
    let ticks = scale.ticks.map { tick -> HTML in
      """
      <span style="left:\(100 * scale.position(of: tick))%">\(NumberFormat.axisPercent(tick))</span>
      """
    }
    return "<div class=\"axis\" aria-hidden=\"true\">\(ticks.joined())</div>"
  }

  private func row(_ entry: Leaderboard.Entry) -> HTML {
    let number = entry.run.flatMap { numbers[$0] }
    let color = number.map { "run\($0 % Stylesheet.runColors)" } ?? "other"
    let mark =
      number.map { isComparison ? "run \(TrainingCurves.letter($0))" : "this run" } ?? (entry.isLocal ? "local" : "")
    let name: HTML = entry.run.map { "<b>\($0)</b> <span class=\"of\">\(entry.model)</span>" } ?? "\(entry.model)"
    return """
      <tr class="\(color)\(number != nil ? " reported" : "")"\(number != nil ? " aria-current=\"true\"" as HTML : .none)>\
      <td class="number">\(entry.rank)</td><th scope="row">\(name)\(mark.isEmpty ? .none : " <span class=\"tag\">\(mark)</span>" as HTML)\
      </th><td class="number">\(NumberFormat.percent(entry.testAccuracy))</td>\
      <td class="wide"><div class="strip\(entry.isLocal ? " local" : "")" \
      style="--at:\(100 * scale.position(of: entry.testAccuracy))%"></div></td>\
      <td class="number">\(entry.parameters.map { NumberFormat.integer($0) } ?? "")</td>\
      <td class="number">\(entry.seconds.map(NumberFormat.duration) ?? "")</td></tr>

      """
  }

  private var unranked: HTML {
    let hidden = board.entries.count - shownEntries.count
    var items = board.unranked.map { "<li><b>\($0.run)</b>: \($0.reason)</li>" as HTML }
    if hidden > 0 { items.append("<li>\(NumberFormat.count(hidden, "lower-ranked local run"))</li>") }
    return items.isEmpty ? .none : "<h3>Not shown</h3>\n<ul class=\"note\">\(items.joined())</ul>\n"
  }
}
