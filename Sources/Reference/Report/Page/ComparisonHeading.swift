/// The heading of a report that compares runs: one row per run, with the letters and colors of the charts.
struct ComparisonHeading {
  private let runs: [RecordedRun]

  init(_ runs: [RecordedRun]) { self.runs = runs }

  var html: HTML {
    let datasets = Set(runs.map(\.dataset)).sorted().map(DatasetNotes.init(of:))
    let attributions = Set(datasets.compactMap(\.attribution)).sorted().map(RunHeading.attribution).joined()
    let titles = datasets.map(\.title).joined(separator: " and ")
    return """
      <header>
      <h1>\(runs.count) runs <span>on \(titles)</span></h1>
      <p class="lead">\(lead(datasets))</p>
      <div class="scroll" tabindex="0" role="region" aria-label="The runs"><table class="figures">
      <thead><tr><th scope="col">run</th>\(header(accuracies))<th scope="col">model</th><th scope="col">recipe</th>\
      \(header(costs))</tr></thead>
      <tbody>
      \(runs.enumerated().map(row).joined())</tbody></table></div>
      \(attributions)</header>

      """
  }

  private let accuracies = ["test accuracy", "validation accuracy"]
  private let costs = ["seed", "best epoch", "parameters", "multiply-adds", "time"]

  private func header(_ columns: [String]) -> HTML {
    columns.map { "<th scope=\"col\" class=\"number\">\($0)</th>" as HTML }.joined()
  }

  private func lead(_ datasets: [DatasetNotes]) -> String {
    let splits = Set(datasets.map(\.testSplit)).sorted().joined(separator: ", ")
    var text =
      "Test accuracy is on the \(splits). Validation accuracy, on images held out from the training split, selected the best epoch."
    if datasets.count > 1 { text += " Accuracies on different datasets are not comparable." }
    return text + (spread.map { " \($0)" } ?? "")
  }

  /// The mean and standard deviation of runs that differ only in their seed.
  private var spread: String? {
    let settings = runs.map { run in run.configuration.filter { $0.key != "seed" } }
    let accuracies = runs.compactMap { $0.result?.testAccuracy }
    guard accuracies.count == runs.count, runs.count > 1, Set(runs.map(\.seed)).count == runs.count,
      let first = settings.first, !first.isEmpty, settings.allSatisfy({ $0 == first })
    else { return nil }
    let mean = accuracies.reduce(0, +) / Double(accuracies.count)
    let squares = accuracies.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = (squares / Double(accuracies.count - 1)).squareRoot()
    return """
      The runs differ only in the seed: test accuracy over \(runs.count) seeds is \(NumberFormat.percent(mean)) on average, \
      with a standard deviation of \(NumberFormat.percent(deviation)).
      """
  }

  private func row(_ number: Int, _ run: RecordedRun) -> HTML {
    let best = runs.compactMap { $0.result?.testAccuracy }.max()
    let isBest = best != nil && run.result?.testAccuracy == best
    let accuracies: [String] = [
      run.result?.testAccuracy.map { NumberFormat.percent($0) } ?? "not available yet",
      run.validationAccuracy.map { NumberFormat.percent($0) } ?? "",
    ]
    let costs: [String] = [
      run.seed ?? "",
      run.bestEpoch.map { "\($0)" } ?? "",
      run.result?.parameters.map { NumberFormat.integer($0) } ?? "",
      run.result?.multiplyAdds.map { NumberFormat.integer($0) } ?? "",
      run.seconds.map(NumberFormat.duration) ?? "",
    ]
    let marked = accuracies.enumerated().map { column, cell -> HTML in
      "<td class=\"number\(column == 0 && isBest ? " best" : "")\">\(cell)</td>"
    }
    return """
      <tr class="run\(number % Stylesheet.runColors)"><th scope="row"><b class="chip">\(TrainingCurves.letter(number))</b> \
      \(run.name)</th>\(marked.joined())<td>\(run.model)</td><td>\(run.recipe ?? "")</td>\
      \(costs.map { "<td class=\"number\">\($0)</td>" as HTML }.joined())</tr>

      """
  }
}
