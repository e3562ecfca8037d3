import LintModel
import LintSourceText

/// A finding with everything that requires the file's text, such as line and column.
package struct PlacedFinding: Sendable {
  package var finding: Finding
  package var fingerprint: String
  package var start: Position
  package var end: Position
  /// The notebook cell's number.
  package var cell: Int?
  package var related: [Related]

  package struct Related: Sendable {
    var path: String
    var cell: Int?
    var position: Position
    var message: String
  }

  init(_ finding: Finding, fingerprint: String, _ places: Places) {
    self.finding = finding
    self.fingerprint = fingerprint
    let table = places.table(of: finding.location.path)
    start = table.position(of: finding.location.range.start)
    end = table.position(of: finding.location.range.end)
    cell = table.cell(of: finding.location.range.start)?.number
    related = finding.related.map {
      let table = places.table(of: $0.location.path)
      let start = $0.location.range.start
      return Related(
        path: $0.location.path, cell: table.cell(of: start)?.number, position: table.position(of: start),
        message: $0.message)
    }
  }

  package var path: String { finding.location.path }

  /// `path:12:9`; in a notebook `path:cell 3:12:9`.
  var place: String { Self.place(path, cell, start) }

  static func place(_ path: String, _ cell: Int?, _ position: Position) -> String {
    "\(path):\(cell.map { "cell \($0):" } ?? "")\(position.line):\(position.column)"
  }
}
