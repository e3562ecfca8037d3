/// Leaderboards as plain text and Markdown tables.
public struct LeaderboardTable {
  private let boards: [Leaderboard]

  public init(_ boards: [Leaderboard]) { self.boards = boards }

  /// Aligned columns; local runs are marked with `>`.
  public var text: String {
    boards.map { board in
      let rows = [Self.header] + board.entries.map(Self.row)
      let widths = Self.header.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
      let lines = zip(rows, [false] + board.entries.map(\.isLocal)).map { row, isLocal in
        let cells = row.indices.map { Self.pad(row[$0], to: widths[$0], right: Self.numeric.contains($0)) }
        return (isLocal ? "> " : "  ") + Self.trimmed(cells.joined(separator: "  ")) + "\n"
      }
      let rest = board.unranked.map { "  not ranked: \(Self.plain($0.run)): \(Self.plain($0.reason))\n" }
      return "\(Self.title(of: board))\n\n\(lines.joined())\(rest.isEmpty ? "" : "\n")\(rest.joined())"
        + Self.closing(of: board)
    }.joined(separator: "\n")
  }

  /// One section and table per dataset; local runs are bold.
  public var markdown: String {
    boards.map { board in
      let rule = Self.header.indices.map { Self.numeric.contains($0) ? "---:" : "---" }
      let rows = board.entries.map { entry in
        Self.row(entry).map { cell in
          let escaped = Self.escaped(cell)
          return entry.isLocal && !cell.isEmpty ? "**\(escaped)**" : escaped
        }
      }
      let table = ([Self.header, rule] + rows).map { "| \($0.joined(separator: " | ")) |\n" }.joined()
      let rest = board.unranked.map { "- Not ranked: \(Self.escaped($0.run)): \(Self.escaped($0.reason))\n" }
      return "## \(Self.escaped(Self.title(of: board)))\n\n\(table)\(rest.isEmpty ? "" : "\n")\(rest.joined())"
        + Self.closing(of: board)
    }.joined(separator: "\n")
  }

  private static let header = ["rank", "test accuracy", "model", "parameters", "multiply-adds", "time", "run"]
  private static let numeric: Set = [0, 1, 3, 4, 5]

  private static func row(_ entry: Leaderboard.Entry) -> [String] {
    [
      "\(entry.rank)", NumberFormat.percent(entry.testAccuracy), plain(entry.model),
      entry.parameters.map { NumberFormat.integer($0) } ?? "",
      entry.multiplyAdds.map { NumberFormat.integer($0) } ?? "",
      entry.seconds.map(NumberFormat.duration) ?? "", plain(entry.run ?? "published"),
    ]
  }

  private static func title(of board: Leaderboard) -> String {
    let notes = DatasetNotes(of: board.dataset)
    return "\(plain(notes.title)), \(notes.testSplit), best first"
  }

  private static func closing(of board: Leaderboard) -> String {
    DatasetNotes(of: board.dataset).attribution.map { "\nData: \($0)\n" } ?? ""
  }

  /// Replaces control characters, which could affect the terminal.
  private static func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{fffd}" : $0 }))
  }

  private static func escaped(_ text: String) -> String {
    plain(text).map { "\\`*_[]<>|#".contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  private static func pad(_ text: String, to width: Int, right: Bool) -> String {
    let space = String(repeating: " ", count: max(0, width - text.count))
    return right ? space + text : text + space
  }

  private static func trimmed(_ text: String) -> String {
    String(text.reversed().drop { $0 == " " }.reversed())
  }
}
