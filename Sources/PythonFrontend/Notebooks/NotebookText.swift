import LintModel
import LintSerialization
import LintSourceText

/// Reads the Python of a notebook: nbformat 3 and 4.
enum NotebookText {
  /// The cells, one after the other. Prose, magics and shell lines are blanked in place, so that lines stay lines.
  ///
  /// A notebook of another language than Python has no text.
  static func read(_ bytes: [UInt8]) throws(UndecodableFile) -> SourceText {
    let notebook: Notebook
    do throws(JSONCursor.Malformed) {
      notebook = try Notebook(bytes)
    } catch {
      throw UndecodableFile(message: "expected a notebook, found text that is not JSON; save it again with Jupyter")
    }
    guard let cells = notebook.cells else {
      throw UndecodableFile(message: "expected a notebook with 'cells' (nbformat 4) or 'worksheets' (3), found neither")
    }
    var text = SourceText(bytes: [])
    guard isPython(notebook) else { return text }
    for (index, cell) in cells.enumerated() where cell.kind == "code" || cell.kind == "markdown" {
      text.cells.append(
        .init(
          number: index + 1, start: UInt32(text.bytes.count), executionCount: cell.executionCount,
          error: cell.mayFail ? nil : cell.errors.first))
      if cell.kind == "markdown" {
        text.prose.append(.init(start: UInt32(text.bytes.count), bytes: cell.source))
        text.bytes += CellSource.cleared(cell.source)
        text.bytes.append(UInt8(ascii: "\n"))
        continue
      }
      var commands: [Range<Int>] = []
      let written = CellSource.dedented(cell.source)
      let source = CellSource.clearingMagics(written, &commands)
      for line in commands {
        text.commands.append(.init(start: UInt32(text.bytes.count + line.lowerBound), bytes: Array(written[line])))
      }
      text.bytes += showsSyntaxError(cell) ? CellSource.cleared(source) : source
      if text.bytes.last != UInt8(ascii: "\n") { text.bytes.append(UInt8(ascii: "\n")) }
    }
    return text
  }

  /// True if the stored output shows a syntax error: the cell demonstrates it.
  private static func showsSyntaxError(_ cell: Notebook.Cell) -> Bool {
    cell.errors.contains { ["SyntaxError", "IndentationError", "TabError"].contains($0) }
  }

  private static func isPython(_ notebook: Notebook) -> Bool {
    if let language = notebook.language { return language.hasPrefix("python") || language == "ipython" }
    // Kernels have any name that their users like; only those of other languages tell.
    return !["swift", "julia", "ir", "scala", "javascript", "sos"].contains { notebook.kernel.hasPrefix($0) }
  }
}
