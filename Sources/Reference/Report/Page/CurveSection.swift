/// The training curves with a legend and a table of their values.
struct CurveSection {
  private let runs: [RecordedRun]

  init(_ runs: [RecordedRun]) { self.runs = runs }

  var html: HTML {
    let charts = TrainingCurves(runs).charts
    guard !charts.isEmpty else { return .none }
    return """
      <section aria-labelledby="curves"><h2 id="curves">Training curves</h2>
      <p class="key">\(key)</p>
      <div class="charts">
      \(charts.map(\.html).joined())</div>
      <details><summary>Metrics by epoch</summary>
      \(runs.enumerated().map(table).joined())</details></section>

      """
  }

  private var key: HTML {
    let letters = runs.enumerated().map { number, run -> HTML in
      """
      <span class="run\(number % Stylesheet.runColors)"><b class="chip">\(TrainingCurves.letter(number))</b> \(run.name)</span>
      """
    }
    let names = runs.count > 1 ? letters.joined(separator: " ") + " " : .none
    let steps: HTML = runs.count == 1 && !runs[0].steps.isEmpty ? ", faint: steps" : .none
    return """
      \(names)<span><svg class="swatch" viewBox="0 0 28 8" aria-hidden="true"><line x1="0" x2="28" y1="4" y2="4"/></svg> \
      validation</span> <span><svg class="swatch dashed" viewBox="0 0 28 8" aria-hidden="true"><line x1="0" x2="28" y1="4" y2="4"/></svg> \
      training\(steps)</span> <span><svg class="swatch" viewBox="0 0 12 12" aria-hidden="true"><circle cx="6" cy="6" r="4.5"/></svg> \
      best epoch (validation)</span>
      """
  }

  private static let columns = [
    "epoch", "learning rate", "training loss", "training accuracy", "validation loss", "validation accuracy",
    "images/s", "elapsed time",
  ]

  private func table(_ number: Int, _ run: RecordedRun) -> HTML {
    let rows = run.epochs.map { epoch -> HTML in
      let cells = [
        epoch.learningRate.map(NumberFormat.significant), epoch.trainingLoss.map(NumberFormat.significant),
        epoch.trainingAccuracy.map { NumberFormat.percent($0) }, epoch.validationLoss.map(NumberFormat.significant),
        epoch.validationAccuracy.map { NumberFormat.percent($0) }, epoch.imagesPerSecond.map(NumberFormat.rounded),
        epoch.seconds.map(NumberFormat.duration),
      ]
      let isBest = epoch.epoch == run.bestEpoch
      return """
        <tr\(isBest ? " class=\"chosen\"" as HTML : .none)><th scope="row" class="number">\(epoch.epoch)\
        \(isBest ? " (best)" : "")</th>\(cells.map { "<td class=\"number\">\($0 ?? "")</td>" as HTML }.joined())</tr>

        """
    }
    let caption = runs.count > 1 ? "\(TrainingCurves.letter(number)): \(run.name)" : run.name
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="Epochs of \(run.name)"><table class="figures">
      <caption>\(caption)</caption>
      <thead><tr>\(Self.columns.map { "<th scope=\"col\" class=\"number\">\($0)</th>" as HTML }.joined())</tr></thead>
      <tbody>
      \(rows.joined())</tbody></table></div>

      """
  }
}
