/// The head of the report of one run: what it reached, on what, and at what cost.
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
    \(testScore)\(holdoutScore)</div>
    <dl class="facts">
    \(facts.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>\n" as HTML }.joined())</dl>
    \(notes.attribution.map(Self.attribution) ?? .none)</header>

    """
  }

  /// The line that the data's licence asks for.
  static func attribution(_ text: String) -> HTML { "<p class=\"attribution\">Data: \(text)</p>\n" }

  private var subtitle: String {
    let parts = [run.recipe.map { "recipe \($0)" }, run.seed.map { "seed \($0)" }, "run \(run.name)"]
    return parts.compactMap { $0 }.joined(separator: " · ")
  }

  private var testScore: HTML {
    guard let accuracy = run.result?.testAccuracy else {
      return """
        <div class="score"><p class="figure none">\u{2013}</p><h2>Test accuracy</h2><p>Not known yet. It is measured once, \
        on the \(notes.testSplit), when training is over.</p></div>

        """
    }
    let images = run.result?.confusion?.total
    let measured = images.map { "\(notes.testSplit), \(Figures.count($0, "image"))" } ?? notes.testSplit
    let interval = images.flatMap { ConfidenceInterval(accuracy: accuracy, count: $0) }.map {
      " By the choice of images alone it could lie between \(Figures.percent($0.lower)) and \(Figures.percent($0.upper)) (95\u{202f}%)."
    }
    return """
      <div class="score"><p class="figure">\(Self.large(accuracy))</p><h2>Test accuracy</h2><p>On the \(measured): never \
      trained on, and never used to choose anything.\(interval ?? "")</p></div>

      """
  }

  private var holdoutScore: HTML {
    guard let accuracy = run.holdoutAccuracy else { return .none }
    let epoch = run.bestEpoch.map { " epoch \($0)" } ?? " the best epoch"
    let purpose = run.result == nil ? "The best so far, after\(epoch)." : "It chose\(epoch), so it flatters a little."
    return """
      <div class="score second"><p class="figure">\(Self.large(accuracy))</p><h2>Hold-out accuracy</h2><p>On a part of the \
      training split that was set aside. \(purpose)\(notes.caution.map { " \($0)" } ?? "")</p></div>

      """
  }

  /// A percentage with its sign set smaller.
  private static func large(_ accuracy: Double) -> HTML {
    "\(Figures.decimal(100 * accuracy, 2))<small>\u{202f}%</small>"
  }

  private var facts: [(String, String)] {
    let result = run.result
    let epochs = run.plannedEpochs.flatMap { $0 == 0 ? nil : $0 }.map { planned in
      run.bestEpoch.map { "\(planned), best \($0)" } ?? "\(planned)"
    }
    let kernel = [run.setting("kernel"), run.setting("threads").map { $0 == "1" ? "1 thread" : "\($0) threads" }]
      .compactMap { $0 }
    let all: [(String, String?)] = [
      ("parameters", result?.parameters.map { Figures.count($0) }),
      ("multiply-adds an image", result?.multiplyAdds.map { Figures.count($0) }),
      (result == nil ? "time so far" : "time in all", run.seconds.map(Figures.duration)),
      ("images a second", (result?.imagesPerSecond ?? run.epochs.last?.imagesPerSecond).map(Figures.rounded)),
      ("epochs", epochs),
      ("seed", run.seed),
      ("test accuracy, unshifted", result?.testAccuracyWithoutShifts.map { Figures.percent($0) }),
      ("test loss", result?.testLoss.map(Figures.quantity)),
      ("kernel", kernel.isEmpty ? nil : kernel.joined(separator: ", ")),
      ("finished", result?.finished.map(Self.minute)),
    ]
    return all.compactMap { fact in fact.1.map { (fact.0, $0) } }
  }

  /// An ISO 8601 time without its seconds: `2026-11-28 16:00 UTC`. Another text is left as it is.
  private static func minute(_ text: String) -> String {
    let parts = text.split(separator: "T")
    guard parts.count == 2, text.hasSuffix("Z"), parts[1].count >= 6 else { return text }
    return "\(parts[0]) \(parts[1].prefix(5)) UTC"
  }
}
