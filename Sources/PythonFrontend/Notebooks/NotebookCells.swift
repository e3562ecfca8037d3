import LintModel
import LintSourceText
import PythonSyntax

/// Isolates broken cells of a notebook, so that the others are still read.
enum NotebookCells {
  /// The text with each cell blanked that does not parse on its own, and what is wrong with those.
  static func clearingBroken(_ text: SourceText) -> (text: SourceText, problems: [SyntaxProblem]) {
    var text = text
    var problems: [SyntaxProblem] = []
    for (index, cell) in text.cells.enumerated() {
      let end = index + 1 < text.cells.count ? Int(text.cells[index + 1].start) : text.bytes.count
      let range = Int(cell.start)..<end
      let tree = Tree.parse(utf8: Array(text.bytes[range]))
      guard !tree.errors.isEmpty else { continue }
      problems += tree.errors.map { error in
        var problem = SyntaxProblem(error, offset: cell.start)
        // What is missing at the end of a cell is missing in that cell, not at the start of the next.
        let last = UInt32(max(range.lowerBound, range.upperBound - 1))
        problem.range.start = min(problem.range.start, last)
        problem.range.end = min(max(problem.range.end, problem.range.start), last)
        return problem
      }
      for offset in range where text.bytes[offset] != UInt8(ascii: "\n") { text.bytes[offset] = UInt8(ascii: " ") }
    }
    return (text, problems)
  }
}

extension SyntaxProblem {
  init(_ error: ParseError, offset: UInt32 = 0) {
    self.init(
      message: error.message,
      range: SourceRange(start: error.range.lowerBound + offset, end: error.range.upperBound + offset))
  }
}
