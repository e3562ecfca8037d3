import LintModel
import LintSourceText

/// `:param x: text` (Sphinx) and `@param x: text` (Epytext).
struct DocstringField {
  enum Kind { case parameter, type, returns, returnType, raises, other }

  var kind: Kind
  var style: Doc.Style
  /// Type and name, or the error, between the keyword and the colon.
  var argument: Range<Int>
  var textStart: Int

  static func kind(_ word: String) -> Kind? {
    switch word {
    case "param", "parameter", "arg", "argument", "key", "keyword", "kwarg", "kwparam": .parameter
    case "type", "paramtype", "kwtype": .type
    case "return", "returns", "yield", "yields": .returns
    case "rtype", "ytype": .returnType
    case "raise", "raises", "except", "exception", "throws": .raises
    case "var", "ivar", "cvar", "vartype", "meta", "see", "note", "todo", "deprecated", "author", "since", "version":
      .other
    default: nil
    }
  }
}

extension DocstringText {
  /// The field that a line begins.
  func field(at index: Int) -> DocstringField? {
    let line = lines[index]
    let sign = byte(line.start, in: line)
    guard sign == .colon || sign == UInt8(ascii: "@") else { return nil }
    var offset = line.start + 1
    while offset < line.end, bytes[offset].isNameByte { offset += 1 }
    guard let kind = DocstringField.kind(string(line.start + 1, offset)) else { return nil }
    // A role such as :param:`x` is prose.
    if byte(offset, in: line) == .colon, byte(offset + 1, in: line) == .backtick { return nil }
    guard offset == line.end || bytes[offset] == .colon || bytes[offset].isSpace else { return nil }
    let start = skipSpaces(offset, line.end)
    let isSphinx = sign == .colon
    var end = argumentEnd(from: start, to: line.end)
    if end == nil || (!isSphinx && kind != .returns && kind != .returnType && !isWord(start, end ?? start)) {
      // Without a colon, the first word is the name: `@param x the input`.
      var wordEnd = start
      if kind != .returns, kind != .returnType {
        while wordEnd < line.end, !bytes[wordEnd].isSpace { wordEnd += 1 }
      }
      end = wordEnd
    }
    let argumentEnd = end ?? start
    let textStart = byte(argumentEnd, in: line) == .colon ? argumentEnd + 1 : argumentEnd
    return DocstringField(
      kind: kind, style: isSphinx ? .sphinx : .epytext, argument: start..<argumentEnd, textStart: textStart)
  }

  /// The colon that ends a field's argument: outside brackets, and not one of `:class:`.
  private func argumentEnd(from start: Int, to end: Int) -> Int? {
    var depth = 0
    for offset in start..<max(start, end) {
      switch bytes[offset] {
      case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: "}"): depth -= 1
      case .colon where depth <= 0:
        if offset + 1 == end || bytes[offset + 1].isSpace { return offset }
        if offset > start, bytes[offset - 1].isNameByte, bytes[offset + 1] != .backtick { return offset }
        if offset == start { return offset }
      default: break
      }
    }
    return nil
  }

  private func isWord(_ start: Int, _ end: Int) -> Bool { !bytes[start..<max(start, end)].contains { $0.isSpace } }
}

extension DocstringParser {
  /// Reads the field that begins on this line; false if none does.
  mutating func readField() -> Bool {
    guard let field = text.field(at: index) else { return false }
    let start = index
    let startLine = line
    var last = start
    var next = start + 1
    // The text continues in deeper lines, or until a blank line.
    while next < text.lines.count {
      let candidate = text.lines[next]
      if candidate.isSpace {
        guard let found = text.nextText(next), text.lines[found].indent > startLine.indent, start > 0 else { break }
        next = found
        continue
      }
      if text.field(at: next) != nil { break }
      if candidate.indent <= startLine.indent, DocstringTitle(text, line: next) != nil || text.startsCode(next) {
        break
      }
      last = next
      next += 1
    }
    index = last + 1
    use(field.style)
    add(field, start, last)
    collectExamples(from: start, through: last)
    return true
  }

