/// The heading of a report on one run: its accuracy, dataset and cost.
struct RunHeading {
  private let run: RecordedRun
  private let notes: DatasetNotes

  init(_ run: RecordedRun) {
    self.run = run
    notes = DatasetNotes(of: run.dataset)
  }

  var html: HTML {
    """
    <header>
    <h1>\(run.model) <span>on \(notes.title)</span></h1>
    <p class="lead">\(subtitle)</p>
    <div class="scores">
    \(testScore)\(validationScore)</div>
    <dl class="facts">
    \(facts.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>\n" as HTML }.joined())</dl>
    \(notes.attribution.map(Self.attribution) ?? .none)</header>

    """
  }

  /// The attribution that the license of the data requires.
  static func attribution(_ text: String) -> HTML { "<p class=\"attribution\">Data: \(text)</p>\n" }

  private var subtitle: String {
    let parts = [run.recipe.map { "recipe \($0)" }, run.seed.map { "seed \($0)" }, "run \(run.name)"]
    return parts.compactMap { $0 }.joined(separator: " · ")
  }

  private var testScore: HTML {
    guard let accuracy = run.result?.testAccuracy else {
      return """
        <div class="score"><p class="figure none">\u{2013}</p><h2>Test accuracy</h2><p>Not available yet. \
        The \(notes.testSplit) is evaluated once, at the end of training.</p></div>

        """
    }
    let images = run.result?.confusion?.total
    let measured = images.map { "\(notes.testSplit), \(NumberFormat.count($0, "image"))" } ?? notes.testSplit
    let interval = images.flatMap { ConfidenceInterval(accuracy: accuracy, count: $0) }.map {
      " 95\u{202f}% confidence interval: \(NumberFormat.percent($0.lower)) to \(NumberFormat.percent($0.upper))."
    }
    return """
      <div class="score"><p class="figure">\(Self.large(accuracy))</p><h2>Test accuracy</h2><p>On the \(measured), \
      which was not used for training or model selection.\(interval ?? "")</p></div>

      """
  }

  private var validationScore: HTML {
    guard let accuracy = run.validationAccuracy else { return .none }
    let epoch = run.bestEpoch.map { "epoch \($0)" } ?? "the best epoch"
    let purpose =
      run.result == nil ? "Best so far: \(epoch)." : "Used to select \(epoch), so it is slightly optimistic."
    return """
      <div class="score second"><p class="figure">\(Self.large(accuracy))</p><h2>Validation accuracy</h2><p>On images \
      held out from the training split. \(purpose)\(notes.caution.map { " \($0)" } ?? "")</p></div>

      """
  }

  /// A percentage with a smaller percent sign.
  private static func large(_ accuracy: Double) -> HTML {
    "\(NumberFormat.decimal(100 * accuracy, 2))<small>\u{202f}%</small>"
  }

  private var facts: [(String, String)] {
    let result = run.result
    let epochs = run.plannedEpochs.flatMap { $0 == 0 ? nil : $0 }.map { planned in
      run.bestEpoch.map { "\(planned), best \($0)" } ?? "\(planned)"
    }
    let kernel = [run.setting("kernel"), run.setting("threads").map { $0 == "1" ? "1 thread" : "\($0) threads" }]
      .compactMap { $0 }
    let all: [(String, String?)] = [
      ("parameters", result?.parameters.map { NumberFormat.integer($0) }),
      ("multiply-adds per image", result?.multiplyAdds.map { NumberFormat.integer($0) }),
      (result == nil ? "time so far" : "total time", run.seconds.map(NumberFormat.duration)),
      (
        "throughput (images/s)", (result?.imagesPerSecond ?? run.epochs.last?.imagesPerSecond).map(NumberFormat.rounded)
      ),
      ("epochs", epochs),
      ("seed", run.seed),
      ("test accuracy without TTA", result?.testAccuracyWithoutAugmentation.map { NumberFormat.percent($0) }),
      ("test loss", result?.testLoss.map(NumberFormat.significant)),
      ("kernels", kernel.isEmpty ? nil : kernel.joined(separator: ", ")),
      ("finished", result?.finishedAt.map(Self.minute)),
    ]
    return all.compactMap { fact in fact.1.map { (fact.0, $0) } }
  }

  /// An ISO 8601 time without seconds: `2026-11-28 16:00 UTC`. Other text is returned unchanged.
  private static func minute(_ text: String) -> String {
    let parts = text.split(separator: "T")
    guard parts.count == 2, text.hasSuffix("Z"), parts[1].count >= 6 else { return text }
    return "\(parts[0]) \(parts[1].prefix(5)) UTC"
  }
}
