/// The curves of one or more runs: accuracy, loss and learning rate by epoch.
struct TrainingCurves {
  private let runs: [RecordedRun]

  init(_ runs: [RecordedRun]) { self.runs = runs }

  /// More points than this make a curve of single steps a hedge of noise.
  private static let finestCurve = 120

  /// The three charts.
  var charts: [LineChart] { [accuracy, loss, learningRate].filter { !$0.series.allSatisfy(\.points.isEmpty) } }

  private var lastEpoch: Double {
    let epochs = runs.flatMap { [$0.epochs.last?.epoch, $0.plannedEpochs].compactMap { $0 } }.max() ?? 1
    return Double(min(epochs, RunFile.largestCount))
  }

  private var accuracy: LineChart {
    let percent = { (fraction: Double) in Figures.percent(fraction) }
    let series = pairs("accuracy", percent, \.trainingAccuracy, \.holdoutAccuracy)
    return LineChart(
      title: "Accuracy, in % (spaced by the error)", summary: summary("Accuracy", series, percent),
      series: series, lastEpoch: lastEpoch, scale: .accuracy(around: values(of: series)),
      format: Figures.axisPercent)
  }

  private var loss: LineChart {
    let series = pairs("loss", Figures.quantity, \.trainingLoss, \.holdoutLoss)
    let steps = runs.count == 1 ? [stepLoss(of: runs[0])].filter { !$0.points.isEmpty } : []
    return LineChart(
      title: "Loss, mean cross-entropy in nats (logarithmic)", summary: summary("Loss", series, Figures.quantity),
      series: steps + series, lastEpoch: lastEpoch, scale: .logarithmic(around: values(of: steps + series)),
      format: Figures.quantity)
  }

  private var learningRate: LineChart {
    let series = runs.enumerated().map { number, run in
      let byStep = fineCurve(of: run, \.learningRate)
      let byEpoch = points(of: run) { epoch in
        epoch.learningRate.map { ($0, "epoch \(epoch.epoch): learning rate \(Figures.quantity($0))") }
      }
      return LineChart.Series(
        label: runs.count > 1 ? Self.letter(number) : "", run: number, stroke: .solid,
        points: byStep.isEmpty ? byEpoch : byStep)
    }
    let peak = values(of: series).filter(\.isFinite).max().map(Figures.quantity) ?? "unknown"
    return LineChart(
      title: "Learning rate", summary: "Learning rate by epoch, at most \(peak).", series: series,
      lastEpoch: lastEpoch, scale: .linear(fromZeroTo: values(of: series)), format: Figures.quantity)
  }

  /// The letter by which a run goes in the charts: A ... Z, then A2 and so on.
  static func letter(_ run: Int) -> String {
    let letter = Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(run % 26)))
    return run < 26 ? String(letter) : "\(letter)\(run / 26 + 1)"
  }

  /// For each run its training curve, dashed, and its hold-out curve, solid and with the chosen epoch marked.
  private func pairs(
    _ quantity: String, _ format: @escaping (Double) -> String, _ training: KeyPath<RecordedEpoch, Double?>,
    _ holdout: KeyPath<RecordedEpoch, Double?>
  ) -> [LineChart.Series] {
    runs.enumerated().flatMap { number, run in
      let prefix = runs.count > 1 ? "\(Self.letter(number)), " : ""
      let curve = { (split: String, figure: KeyPath<RecordedEpoch, Double?>) in
        points(of: run) { epoch in
          let chosen =
            epoch.epoch == run.bestEpoch ? (run.result == nil ? ", the best so far" : ", the chosen one") : ""
          return epoch[keyPath: figure].map {
            ($0, "\(prefix)epoch \(epoch.epoch)\(chosen): \(split) \(quantity) \(format($0))")
          }
        }
      }
      return [
        LineChart.Series(
          label: runs.count > 1 ? "\(Self.letter(number)) train." : "training", run: number, stroke: .dashed,
          points: curve("training", training)),
        LineChart.Series(
          label: runs.count > 1 ? "\(Self.letter(number)) hold-out" : "hold-out", run: number, stroke: .solid,
          points: curve("hold-out", holdout), chosen: run.bestEpoch.map(Double.init)),
      ].filter { !$0.points.isEmpty }
    }
  }

  private func stepLoss(of run: RecordedRun) -> LineChart.Series {
    LineChart.Series(label: "", run: 0, stroke: .faint, points: fineCurve(of: run, \.loss))
  }

  private func points(
    of run: RecordedRun, _ figure: (RecordedEpoch) -> (Double, String)?
  ) -> [LineChart.Series.Point] {
    run.epochs.compactMap { epoch in
      figure(epoch).map { LineChart.Series.Point(x: Double(epoch.epoch), y: $0.0, tooltip: $0.1) }
    }
  }

  /// A curve over the steps, thinned by means.
  private func fineCurve(of run: RecordedRun, _ figure: KeyPath<RecordedStep, Double?>) -> [LineChart.Series.Point] {
    guard let perEpoch = run.stepsPerEpoch else { return [] }
    let steps = run.steps.filter { $0[keyPath: figure] != nil }
    let length = max(1, (steps.count + Self.finestCurve - 1) / Self.finestCurve)
    return stride(from: 0, to: steps.count, by: length).map { start in
      let bin = steps[start..<min(steps.count, start + length)]
      let mean = { (values: [Double]) in values.reduce(0, +) / Double(bin.count) }
      return LineChart.Series.Point(
        x: mean(bin.map { Double($0.step) }) / perEpoch, y: mean(bin.compactMap { $0[keyPath: figure] }), tooltip: "")
    }
  }

  private func values(of series: [LineChart.Series]) -> [Double] { series.flatMap { $0.points.map(\.y) } }

  private func summary(_ quantity: String, _ series: [LineChart.Series], _ format: (Double) -> String) -> String {
    let ends = series.compactMap { series in
      series.points.last.map { "\(series.label) ends at \(format($0.y))" }
    }
    return "\(quantity) by epoch: \(ends.joined(separator: "; ")). All figures stand in the table below."
  }
}

extension RecordedRun {
  /// How many steps of the optimizer an epoch takes; nil if the run does not tell.
  fileprivate var stepsPerEpoch: Double? {
    epochs.first { $0.epoch > 0 && ($0.step ?? 0) > 0 }.map { Double($0.step ?? 0) / Double($0.epoch) }
  }
}
