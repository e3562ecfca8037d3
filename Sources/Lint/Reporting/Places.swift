import LintSourceText

/// Line tables of the files that a report shows, each made once.
struct Places {
  private let tables: [String: LineTable]
  private let empty = LineTable(SourceText(bytes: []))

  init(_ texts: [String: SourceText]) { tables = texts.mapValues { LineTable($0) } }

  func table(of path: String) -> LineTable { tables[path] ?? empty }
}
