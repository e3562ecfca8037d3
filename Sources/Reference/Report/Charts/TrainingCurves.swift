/// The training curves of one or more runs: accuracy, loss and learning rate by epoch.
struct TrainingCurves {
  private let runs: [RecordedRun]

  init(_ runs: [RecordedRun]) { self.runs = runs }

  /// The maximum number of points in a curve of steps; more would be noise.
  private static let maximumPoints = 120

  /// The charts that have data.
  var charts: [LineChart] { [accuracy, loss, learningRate].filter { !$0.series.allSatisfy(\.points.isEmpty) } }

  private var lastEpoch: Double {
    let epochs = runs.flatMap { [$0.epochs.last?.epoch, $0.plannedEpochs].compactMap { $0 } }.max() ?? 1
    return Double(min(epochs, RunFile.maximumCount))
  }

  private var accuracy: LineChart {
    let percent = { (fraction: Double) in NumberFormat.percent(fraction) }
    let series = pairs("accuracy", percent, \.trainingAccuracy, \.validationAccuracy)
    return LineChart(
      title: "Accuracy in % (log scale of the error)", summary: summary("Accuracy", series, percent),
      series: series, lastEpoch: lastEpoch, scale: .accuracy(around: values(of: series)),
      format: NumberFormat.axisPercent)
  }

  private var loss: LineChart {
    let series = pairs("loss", NumberFormat.significant, \.trainingLoss, \.validationLoss)
    let steps = runs.count == 1 ? [stepLoss(of: runs[0])].filter { !$0.points.isEmpty } : []
    return LineChart(
      title: "Loss: mean cross-entropy in nats (log scale)", summary: summary("Loss", series, NumberFormat.significant),
      series: steps + series, lastEpoch: lastEpoch, scale: .logarithmic(around: values(of: steps + series)),
      format: NumberFormat.significant)
  }

  private var learningRate: LineChart {
    let series = runs.enumerated().map { number, run in
      let byStep = stepCurve(of: run, \.learningRate)
      let byEpoch = points(of: run) { epoch in
        epoch.learningRate.map { ($0, "epoch \(epoch.epoch): learning rate \(NumberFormat.significant($0))") }
      }
      return LineChart.Series(
        label: runs.count > 1 ? Self.letter(number) : "", run: number, stroke: .solid,
        points: byStep.isEmpty ? byEpoch : byStep)
    }
    let peak = values(of: series).filter(\.isFinite).max().map(NumberFormat.significant) ?? "unknown"
    return LineChart(
      title: "Learning rate", summary: "Learning rate by epoch, with a peak of \(peak).", series: series,
      lastEpoch: lastEpoch, scale: .linear(fromZeroTo: values(of: series)), format: NumberFormat.significant)
  }

  /// The letter of a run in the charts: A to Z, then A2 and so on.
  static func letter(_ run: Int) -> String {
    let letter = Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(run % 26)))
    return run < 26 ? String(letter) : "\(letter)\(run / 26 + 1)"
  }

  /// The training curve (dashed) and validation curve (solid, with the best epoch highlighted) of each run.
  private func pairs(
    _ quantity: String, _ format: @escaping (Double) -> String, _ training: KeyPath<RecordedEpoch, Double?>,
    _ validation: KeyPath<RecordedEpoch, Double?>
  ) -> [LineChart.Series] {
    runs.enumerated().flatMap { number, run in
      let prefix = runs.count > 1 ? "\(Self.letter(number)), " : ""
      let curve = { (split: String, metric: KeyPath<RecordedEpoch, Double?>) in
        points(of: run) { epoch in
          let mark = epoch.epoch == run.bestEpoch ? (run.result == nil ? " (best so far)" : " (best)") : ""
          return epoch[keyPath: metric].map {
            ($0, "\(prefix)epoch \(epoch.epoch)\(mark): \(split) \(quantity) \(format($0))")
          }
        }
      }
      return [
        LineChart.Series(
          label: runs.count > 1 ? "\(Self.letter(number)) train." : "training", run: number, stroke: .dashed,
          points: curve("training", training)),
        LineChart.Series(
          label: runs.count > 1 ? "\(Self.letter(number)) val." : "validation", run: number, stroke: .solid,
          points: curve("validation", validation), highlighted: run.bestEpoch.map(Double.init)),
      ].filter { !$0.points.isEmpty }
    }
  }

  private func stepLoss(of run: RecordedRun) -> LineChart.Series {
    LineChart.Series(label: "", run: 0, stroke: .faint, points: stepCurve(of: run, \.loss))
  }

  private func points(
    of run: RecordedRun, _ point: (RecordedEpoch) -> (Double, String)?
  ) -> [LineChart.Series.Point] {
    run.epochs.compactMap { epoch in
      point(epoch).map { LineChart.Series.Point(x: Double(epoch.epoch), y: $0.0, tooltip: $0.1) }
    }
  }

  /// A curve over the steps, averaged over bins.
  private func stepCurve(of run: RecordedRun, _ metric: KeyPath<RecordedStep, Double?>) -> [LineChart.Series.Point] {
    guard let perEpoch = run.stepsPerEpoch else { return [] }
    let steps = run.steps.filter { $0[keyPath: metric] != nil }
    let length = max(1, (steps.count + Self.maximumPoints - 1) / Self.maximumPoints)
    return stride(from: 0, to: steps.count, by: length).map { start in
      let bin = steps[start..<min(steps.count, start + length)]
      let mean = { (values: [Double]) in values.reduce(0, +) / Double(bin.count) }
      return LineChart.Series.Point(
        x: mean(bin.map { Double($0.step) }) / perEpoch, y: mean(bin.compactMap { $0[keyPath: metric] }), tooltip: "")
    }
  }

  private func values(of series: [LineChart.Series]) -> [Double] { series.flatMap { $0.points.map(\.y) } }

  private func summary(_ quantity: String, _ series: [LineChart.Series], _ format: (Double) -> String) -> String {
    let ends = series.compactMap { series in
      series.points.last.map { "\(series.label) ends at \(format($0.y))" }
    }
    return "\(quantity) by epoch: \(ends.joined(separator: "; ")). All values are in the table below."
  }
}

extension RecordedRun {
  /// The number of steps per epoch; nil if unknown.
  fileprivate var stepsPerEpoch: Double? {
    epochs.first { $0.epoch > 0 && ($0.step ?? 0) > 0 }.map { Double($0.step ?? 0) / Double($0.epoch) }
  }
}
