/// A line chart over epochs, as inline SVG without scripts.
struct LineChart {
  /// A curve.
  struct Series {
    /// The line style, which is distinguishable without color.
    enum Stroke: String { case solid, dashed, faint }

    /// A data point; points with an empty tooltip have no marker.
    struct Point {
      var x: Double
      var y: Double
      var tooltip: String
    }

    /// The label at the right end of the curve; empty for none.
    var label: String
    /// The index of the run, which selects the color.
    var run: Int
    var stroke: Stroke
    /// Sorted by x. Non-finite values leave a gap.
    var points: [Point]
    /// The x of the point to highlight, such as the best epoch.
    var highlighted: Double?
  }

  /// The quantity on the vertical axis, with its unit.
  var title: String
  /// A description for screen readers.
  var summary: String
  var series: [Series]
  /// The last epoch on the horizontal axis.
  var lastEpoch: Double
  var scale: ChartScale
  /// Formats the labels of the vertical axis.
  var format: (Double) -> String

  // In SVG user units; the chart scales to the width of its column.
  private static let width = 380.0
  private static let height = 250.0
  private static let plot = (left: 44.0, top: 10.0, right: 303.0, bottom: 220.0)
  private static let labelDistance = 12.5

  /// The chart with its title.
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
      let points = piece.map { point -> HTML in "\(x(point.x)),\(y(point.y))" }.joined(separator: " ")
      return "<polyline class=\"\(series.stroke.rawValue)\" points=\"\(points)\"/>"
    }
    // Only points with a tooltip (epochs, not steps) get a marker.
    let dots = pieces.flatMap { $0 }.filter { !$0.tooltip.isEmpty }.map { dot($0, of: series) }
    return "<g class=\"run\(series.run % Stylesheet.runColors)\">\(lines.joined())\(dots.joined())</g>\n"
  }

  private func dot(_ point: Series.Point, of series: Series) -> HTML {
    let isHighlighted = point.x == series.highlighted
    let rule: HTML =
      isHighlighted
      ? "<line class=\"chosen\" x1=\"\(x(point.x))\" x2=\"\(x(point.x))\" y1=\"\(Self.plot.top)\" y2=\"\(Self.plot.bottom)\"/>"
      : .none
    let radius = isHighlighted ? 4.5 : series.points.count > 40 ? 0 : 1.8
    // The hit area of the tooltip is larger than the marker, for touch screens.
    return """
      \(rule)<circle class="\(isHighlighted ? "ring" : "dot")" cx="\(x(point.x))" cy="\(y(point.y))" r="\(radius)"/>\
      <circle class="target" cx="\(x(point.x))" cy="\(y(point.y))" r="6"><title>\(point.tooltip)</title></circle>
      """
  }

  private var endLabels: HTML {
    let labeled = series.compactMap { series in
      series.label.isEmpty ? nil : series.points.last { $0.y.isFinite }.map { (series, $0) }
    }
    let heights = LabelPlacement.spread(
      labeled.map { y($0.1.y) }, distance: Self.labelDistance, in: Self.plot.top + 4...Self.plot.bottom)
    return zip(labeled, heights).map { entry, height -> HTML in
      let (series, end) = entry
      return """
        <g class="run\(series.run % Stylesheet.runColors)"><polyline class="leader" \
        points="\(x(end.x) + 3),\(y(end.y)) \(x(end.x) + 9),\(height)"/>\
        <text class="label \(series.stroke.rawValue)" x="\(x(end.x) + 12)" y="\(height + 4)">\(series.label)</text></g>

        """
    }.joined()
  }
}
