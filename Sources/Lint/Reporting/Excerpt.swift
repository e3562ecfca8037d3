import LintModel
import LintSourceText

/// The line that a finding starts on, with carets under it.
struct Excerpt {
  /// Columns of the terminal that an excerpt takes at most, line number left out.
  private static let maximumWidth = 110
  private static let tabWidth = 4

  private let number: Int
  private let shown: String
  private let indent: Int
  private let carets: Int
  private let severity: Severity

  init(_ placed: PlacedFinding, _ table: LineTable) {
    number = placed.start.line
    severity = placed.finding.severity
    let line = table.line(containing: placed.finding.location.range.start)
    let start = placed.start.column - 1
    let end = placed.end.line == placed.start.line ? placed.end.column - 1 : Int.max
    // Each scalar as it is shown, and the columns it takes.
    var cells: [(text: String, width: Int)] = []
    for scalar in line.unicodeScalars {
      if scalar == "\t" {
        let used = cells.reduce(0) { $0 + $1.width }
        let width = Self.tabWidth - used % Self.tabWidth
        cells.append((String(repeating: " ", count: width), width))
      } else if scalar.properties.generalCategory == .control {
        cells.append(("\u{FFFD}", 1))
      } else {
        cells.append((String(scalar), DisplayWidth.of(scalar)))
      }
      // Minified code: show no more, and no caret further from the start of a line.
      if cells.count > start + 400 { break }
    }
    let window = Self.window(cells.map(\.width), around: min(start, cells.count))
    let before = window.lowerBound > 0 ? "..." : ""
    let after = window.upperBound < cells.count ? "..." : ""
    shown = before + cells[window].map(\.text).joined() + after
    let marked = min(max(start, window.lowerBound), window.upperBound)..<min(max(end, start), window.upperBound)
    indent = before.count + cells[window.lowerBound..<marked.lowerBound].reduce(0) { $0 + $1.width }
    carets = max(1, cells[marked].reduce(0) { $0 + $1.width })
  }

  /// The cells to show of a long line, so that the first marked one lies well inside.
  private static func window(_ widths: [Int], around start: Int) -> Range<Int> {
    var total = widths.reduce(0, +)
    guard total > maximumWidth else { return 0..<widths.count }
    var first = 0
    var lead = widths[..<start].reduce(0, +)
    while lead > maximumWidth / 2 {
      lead -= widths[first]
      first += 1
    }
    total = 0
    var end = first
    while end < widths.count, total + widths[end] <= maximumWidth {
      total += widths[end]
      end += 1
    }
    return first..<end
  }

  func text(_ style: Style) -> String {
    let number = String(number)
    let margin = String(repeating: " ", count: number.count + 1)
    let bar = style.blue("|")
    let marks = style.severity(severity, String(repeating: "^", count: carets))
    return """
      \(margin)\(bar)
      \(style.blue(number)) \(bar) \(shown)
      \(margin)\(bar) \(String(repeating: " ", count: indent))\(marks)

      """
  }
}

/// How many columns of a terminal a scalar takes.
enum DisplayWidth {
  static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    // East Asian wide and fullwidth, and pictographs.
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
      0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
