/// Where the keys of a TOML document stand, which its parser does not tell: tables' headers, and keys at the start of a
/// line. What stands inside a value has the place of the value.
struct TOMLMarks {
  private var keys: [[String]: Mark] = [:]
  private var values: [[String]: Mark] = [:]
  private let start: Mark

  init(_ text: String, path: String) {
    start = Mark(path: path, line: 1, column: 1)
    var table: [String] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let content = line.drop { $0 == " " || $0 == "\t" }
      let indent = line.unicodeScalars.count - content.unicodeScalars.count
      let mark = Mark(path: path, line: index + 1, column: indent + 1)
      if content.hasPrefix("[") {
        let parts = Self.parts(content.drop { $0 == "[" }.prefix { $0 != "]" })
        guard content.contains("]"), !parts.isEmpty else { continue }
        table = parts
        if keys[table] == nil { keys[table] = mark }
      } else if let sign = content.firstIndex(of: "="), !content.hasPrefix("#") {
        let parts = Self.parts(content[..<sign])
        guard !parts.isEmpty else { continue }
        let value = content[content.index(after: sign)...].drop { $0 == " " || $0 == "\t" }
        let column = mark.column + content[..<value.startIndex].unicodeScalars.count
        for length in 1...parts.count where keys[table + parts.prefix(length)] == nil {
          keys[table + parts.prefix(length)] = mark
        }
        values[table + parts] = Mark(path: path, line: mark.line, column: column)
      }
    }
  }

  func key(_ path: [String]) -> Mark { nearest(path) { keys[$0] } }
  func value(_ path: [String]) -> Mark { nearest(path) { values[$0] ?? keys[$0] } }

  /// The place of the path, or of the nearest thing around it.
  private func nearest(_ path: [String], _ mark: ([String]) -> Mark?) -> Mark {
    for length in stride(from: path.count, to: 0, by: -1) {
      let prefix = Array(path.prefix(length))
      if let found = mark(prefix) ?? values[prefix] { return found }
    }
    return start
  }

  /// Splits a dotted key; empty where it is not one.
  private static func parts(_ key: Substring) -> [String] {
    var parts = [""]
    var quote: Character?
    for character in key {
      if let open = quote {
        if character == open { quote = nil } else { parts[parts.count - 1].append(character) }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "." {
        parts.append("")
      } else if character != " ", character != "\t" {
        parts[parts.count - 1].append(character)
      }
    }
    return quote == nil && !parts.contains("") ? parts : []
  }
}
