/// The confusion matrix, and its largest entries in words.
struct ConfusionSection {
  private let confusion: ConfusionMatrix
  private let shown: String?

  /// - Parameter shown: the run that it is of, where the report has several.
  init(_ confusion: ConfusionMatrix, of shown: String?) {
    self.confusion = confusion
    self.shown = shown
  }

  /// From this many classes on, the cells are set smaller, and the matrix takes the width of the page.
  static let manyClasses = 16
  /// From this many characters on, the names of the columns stand upright.
  private static let longName = 4
  private static let namedConfusions = 8

  private var sizeClass: String {
    let isLong = confusion.classNames.contains { $0.count >= Self.longName }
    return (confusion.classNames.count >= Self.manyClasses ? " dense" : "") + (isLong ? " long" : "")
  }

  var html: HTML {
    """
    <section aria-labelledby="confusion"><h2 id="confusion">What is read as what</h2>
    <p class="note">\(shown.map { "\($0). " } ?? "")Test images: a row for each true class, a column for each class that was \
    read. Mistakes are shaded by the square root of their count.</p>
    <div class="scroll" tabindex="0" role="region" aria-label="Confusion matrix">\
    <table class="confusion\(sizeClass)">
    <thead><tr><td></td>\(header)</tr></thead>
    <tbody>
    \(confusion.classNames.indices.map(row).joined())</tbody></table></div>
    <h3>The largest confusions</h3>
    \(inWords)</section>

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
          "\(names[label]) read right: \(Figures.count(count)) (\(accuracy.map { Figures.percent($0) } ?? "no image"))"
        return "<td class=\"right\" title=\"\(tooltip)\">\(count)</td>"
      }
      if count == 0 { return "<td class=\"zero\">0</td>" }
      let tooltip = "\(names[label]) read as \(names[predicted]): \(Figures.count(count))"
      return "<td style=\"--share:\((Double(count) / largest).squareRoot())\" title=\"\(tooltip)\">\(count)</td>"
    }
    return "<tr><th scope=\"row\">\(names[label])</th>\(cells.joined())</tr>\n"
  }

  private var inWords: HTML {
    let confusions = confusion.confusions
    if confusions.isEmpty { return "<p>Not one test image was read wrong.</p>\n" }
    let wrong = confusions.reduce(0) { $0 + $1.count }
    let items = confusions.prefix(Self.namedConfusions).map { entry -> HTML in
      let images = confusion.images(of: entry.label)
      return """
        <li><b>\(confusion.classNames[entry.label])</b> read as <b>\(confusion.classNames[entry.predicted])</b>: \
        \(Figures.count(entry.count)) of \(Figures.count(images)) \
        (\(Figures.percent(Double(entry.count) / Double(max(1, images)), decimals: 1)))</li>

        """
    }
    let named = confusions.prefix(Self.namedConfusions).reduce(0) { $0 + $1.count }
    return """
      <ol class="words">\(items.joined())</ol>
      <p class="note">Together \(Figures.count(named)) of \(Figures.count(wrong, "mistake")) \
      (\(Figures.percent(Double(named) / Double(wrong), decimals: 0))).</p>

      """
  }
}
