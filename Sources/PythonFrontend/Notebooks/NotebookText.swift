import Foundation
import Lint

/// Reads the Python of a notebook: nbformat 3 and 4.
enum NotebookText {
  /// The code cells, one after the other. Magics and shell lines are blanked in place, so that lines stay lines.
  ///
  /// A notebook of another language than Python has no text.
  static func read(_ bytes: [UInt8]) throws(UndecodableFile) -> SourceText {
    let document: Any
    do {
      document = try JSONSerialization.jsonObject(with: Data(bytes))
    } catch {
      throw UndecodableFile(message: "expected a notebook, found text that is not JSON; save it again with Jupyter")
    }
    guard let notebook = document as? [String: Any], let cells = cells(of: notebook) else {
      throw UndecodableFile(message: "expected a notebook with 'cells' (nbformat 4) or 'worksheets' (3), found neither")
    }
    var text = SourceText(bytes: [])
    guard isPython(notebook) else { return text }
    for (index, cell) in cells.enumerated() where cell["cell_type"] as? String == "code" {
      text.cells.append(.init(number: index + 1, start: UInt32(text.bytes.count)))
      let source = CellSource.blankingMagics(source(of: cell))
      text.bytes += showsSyntaxError(cell) ? CellSource.blanked(source) : source
      if text.bytes.last != UInt8(ascii: "\n") { text.bytes.append(UInt8(ascii: "\n")) }
    }
    return text
  }

  private static func cells(of notebook: [String: Any]) -> [[String: Any]]? {
    if let cells = notebook["cells"] as? [[String: Any]] { return cells }
    guard let worksheets = notebook["worksheets"] as? [[String: Any]] else { return nil }
    return worksheets.flatMap { $0["cells"] as? [[String: Any]] ?? [] }
  }

  /// `source` in nbformat 4, `input` in 3; a list of lines or one string.
  private static func source(of cell: [String: Any]) -> [UInt8] {
    switch cell["source"] ?? cell["input"] {
    case let lines as [String]: lines.flatMap(\.utf8)
    case let text as String: Array(text.utf8)
    default: []
    }
  }

  /// True where the stored output says that the cell is no Python: it teaches what goes wrong.
  private static func showsSyntaxError(_ cell: [String: Any]) -> Bool {
    let outputs = cell["outputs"] as? [[String: Any]] ?? []
    return outputs.contains { ["SyntaxError", "IndentationError", "TabError"].contains($0["ename"] as? String) }
  }

  private static func isPython(_ notebook: [String: Any]) -> Bool {
    let metadata = notebook["metadata"] as? [String: Any] ?? [:]
    let info = metadata["language_info"] as? [String: Any]
    let kernel = metadata["kernelspec"] as? [String: Any]
    if let language = info?["name"] as? String ?? kernel?["language"] as? String {
      return language.lowercased().hasPrefix("python") || language.lowercased() == "ipython"
    }
    // Kernels have any name that their users like; only those of other languages tell.
    let name = (kernel?["name"] as? String ?? "").lowercased()
    return !["swift", "julia", "ir", "scala", "javascript", "sos"].contains { name.hasPrefix($0) }
  }
}