  private mutating func add(_ field: DocstringField, _ start: Int, _ last: Int) {
    let range = SourceRange(text.lines[start].start, text.lines[last].end)
    let words = text.joined(from: field.textStart, line: start, through: last)
    let (nameRange, type) = split(field)
    let name = text.name(nameRange)
    switch field.kind {
    case .parameter:
      doc.sections.append("param")
      guard !name.text.isEmpty else { return }
      let names = list(field) ?? [name]
      doc.parameters += names.map { Doc.Entry(name: $0, type: names.count > 1 ? nil : type, text: words, range: range) }
    case .type: fieldTypes[name.text] = words
    case .returns:
      doc.sections.append("returns")
      doc.returns.append(Doc.Entry(name: Name("", at: name.range), text: words, range: range))
    case .returnType: fieldTypes[""] = words
    case .raises:
      doc.sections.append("raises")
      doc.raises.append(Doc.Entry(name: name, text: words, range: range))
    case .other: break
    }
  }

  /// The names of `:param x, y: text`; nil where there is only one.
  private func list(_ field: DocstringField) -> [Name]? {
    guard text.bytes[field.argument].contains(.comma) else { return nil }
    var names: [Name] = []
    var offset = field.argument.lowerBound
    while offset < field.argument.upperBound {
      offset = text.skipSpaces(offset, field.argument.upperBound)
      let start = offset
      while offset < field.argument.upperBound, text.bytes[offset].isNameByte { offset += 1 }
      guard start < offset, text.bytes[start].isNameStart else { return nil }
      names.append(text.name(start..<offset))
      offset = text.skipSpaces(offset, field.argument.upperBound)
      if offset < field.argument.upperBound {
        guard text.bytes[offset] == .comma else { return nil }
        offset += 1
      }
    }
    return names
  }

  /// `x (int)`: the name with its type behind it, as Google style has it.
  private func splitTypeBehind(_ argument: Range<Int>) -> (Range<Int>, String?)? {
    var start = argument.lowerBound
    while start < argument.upperBound, !text.bytes[start].isNameStart {
      // A star or a backtick may decorate the name; a bracket opens a type in front of it.
      guard text.bytes[start] == .star || text.bytes[start] == .backtick || text.bytes[start] == .backslash else {
        return nil
      }
      start += 1
    }
    var end = start
    while end < argument.upperBound, text.bytes[end].isNameByte { end += 1 }
    var open = end
    while open < argument.upperBound, text.bytes[open] == .backtick || text.bytes[open].isSpace { open += 1 }
    var close = argument.upperBound
    while close > open, text.bytes[close - 1].isSpace { close -= 1 }
    guard start < end, open < close else { return nil }
    switch (text.bytes[open], text.bytes[close - 1]) {
    case (UInt8(ascii: "("), UInt8(ascii: ")")), (UInt8(ascii: "["), UInt8(ascii: "]")),
      (UInt8(ascii: "{"), UInt8(ascii: "}")):
      return (start..<end, text.string(open + 1, close - 1))
    default: return nil
    }
  }

  /// The last word of the argument is the name, what is before it the type, unless the type is in brackets behind it.
  private func split(_ field: DocstringField) -> (Range<Int>, String?) {
    if field.kind == .parameter || field.kind == .type, let split = splitTypeBehind(field.argument) { return split }
    var end = field.argument.upperBound
    while end > field.argument.lowerBound, !text.bytes[end - 1].isNameByte { end -= 1 }
    var start = end
    if field.kind == .raises {
      start = field.argument.lowerBound
      while start < end, !text.bytes[start].isNameByte { start += 1 }
      return (start..<end, nil)
    }
    while start > field.argument.lowerBound,
      text.bytes[start - 1].isNameByte || start < end && text.escapesUnderscore(start - 1, before: end)
    { start -= 1 }
    // The backslash of `\*args` decorates the name.
    while start < end, text.bytes[start] == .backslash { start += 1 }
    var typeEnd = start
    while typeEnd > field.argument.lowerBound,
      text.bytes[typeEnd - 1].isSpace || text.bytes[typeEnd - 1] == .star
        || text.bytes[typeEnd - 1] == .backslash || text.bytes[typeEnd - 1] == .backtick
    { typeEnd -= 1 }
    return (start..<end, typeEnd > field.argument.lowerBound ? text.string(field.argument.lowerBound, typeEnd) : nil)
  }
}
