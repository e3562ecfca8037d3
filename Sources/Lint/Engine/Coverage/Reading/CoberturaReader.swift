import LintModel
import LintSerialization

/// Reads Cobertura XML: `coverage/packages/package/classes/class[filename]/lines/line[number, hits]`.
struct CoberturaReader {
  private var report: CoverageReport
  private var path: String?
  private var lines = LineCoverage()
  private var isSource = false

  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ name: String
  ) throws(CoverageError) -> CoverageReport {
    var reader = CoberturaReader(report: CoverageReport(kind: .cobertura, name: name))
    var cursor = XMLCursor(bytes)
    var isFirst = true
    while true {
      let start = cursor.offset
      let event: XMLCursor.Event?
      do throws(XMLCursor.Malformed) {
        event = try cursor.next()
      } catch {
        throw CoverageError(
          "invalid XML: \(error.problem); regenerate the report", at: error.offset, in: bytes, of: name)
      }
      guard let event else { return reader.report }
      if isFirst, case .open(let root, let attributes) = event {
        isFirst = false
        guard root == "coverage", attributes["clover"] == nil else {
          let found = root == "coverage" ? "Clover's" : "'\(root)'"
          throw CoverageError(
            "expected Cobertura XML, whose root element is 'coverage', found \(found); write Cobertura XML or LCOV instead",
            at: start, in: bytes, of: name)
        }
      }
      if let problem = reader.take(event) { throw CoverageError(problem, at: start, in: bytes, of: name) }
    }
  }

  /// Returns what is wrong with the event.
  private mutating func take(_ event: XMLCursor.Event) -> String? {
    switch event {
    case .open("coverage", let attributes):
      // coverage.py writes milliseconds, as Cobertura did; others write seconds.
      if let stamp = attributes["timestamp"].flatMap(Double.init), stamp > 0 {
        report.time = stamp > 1e11 ? stamp / 1000 : stamp
      }
    case .open("source", _): isSource = true
    case .close("source"): isSource = false
    case .text(let text) where isSource:
      let folder = text.trimmed
      if !folder.isEmpty { report.sources.append(folder) }
    case .open("class", let attributes):
      guard let file = attributes["filename"] else {
        return "this class has no 'filename'; expected the path of its source"
      }
      path = file
      lines = LineCoverage()
    case .close("class"):
      if let path { report.add(lines, to: path) }
      path = nil
    case .open("line", let attributes):
      guard path != nil else { break }
      guard let number = attributes["number"].flatMap({ Int($0) }), let hits = attributes["hits"].flatMap(Double.init)
      else { return "this line lacks a numeric 'number' or 'hits'" }
      // Methods list their lines once more.
      let isNew = !lines.reached.contains(number) && !lines.missing.contains(number)
      lines.note(number, isReached: hits > 0)
      if isNew, attributes["branch"] == "true", let text = attributes["condition-coverage"] { addBranches(text) }
    default: break
    }
    return nil
  }

  /// `50% (1/2)`
  private mutating func addBranches(_ text: String) {
    guard let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close else { return }
    let parts = text[text.index(after: open)..<close].split(separator: "/").compactMap { Int($0) }
    guard parts.count == 2 else { return }
    lines.takenBranches += parts[0]
    lines.branches += parts[1]
  }
}
