import LintProject
import LintSourceText

/// The codes that a repository's configuration of ruff or flake8 ignores in some of its files.
struct PerFileIgnores {
  private var codes: [(pattern: [UInt8], code: String)] = []

  init(_ repository: Repository?) {
    guard let repository else { return }
    for path in ["pyproject.toml", "ruff.toml", ".ruff.toml", ".flake8", "setup.cfg", "tox.ini"] {
      guard let text = repository.text(of: path) else { continue }
      let lines = text.bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
      if path.hasSuffix(".toml") { readToml(lines) } else { readIni(lines) }
    }
  }

  func covers(_ code: String, in path: String) -> Bool {
    let name = Array(Paths.name(of: path).utf8)
    let path = Array(path.utf8)
    return codes.contains { entry in
      code.hasPrefix(entry.code)
        && (Self.matches(entry.pattern[...], path[...]) || Self.matches(entry.pattern[...], name[...]))
    }
  }

  /// `"__init__.py" = ["F401"]` of a table, of an inline table or behind a dotted key.
  private mutating func readToml(_ lines: [String]) {
    var isInside = false
    var pattern: Substring?
    for line in lines {
      let text = line.drop(while: \.isWhitespace)
      let key = text.ranges(of: "per-file-ignores").first
      if key != nil, !text.hasPrefix("#") {
        isInside = true
      } else if text.hasPrefix("[") || text.first?.isLetter == true {
        isInside = false
      }
      guard isInside, !text.hasPrefix("#") else { continue }
      var rest = key.map { text[$0.upperBound...] } ?? text
      while let quote = rest.first(where: { $0 == "\"" || $0 == "'" || $0 == "#" }), quote != "#",
        let open = rest.firstIndex(of: quote)
      {
        let value = rest[rest.index(after: open)...].prefix { $0 != quote }
        rest = rest[value.endIndex...].dropFirst()
        if rest.drop(while: \.isWhitespace).first == "=" {
          pattern = value
        } else if let pattern {
          add(value, in: pattern)
        }
      }
    }
  }

  /// `__init__.py: F401, F403`
  private mutating func readIni(_ lines: [String]) {
    var isInside = false
    for line in lines {
      var text = line[...]
      if let key = line.ranges(of: "per-file-ignores").first {
        isInside = true
        text = line[key.upperBound...].drop { $0 == " " || $0 == "=" }
      } else if line.first?.isWhitespace != true {
        isInside = false
      }
      guard isInside, let colon = text.firstIndex(of: ":") else { continue }
      for pattern in text[..<colon].split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
        for code in text[colon...].dropFirst().split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
          add(code, in: pattern)
        }
      }
    }
  }

  private mutating func add(_ code: Substring, in pattern: Substring) {
    guard !code.isEmpty else { return }
    let plain =
      pattern.hasPrefix("./") ? pattern.dropFirst(2) : pattern.hasPrefix("**/") ? pattern.dropFirst(3) : pattern
    codes.append((Array(plain.utf8), code == "ALL" ? "" : String(code)))
  }

  /// Both tools let `*` span folders.
  private static func matches(_ pattern: ArraySlice<UInt8>, _ path: ArraySlice<UInt8>) -> Bool {
    var (token, index) = (pattern.startIndex, path.startIndex)
    var star: (token: Int, index: Int)?
    while index < path.endIndex {
      if token < pattern.endIndex, pattern[token] == UInt8(ascii: "*") {
        star = (token + 1, index)
        token += 1
      } else if token < pattern.endIndex, pattern[token] == path[index] || pattern[token] == UInt8(ascii: "?") {
        token += 1
        index += 1
      } else if let last = star {
        star = (last.token, last.index + 1)
        (token, index) = (last.token, last.index + 1)
      } else {
        return false
      }
    }
    return pattern[token...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
