/// The lines of a Python file that are excluded from coverage: `# pragma: no cover`, and what the configuration
/// adds to that. Most tools leave them out of the report themselves; not all do.
struct ExcludedLines {
  private let expressions: [Regex<AnyRegexOutput>]

  init(_ settings: CoverageSettings) throws(CoverageError) {
    var expressions: [Regex<AnyRegexOutput>] = []
    for text in settings.excludedLines {
      do {
        expressions.append(try Regex(text))
      } catch {
        throw CoverageError(
          "the coverage configuration excludes lines with '\(text)', which is not a supported regular expression")
      }
    }
    self.expressions = expressions
  }

  /// Line numbers from 1: lines that match, and the whole block where such a line opens one.
  func lines(of text: [UInt8]) -> Set<Int> {
    let lines = String(decoding: text, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var result: Set<Int> = []
    var index = 0
    while index < lines.count {
      let line = lines[index]
      guard expressions.contains(where: { (try? $0.firstMatch(in: line)) != nil }) else {
        index += 1
        continue
      }
      let depth = Self.indent(line)
      let first = index
      // A decorator stands for what it decorates.
      while index < lines.count, lines[index].dropFirst(depth).first == "@" { index += 1 }
      let opens =
        index < lines.count && Self.code(lines[index]).last.map { $0 == ":" || $0 == "(" || $0 == "," } ?? false
      index += 1
      if opens {
        while index < lines.count, Self.isInside(lines[index], deeperThan: depth) { index += 1 }
      }
      result.formUnion((first + 1)...max(index, first + 1))
    }
    return result
  }

  private static func isInside(_ line: Substring, deeperThan depth: Int) -> Bool {
    if line.allSatisfy(\.isWhitespace) { return true }
    // The closing line of a signature is at the depth of its `def`.
    return indent(line) > depth || indent(line) == depth && line.dropFirst(depth).first == ")"
  }

  private static func indent(_ line: Substring) -> Int { line.prefix { $0 == " " || $0 == "\t" }.count }

  /// A line without its comment, roughly.
  private static func code(_ line: Substring) -> Substring {
    var code = line.firstIndex(of: "#").map { line[..<$0] } ?? line
    while code.last?.isWhitespace == true { code.removeLast() }
    return code
  }
}
