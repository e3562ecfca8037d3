import LintSerialization

/// A notebook made of an example's text. A line such as `# %% [3] NameError` begins a cell that was run as the third and
/// stored that error, and `# %% [markdown]` one of prose; without such lines there is one cell that never ran.
enum ExampleNotebook {
  /// What a line that begins a cell begins with.
  static let mark = "# %%"

  static func json(_ source: String) -> String {
    var cells: [[String]] = [[]]
    // By bytes: a Windows line end is one character, and no `\n`.
    for bytes in source.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let line = String(decoding: bytes, as: UTF8.self)
      // Comments above the first of these lines are part of its cell.
      if line.hasPrefix(mark), !cells[cells.count - 1].allSatisfy({ $0.hasPrefix("# ") && !$0.hasPrefix(mark) }) {
        cells.append([])
      }
      cells[cells.count - 1].append(line)
    }
    var writer = JSONWriter(isPretty: false)
    writer.object { book in
      book.key("cells")
      book.array(cells) { write($1, to: &$0) }
      book.key("metadata")
      book.object { _ in }
      book.key("nbformat", 4)
      book.key("nbformat_minor", 5)
    }
    return String(decoding: writer.finish(), as: UTF8.self)
  }

  private static func write(_ lines: [String], to writer: inout JSONWriter) {
    let head = lines.first { $0.hasPrefix(mark) }?.dropFirst(mark.count) ?? ""
    let marks = head.split { " []\r".contains($0) }.map(String.init)
    let isProse = marks.first == "markdown"
    writer.object { cell in
      cell.key("cell_type", isProse ? "markdown" : "code")
      cell.key("execution_count", marks.first.flatMap { Int($0) })
      cell.key("metadata")
      cell.object { _ in }
      cell.key("outputs")
      cell.array(isProse ? [] : marks.dropFirst()) { writer, error in
        writer.object { output in
          output.key("ename", error)
          output.key("output_type", "error")
        }
      }
      cell.key("source", lines.joined(separator: "\n"))
    }
  }
}
