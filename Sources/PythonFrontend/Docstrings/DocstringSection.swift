/// The kind of a docstring section, by its title.
enum DocstringSection: Equatable {
  case parameters, returns, raises, examples
  /// Known as a title, without entries that rules read: attributes, notes, references.
  case other

  /// The section with a title in lower case; nil if the words are not a title.
  init?(title: String) {
    guard let section = Self.titles[title] else { return nil }
    self = section
  }

  private static let titles = Dictionary(
    uniqueKeysWithValues: ([
      (
        .parameters,
        [
          "args", "arguments", "parameters", "params", "parameter", "arg", "argument", "kwargs", "keyword args",
          "keyword arguments", "keyword parameters", "keywords", "other parameters", "other arguments", "other args",
          "optional arguments", "optional args", "optional parameters", "required arguments", "required args",
          "required parameters", "additional arguments", "additional parameters", "init args", "init arguments",
          "constructor arguments", "constructor args", "constructor parameters", "positional arguments",
          "positional args", "function arguments",
        ]
      ),
      (.returns, ["returns", "return", "yields", "yield"]),
      (.raises, ["raises", "raise", "exceptions", "except"]),
      (
        .examples, ["example", "examples", "usage", "example usage", "usage example", "usage examples", "sample usage"]
      ),
      (
        .other,
        [
          "attributes", "attribute", "methods", "notes", "note", "see also", "references", "reference", "warnings",
          "warning", "warns", "tip", "tips", "todo", "todos", "important", "shape", "shapes", "input shape",
          "output shape", "inputs", "input", "outputs", "output", "call arguments", "call args", "receives", "index",
          "properties", "side effects", "default", "defaults", "reference paper", "limitations", "alias", "aliases",
          "class attributes", "details", "returned", "formula", "hint", "caution", "danger", "attention", "error",
        ]
      ),
    ] as [(DocstringSection, [String])]).flatMap { section, titles in titles.map { ($0, section) } })
}

/// The title line of a section as each style writes it.
struct DocstringTitle {
  enum Form { case colon, underline, heading }

  var form: Form
  var section: DocstringSection
  /// In lower case, without its colon.
  var name: String
  /// Offset of the text after the colon; the line's end where there is none.
  var rest: Int
  /// Whether the title begins with a capital letter.
  var isCapitalized: Bool

  /// The longest title known, and a few bytes for its decoration.
  private static let limit = 40

  /// Reads the title on a line: `Args:`, `**Args**:`, `# Arguments`, or `Parameters` over a line of dashes.
  init?(_ text: DocstringText, line index: Int) {
    let line = text.lines[index]
    var offset = line.start
    while offset < line.end, text.bytes[offset] == UInt8(ascii: "#") || text.bytes[offset] == .star { offset += 1 }
    let isStarred = text.byte(line.start, in: line) == .star
    let isHeading = text.byte(line.start, in: line) == UInt8(ascii: "#")
    offset = isHeading ? text.skipSpaces(offset, line.end) : offset
    let start = offset
    while offset < line.end, offset - start < Self.limit,
      text.bytes[offset].isNameByte || text.bytes[offset] == 0x20
    { offset += 1 }
    var nameEnd = offset
    while nameEnd > start, text.bytes[nameEnd - 1].isSpace { nameEnd -= 1 }
    guard nameEnd > start else { return nil }
    let afterName = offset
    while offset < line.end, text.bytes[offset] == .star || text.bytes[offset].isSpace { offset += 1 }
    // "Raises :class:`ValueError` if ..." is a sentence.
    let hasColon = text.byte(offset, in: line) == .colon && !text.opensRole(offset, line)
    if hasColon {
      offset += 1
      // `Example::` opens a literal block; `:` or `**` may close the decoration.
      while offset < line.end, text.bytes[offset] == .star || text.bytes[offset] == .colon { offset += 1 }
    }
    // `**params: dict` is an entry, `**Params**:` a title.
    if isStarred, !text.bytes[afterName..<offset].contains(.star) { return nil }
    let rest = text.skipSpaces(offset, line.end)
    if Self.isUnderline(text, index + 1, of: line) {
      guard rest == line.end else { return nil }
      form = .underline
    } else if isHeading, rest == line.end {
      form = .heading
    } else if hasColon {
      form = .colon
    } else {
      return nil
    }
    name = text.string(start, nameEnd).lowercased()
    guard let section = DocstringSection(title: name) ?? (form == .underline ? .other : nil) else { return nil }
    self.section = section
    self.rest = rest
    isCapitalized = text.bytes[start].isUpper
  }

  private static func isUnderline(_ text: DocstringText, _ index: Int, of title: DocstringText.Line) -> Bool {
    guard index < text.lines.count else { return false }
    let line = text.lines[index]
    guard line.end - line.start >= 3, abs(line.indent - title.indent) <= 2 else { return false }
    let sign = text.bytes[line.start]
    guard sign == .dash || sign == UInt8(ascii: "=") else { return false }
    return !text.bytes[line.start..<line.end].contains { $0 != sign }
  }
}
