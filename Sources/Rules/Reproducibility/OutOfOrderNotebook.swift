import LintModel
import LintRuleKit
import LintSourceText

/// The stored outputs of a notebook do not come from running it from top to bottom.
struct OutOfOrderNotebook: FileRule {
  let options: NoOptions

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    let cells = file.text.cells
    var last: (number: Int, count: Int)?
    for (index, cell) in cells.enumerated() where !isSpace(index, in: file.text) {
      let isLast = cells[(index + 1)...].allSatisfy { $0.executionCount == nil }
      if let error = cell.error, endsTheRun(error), isLast || isSetup(error) {
        return collector.add(.failed(error, in: cell.number), at: firstLine(of: index, in: file.text), in: file)
      }
      guard let count = cell.executionCount else { continue }
      // Equal numbers are cells of a notebook that was split or merged.
      if let last, count < last.count {
        return collector.add(
          .outOfOrder(cell.number, ran: count, after: last), at: firstLine(of: index, in: file.text), in: file)
      }
      last = (cell.number, count)
    }
  }

  /// Whether an error is never shown on purpose; a lesson may show others.
  private func endsTheRun(_ error: String) -> Bool {
    switch error {
    case "KeyboardInterrupt", "ModuleNotFoundError", "ImportError", "FileNotFoundError", "OutOfMemoryError",
      "ResourceExhaustedError", "ConnectionError", "HTTPError", "PermissionError":
      true
    default: false
    }
  }

  /// Without its modules, a notebook cannot have run.
  private func isSetup(_ error: String) -> Bool { error == "ModuleNotFoundError" || error == "ImportError" }

  private func end(of cell: Int, in text: SourceText) -> Int {
    cell + 1 < text.cells.count ? Int(text.cells[cell + 1].start) : text.bytes.count
  }

  private func isSpace(_ cell: Int, in text: SourceText) -> Bool {
    text.bytes[Int(text.cells[cell].start)..<end(of: cell, in: text)].allSatisfy { $0 <= UInt8(ascii: " ") }
  }

  private func firstLine(of cell: Int, in text: SourceText) -> SourceRange {
    let bytes = text.bytes[Int(text.cells[cell].start)..<end(of: cell, in: text)]
    let start = bytes.firstIndex { $0 > UInt8(ascii: " ") } ?? bytes.startIndex
    let end = bytes[start...].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? bytes.endIndex
    return SourceRange(start: UInt32(start), end: UInt32(end))
  }
}

extension Message {
  fileprivate static func outOfOrder(_ cell: Int, ran count: Int, after last: (number: Int, count: Int)) -> Message {
    """
    cell \(cell) has execution count [\(count)], but cell \(last.number) above it has [\(last.count)]; restart \
    the kernel, run all cells and save
    """
  }

  fileprivate static func failed(_ error: String, in cell: Int) -> Message {
    "the stored run ended in cell \(cell) with \(error); restart the kernel, run all cells and save"
  }
}
