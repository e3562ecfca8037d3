/// A place in a document: lines and columns count from 1, columns in Unicode scalars.
package struct Mark: Sendable, Hashable, CustomStringConvertible {
  package var path: String
  package var line: Int
  package var column: Int

  package init(path: String, line: Int, column: Int) {
    self.path = path
    self.line = line
    self.column = column
  }

  package var description: String { "\(path):\(line):\(column)" }
}
