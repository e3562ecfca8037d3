/// The confusion matrix and its most frequent confusions.
struct ConfusionSection {
  private let confusion: ConfusionMatrix
  private let shown: String?

  /// - Parameter shown: the name of the run if the report has several.
  init(_ confusion: ConfusionMatrix, of shown: String?) {
    self.confusion = confusion
    self.shown = shown
  }

  /// The number of classes at which the cells get smaller and the matrix takes the full width.
  static let manyClasses = 16
  /// The name length at which column headers are rotated.
  private static let longName = 4
  private static let namedConfusions = 8

  private var sizeClass: String {
    let isLong = confusion.classNames.contains { $0.count >= Self.longName }
    return (confusion.classNames.count >= Self.manyClasses ? " dense" : "") + (isLong ? " long" : "")
  }

  var html: HTML {
    """
    <section aria-labelledby="confusion"><h2 id="confusion">Confusion matrix</h2>
    <p class="note">\(shown.map { "\($0). " } ?? "")Test images by true class (row) and predicted class \
    (column). Mistakes are shaded by the square root of their count.</p>
    <div class="scroll" tabindex="0" role="region" aria-label="Confusion matrix">\
    <table class="confusion\(sizeClass)">
    <thead><tr><td></td>\(header)</tr></thead>
    <tbody>
    \(confusion.classNames.indices.map(row).joined())</tbody></table></div>
    <h3>Most frequent confusions</h3>
    \(confusionList)</section>

    """
  }

  private var header: HTML {
    confusion.classNames.map { "<th scope=\"col\">\($0)</th>" as HTML }.joined()
  }

  private func row(_ label: Int) -> HTML {
    let names = confusion.classNames
    let largest = Double(confusion.confusions.first?.count ?? 1)
    let cells = names.indices.map { predicted -> HTML in
      let count = confusion.counts[label][predicted]
      if label == predicted {
        let accuracy = confusion.accuracy(of: label)
        let tooltip =
          "\(names[label]) classified correctly: \(NumberFormat.integer(count)) (\(accuracy.map { NumberFormat.percent($0) } ?? "no images"))"
        return "<td class=\"right\" title=\"\(tooltip)\">\(count)</td>"
      }
      if count == 0 { return "<td class=\"zero\">0</td>" }
      let tooltip = "\(names[label]) predicted as \(names[predicted]): \(NumberFormat.integer(count))"
      return "<td style=\"--share:\((Double(count) / largest).squareRoot())\" title=\"\(tooltip)\">\(count)</td>"
    }
    return "<tr><th scope=\"row\">\(names[label])</th>\(cells.joined())</tr>\n"
  }

  private var confusionList: HTML {
    let confusions = confusion.confusions
    if confusions.isEmpty { return "<p>All test images were classified correctly.</p>\n" }
    let wrong = confusions.reduce(0) { $0 + $1.count }
    let items = confusions.prefix(Self.namedConfusions).map { entry -> HTML in
      let images = confusion.images(of: entry.label)
      return """
        <li><b>\(confusion.classNames[entry.label])</b> predicted as <b>\(confusion.classNames[entry.predicted])</b>: \
        \(NumberFormat.integer(entry.count)) of \(NumberFormat.integer(images)) \
        (\(NumberFormat.percent(Double(entry.count) / Double(max(1, images)), decimals: 1)))</li>

        """
    }
    let named = confusions.prefix(Self.namedConfusions).reduce(0) { $0 + $1.count }
    return """
      <ol class="words">\(items.joined())</ol>
      <p class="note">Total: \(NumberFormat.integer(named)) of \(NumberFormat.count(wrong, "mistake")) \
      (\(NumberFormat.percent(Double(named) / Double(wrong), decimals: 0))).</p>

      """
  }
}
