/// Curves over the epochs, as one inline SVG that needs no script.
struct LineChart {
  /// A curve.
  struct Series {
    /// How a curve is drawn; told apart without colour.
    enum Stroke: String { case solid, dashed, faint }

    /// One value, and what its tooltip says; a point without a tooltip is not drawn by itself.
    struct Point {
      var x: Double
      var y: Double
      var tooltip: String
    }

    /// Written at the curve's right end; none if empty.
    var label: String
    /// The number of the run, which chooses the colour.
    var run: Int
    var stroke: Stroke
    /// In order of x. Values that are no numbers leave a gap.
    var points: [Point]
    /// The x of the point that is marked as chosen.
    var chosen: Double?
  }

  /// What the vertical axis measures, with its unit.
  var title: String
  /// The whole chart in a sentence, for those who cannot see it.
  var summary: String
  var series: [Series]
  /// The last epoch on the horizontal axis.
  var lastEpoch: Double
  var scale: ChartScale
  /// Writes a value of the vertical axis.
  var format: (Double) -> String

  // The drawing's own units; it is scaled to the width of its column.
  private static let width = 380.0
  private static let height = 250.0
  private static let plot = (left: 44.0, top: 10.0, right: 303.0, bottom: 220.0)
  private static let labelDistance = 12.5

  /// The chart and its heading.
  var html: HTML {
    """
    <figure class="chart"><figcaption>\(title)</figcaption>
    <svg viewBox="0 0 \(Self.width) \(Self.height)" role="img" aria-label="\(summary)">
    \(grid)\(series.map(curve).joined())\(endLabels)</svg></figure>

    """
  }

  private var horizontal: ChartScale { .linear(0...max(1, lastEpoch)) }

  private func x(_ epoch: Double) -> Double {
    Self.plot.left + horizontal.position(of: epoch) * (Self.plot.right - Self.plot.left)
  }

  private func y(_ value: Double) -> Double {
    Self.plot.bottom - scale.position(of: value) * (Self.plot.bottom - Self.plot.top)
  }

  private var grid: HTML {
    let rows = scale.ticks.map { tick -> HTML in
      """
      <line class="grid" x1="\(Self.plot.left)" x2="\(Self.plot.right)" y1="\(y(tick))" y2="\(y(tick))"/>\
      <text class="tick" x="\(Self.plot.left - 6)" y="\(y(tick) + 3.5)" text-anchor="end">\(format(tick))</text>

      """
    }
    let columns = horizontal.ticks.filter { $0 == $0.rounded() }.map { tick -> HTML in
      """
      <text class="tick" x="\(x(tick))" y="\(Self.plot.bottom + 15)" text-anchor="middle">\(Int(tick))</text>

      """
    }
    let middle = (Self.plot.left + Self.plot.right) / 2
    return rows.joined() + columns.joined() + """
      <text class="tick" x="\(middle)" y="\(Self.plot.bottom + 28)" text-anchor="middle">epoch</text>

      """
  }

  private func curve(_ series: Series) -> HTML {
    let pieces = series.points.split { !$0.y.isFinite }
    let lines = pieces.filter { $0.count > 1 }.map { piece -> HTML in
      let places = piece.map { point -> HTML in "\(x(point.x)),\(y(point.y))" }.joined(separator: " ")
      return "<polyline class=\"\(series.stroke.rawValue)\" points=\"\(places)\"/>"
    }
    // Where the curve is made of few values each is worth a look; a curve of steps is drawn as a whole.
    let dots = pieces.flatMap { $0 }.filter { !$0.tooltip.isEmpty }.map { dot($0, of: series) }
    return "<g class=\"run\(series.run % Stylesheet.runColors)\">\(lines.joined())\(dots.joined())</g>\n"
  }

  private func dot(_ point: Series.Point, of series: Series) -> HTML {
    let isChosen = point.x == series.chosen
    let rule: HTML =
      isChosen
      ? "<line class=\"chosen\" x1=\"\(x(point.x))\" x2=\"\(x(point.x))\" y1=\"\(Self.plot.top)\" y2=\"\(Self.plot.bottom)\"/>"
      : .none
    let radius = isChosen ? 4.5 : series.points.count > 40 ? 0 : 1.8
    // The tooltip's target is larger than the dot, so that a finger or a hasty mouse finds it.
    return """
      \(rule)<circle class="\(isChosen ? "ring" : "dot")" cx="\(x(point.x))" cy="\(y(point.y))" r="\(radius)"/>\
      <circle class="target" cx="\(x(point.x))" cy="\(y(point.y))" r="6"><title>\(point.tooltip)</title></circle>
      """
  }

  private var endLabels: HTML {
    let labelled = series.compactMap { series in
      series.label.isEmpty ? nil : series.points.last { $0.y.isFinite }.map { (series, $0) }
    }
    let heights = LabelPlacement.spread(
      labelled.map { y($0.1.y) }, distance: Self.labelDistance, in: Self.plot.top + 4...Self.plot.bottom)
    return zip(labelled, heights).map { entry, height -> HTML in
      let (series, end) = entry
      return """
        <g class="run\(series.run % Stylesheet.runColors)"><polyline class="leader" \
        points="\(x(end.x) + 3),\(y(end.y)) \(x(end.x) + 9),\(height)"/>\
        <text class="label \(series.stroke.rawValue)" x="\(x(end.x) + 12)" y="\(height + 4)">\(series.label)</text></g>

        """
    }.joined()
  }
}
