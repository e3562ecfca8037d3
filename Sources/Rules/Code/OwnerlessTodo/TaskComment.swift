import LintModel
import LintSourceText

/// A comment that marks a task, such as a TODO, and whether it has an owner or an issue.
struct TaskComment {
  /// `TODO`, `FIXME`, `XXX`, `HACK`.
  var word: String
  /// The range of the word.
  var range: SourceRange
  /// Whether it has an issue, a link, a person, or a version or date when it is due.
  var isOwned: Bool

  /// Its text may be on the next line.
  init(_ tagged: TaggedComment, in file: SourceFile) {
    let bytes = file.text.bytes
    let end = min(Int(tagged.range.end), bytes.count)
    var start = Int(tagged.range.start)
    while start < end, !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[start]) { start += 1 }
    var stop = start
    while stop < end, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[stop]) { stop += 1 }
    word = String(decoding: bytes[start..<stop], as: UTF8.self)
    range = SourceRange(start: UInt32(start), end: UInt32(stop))
    let rest = String(decoding: bytes[stop..<end], as: UTF8.self)
    isOwned = Self.namesOwner(rest) || Self.pointsElsewhere(rest + Self.continuation(after: end, in: file))
  }

  /// The comment lines that follow directly.
  private static func continuation(after end: Int, in file: SourceFile) -> String {
    let bytes = file.text.bytes
    let sign = file.language == .swift ? UInt8(ascii: "/") : UInt8(ascii: "#")
    var text: [UInt8] = []
    var index = end
    for _ in 0..<6 {
      guard let newline = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) else { break }
      let next = newline + 1
      let stop = bytes[next...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let line = bytes[next..<stop].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      guard line.first == sign else { break }
      // The next task has a text of its own.
      let words = line.drop { $0 == sign || $0 == UInt8(ascii: " ") }
      if ["TODO", "FIXME", "XXX", "HACK"].contains(where: { words.starts(with: $0.utf8) }) { break }
      text += line
      text.append(UInt8(ascii: "\n"))
      index = stop
      if index >= bytes.count { break }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// `(name)`, `[name]`, `@name` directly after the word, or `(name)`, `(name, name)` and `name:` after a space.
  private static func namesOwner(_ rest: String) -> Bool {
    let text = rest.drop { $0 == " " || $0 == ":" || $0 == "-" }
    guard let first = text.first else { return false }
    if first == "@" { return true }
    if first == "(" || first == "[" || first == "<" {
      let inside = text.dropFirst().prefix { $0 != ")" && $0 != "]" && $0 != ">" }
      guard !inside.isEmpty else { return false }
      // `TODO(someone)`; a remark in brackets after a space is prose, unless it is names.
      if first != "<", rest.first == first || rest.hasPrefix(": [") { return inside.split(separator: " ").count <= 3 }
      // `TODO (numpy 2.3)`: when it is due.
      if inside.split(whereSeparator: { $0 == " " }).last.map(isVersion) == true { return true }
      return inside.split { ",/&+".contains($0) }.allSatisfy(isPerson)
    }
    let word = text.prefix { $0 != ":" && $0 != " " }
    return rest.hasPrefix(" ") && text.dropFirst(word.count).hasPrefix(": ") && isPerson(word)
  }

  /// Whether a word can be a person's name or handle.
  private static func isPerson(_ text: Substring) -> Bool {
    let word = text.drop { $0 == " " || $0 == "@" }.prefix { $0 != " " }
    guard text.split(separator: " ").count == 1 else { return false }
    return (2...24).contains(word.count) && word.first?.isLetter == true
      && word.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
      && !remarks.contains(String(word).lowercased())
  }

  /// Words that stand in brackets after a TODO, or before a colon, and are no names.
  private static let remarks: Set<String> = [
    "maybe", "later", "soon", "optional", "optionally", "low", "medium", "high", "priority", "urgent", "important",
    "bug", "bugs", "hack", "slow", "fast", "fix", "note", "notes", "test", "tests", "testing", "doc", "docs", "perf",
    "performance", "refactor", "cleanup", "clean", "remove", "rename", "check", "verify", "unclear", "unsure", "idea",
    "ideas", "question", "feature", "improve", "improvement", "optimize", "optimise", "wip", "done", "next", "minor",
    "major", "nice", "nit", "api", "ui", "gpu", "cpu", "tpu", "cuda", "python", "numpy", "torch", "pytorch", "jax",
    "tensorflow", "keras", "windows", "linux", "macos", "warning", "error", "errors", "typing", "types", "type", "all",
    "this", "here", "below", "above", "deprecated", "unused", "temporary", "temp", "tmp", "experimental", "future",
    "someday", "think", "discuss", "investigate", "research", "support", "implement", "add", "make", "move", "use",
    "handle", "why", "how", "what", "when", "who", "where", "everyone", "anyone", "somebody", "someone", "nobody",
    "reason", "task", "tasks", "list", "step", "steps", "example", "examples", "input", "inputs", "output", "outputs",
    "args", "arguments", "returns", "return", "params", "parameters", "config", "configuration", "security", "ci",
  ]

  /// Whether the text contains an issue, a link, or the version or date when it is due.
  private static func pointsElsewhere(_ text: String) -> Bool {
    if text.contains("http://") || text.contains("https://") || text.contains("www.") { return true }
    // A quoted word is code: `@decorator`.
    let words = text.split { $0.isWhitespace || "(),;[]:<=>".contains($0) }
    var previous: Substring = ""
    for word in words {
      defer { previous = word }
      if word.first == "#", word.dropFirst().first?.isNumber == true { return true }
      if word.first == "@", word.count > 2 { return true }
      let parts = word.split(separator: "/")
      if parts.count == 2, parts[0].count <= 3, parts[1].count > 4, parts[1].allSatisfy(\.isNumber) { return true }
      // `GH-123`, `ABC-123`, `T12345678`, `gh123`.
      let letters = word.prefix(while: \.isLetter)
      let number = word.dropFirst(letters.count).drop { $0 == "-" || $0 == "#" }
      if !letters.isEmpty, letters.allSatisfy(\.isUppercase), number.count >= 3,
        number.prefix(3).allSatisfy(\.isNumber),
        word.dropFirst(letters.count).first == "-" || number.count >= 6
      {
        return true
      }
      if isDue(word, after: previous) || isVersion(word) && words.contains("version") { return true }
    }
    return false
  }

  /// `remove in 0.30`, `after 2.0`, `numpy >= 2.3`, `2026-01`.
  private static func isDue(_ word: Substring, after previous: Substring) -> Bool {
    let text = word.first == "v" ? word.dropFirst() : word
    if isVersion(text),
      word.first == "v" || isComparison(before: word)
        || ["in", "after", "version", "since", "until", "by", "v", "release", "for", "from"].contains(
          previous.lowercased())
    {
      return true
    }
    return text.count >= 7 && text.prefix(4).allSatisfy(\.isNumber) && text.dropFirst(4).first == "-"
  }

  private static func isVersion(_ text: Substring) -> Bool {
    text.first?.isNumber == true && text.contains(".") && text.drop { $0.isNumber || $0 == "." }.count <= 4
  }

  /// Whether a word follows `>=`, `<` or `==`.
  private static func isComparison(before word: Substring) -> Bool {
    word.base[..<word.startIndex].last { $0 != " " }.map { "<=>".contains($0) } ?? false
  }
}
