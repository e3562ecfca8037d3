import Foundation

/// The images that the network got wrong while it was most sure.
struct MistakeSection {
  private let run: RecordedRun
  private let shown: String?

  /// - Parameter shown: how the run is called, where the report has several.
  init(_ run: RecordedRun, of shown: String?) {
    self.run = run
    self.shown = shown
  }

  var html: HTML {
    guard let mistakes = run.mistakes, !mistakes.isEmpty else { return .none }
    return """
      <section aria-labelledby="mistakes"><h2 id="mistakes">The most confident mistakes</h2>
      <p class="note">\(shown.map { "\($0). " } ?? "")Test images that were read wrong, the surest first: true class, what was \
      read, and how sure the network was. Some may be wrong labels.</p>
      <ol class="mistakes">
      \(mistakes.map(figure).joined())</ol></section>

      """
  }

  private func figure(_ mistake: RecordedMistake) -> HTML {
    let truth = name(of: mistake.label)
    let read = name(of: mistake.predicted)
    let png = PNG.encode(height: mistake.height, width: mistake.width, gray: mistake.pixels)
    let isNearlySure = mistake.confidence > 0.99985 && mistake.confidence < 1
    let confidence = isNearlySure ? "> 99.98\u{202f}%" : Figures.percent(mistake.confidence)
    return """
      <li title="test image \(mistake.index)"><img src="data:image/png;base64,\(Data(png).base64EncodedString())" \
      width="84" height="84" alt="Test image \(mistake.index): \(truth), read as \(read)">\
      <p><b>\(truth)</b> <span class="as">read as</span> <b class="wrong">\(read)</b><br><span class="sure">\(confidence)\
      </span></p></li>

      """
  }

  private func name(of label: Int) -> String {
    let names = run.result?.confusion?.classNames ?? []
    return names.indices.contains(label) ? names[label] : "class \(label)"
  }
}
