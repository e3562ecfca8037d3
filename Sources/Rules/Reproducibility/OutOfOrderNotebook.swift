import LintModel
import LintRuleKit
import LintSourceText

/// The stored outputs of a notebook do not come from running it from top to bottom.
struct OutOfOrderNotebook: ProjectRule {
  enum Fact {
    case broken(String, at: SourceRange, symbol: String)
    case executing(NotebookExecution)
  }

  let options: NoOptions

  func facts(in file: SourceFile) -> [Fact] {
    if let execution = NotebookExecution(file) { return [.executing(execution)] }
    guard let (message, place) = flaw(of: file) else { return [] }
    return [.broken(message.text, at: place, symbol: file.symbol(of: nil))]
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    var sites: [NotebookExecution] = []
    for case .executing(let site) in facts.flatMap(\.facts) { sites.append(site) }
    for file in facts {
      for case .broken(let message, let range, let symbol) in file.facts
      // The site runs it again, so that no reader sees the stored outputs.
      where !sites.contains(where: { $0.runs(file.file.projectPath) }) {
        collector.add(
          Message(stringLiteral: message), at: Location(path: file.file.path, range: range), symbol: symbol)
      }
    }
  }

  private func flaw(of file: SourceFile) -> (message: Message, place: SourceRange)? {
    let cells = file.text.cells
    var last: (number: Int, count: Int)?
    for (index, cell) in cells.enumerated() where !isSpace(index, in: file.text) {
      let isLast = cells[(index + 1)...].allSatisfy { $0.executionCount == nil }
      if let error = cell.error, endsTheRun(error), isLast || isSetup(error) {
        return (.failed(error, in: cell.number), firstLine(of: index, in: file.text))
      }
      guard let count = cell.executionCount else { continue }
      // Equal numbers are cells of a notebook that was split or merged.
      if let last, count < last.count {
        return (.outOfOrder(cell.number, ran: count, after: last), firstLine(of: index, in: file.text))
      }
      last = (cell.number, count)
    }
    return nil
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
