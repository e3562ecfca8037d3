import FoundationEssentials

/// The most confident misclassifications, with their images.
struct MistakeSection {
  private let run: RecordedRun
  private let shown: String?

  /// - Parameter shown: the name of the run if the report has several.
  init(_ run: RecordedRun, of shown: String?) {
    self.run = run
    self.shown = shown
  }

  var html: HTML {
    guard let mistakes = run.mistakes, !mistakes.isEmpty else { return .none }
    return """
      <section aria-labelledby="mistakes"><h2 id="mistakes">Most confident mistakes</h2>
      <p class="note">\(shown.map { "\($0). " } ?? "")Misclassified test images by confidence: true class, \
      prediction and its probability. Some may be labeling errors.</p>
      <ol class="mistakes">
      \(mistakes.map(figure).joined())</ol></section>

      """
  }

  private func figure(_ mistake: RecordedMistake) -> HTML {
    let truth = name(of: mistake.label)
    let prediction = name(of: mistake.predicted)
    let png = PNG.encode(height: mistake.height, width: mistake.width, gray: mistake.pixels)
    let isNearlyCertain = mistake.confidence > 0.99985 && mistake.confidence < 1
    let confidence = isNearlyCertain ? "> 99.98\u{202f}%" : NumberFormat.percent(mistake.confidence)
    return """
      <li title="test image \(mistake.index)"><img src="data:image/png;base64,\(Data(png).base64EncodedString())" \
      width="84" height="84" alt="Test image \(mistake.index): \(truth), predicted as \(prediction)">\
      <p><b>\(truth)</b> <span class="as">predicted</span> <b class="wrong">\(prediction)</b><br><span class="sure">\(confidence)\
      </span></p></li>

      """
  }

  private func name(of label: Int) -> String {
    let names = run.result?.confusion?.classNames ?? []
    return names.indices.contains(label) ? names[label] : "class \(label)"
  }
}
