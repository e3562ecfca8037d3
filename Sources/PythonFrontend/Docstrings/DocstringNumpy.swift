import LintModel
import LintSourceText

/// Titles over dashes, entries such as `x, y : int` at the title's own indentation.
extension DocstringParser {
  mutating func readNumpySection(_ title: DocstringTitle) {
    let titleLine = line
    index += 2
    guard let first = text.nextText(index) else { return }
    // Some indent the entries under their title.
    let indent = text.lines[first].indent
    guard indent >= titleLine.indent else { return }
    let isList = text.isListItem(text.lines[first])
    let countBefore = doc.parameters.count
    while let next = text.nextText(index) {
      index = next
      // A list below an entry, at its own indent, belongs to its text.
      if !isList, line.indent >= indent, doc.parameters.count > countBefore, text.isListItem(line) {
        index = lastLine(ofEntryAt: index, deeperThan: line.indent) + 1
        continue
      }
      if let other = DocstringTitle(text, line: next), line.indent <= indent,
        other.form == .underline || other.rest == line.end && other.isCapitalized
      {
        return
      }
      if text.field(at: next) != nil, line.indent <= indent { return }
      if line.indent < titleLine.indent { return }
      readNumpyEntry(title.section)
    }
    index = text.lines.count
  }

  private mutating func readNumpyEntry(_ section: DocstringSection) {
    let start = index
    let startLine = line
    if text.startsCode(start) || text.isDirective(startLine) {
      if !readExample() { index = lastLine(ofEntryAt: start, deeperThan: startLine.indent) + 1 }
      return
    }
    let last = lastLine(ofEntryAt: text.lastLine(ofHeadAt: start), deeperThan: startLine.indent)
    index = last + 1
    let range = SourceRange(startLine.start, text.lines[last].end)
    let head = DocstringNames(text, at: text.afterListMark(startLine), before: startLine.end)
    let offset = head.map { text.skipSpaces($0.end, startLine.end) } ?? startLine.start
    let hasColon = text.byte(offset, in: startLine) == .colon && !text.opensRole(offset, startLine)
    guard section == .parameters else {
      readNumpyResult(section, hasColon ? head : nil, colon: offset, start, last)
      return
    }
    // Some write `units - width of the output` for `units : int`.
    let hasDash = text.byte(offset, in: startLine) == UInt8(ascii: "-") && text.byte(offset + 1, in: startLine) == 0x20
    if let head, hasColon || hasDash || offset == startLine.end || text.byte(offset, in: startLine) == UInt8(ascii: "(")
    {
      let typeStart = text.skipSpaces(hasColon ? offset + 1 : offset, startLine.end)
      let type = typeStart < startLine.end ? text.string(typeStart, startLine.end) : nil
      let words = last > start ? text.joined(from: 0, below: start, through: last) : ""
      doc.parameters += head.names.map { Doc.Entry(name: $0, type: type, text: words, range: range) }
      collectExamples(from: start, through: last)
    } else if text.hasReference(from: startLine.start, to: startLine.end) {
      doc.isInherited = true
    }
  }

  /// `Returns` and `Raises` list `type` or `name : type`.
  private mutating func readNumpyResult(
    _ section: DocstringSection, _ head: DocstringNames?, colon: Int, _ start: Int, _ last: Int
  ) {
    let line = text.lines[start]
    let range = SourceRange(line.start, text.lines[last].end)
    let words = last > start ? text.joined(from: 0, below: start, through: last) : ""
    let empty = Name("", at: SourceRange(line.start, line.start))
    if section == .raises {
      let end = head?.end ?? line.end
      let name = Name(text.string(line.start, end), at: SourceRange(line.start, end))
      add([Doc.Entry(name: name, text: words, range: range)], to: section)
    } else {
      // `(X, y) : tuple` has no single name, and a type all the same.
      let typeStart = head == nil ? text.spacedColon(line).map { $0 + 1 } ?? line.start : colon + 1
      let type = text.string(text.skipSpaces(typeStart, line.end), line.end)
      add([Doc.Entry(name: head?.names.first ?? empty, type: type, text: words, range: range)], to: section)
    }
    collectExamples(from: start, through: last)
  }
}

extension DocstringText {
  /// The last line of a type that runs over several at the indent of its entry: an open bracket, or a comma at the end.
  func lastLine(ofHeadAt start: Int) -> Int {
    var last = start
    var depth = 0
    guard spacedColon(lines[start]) != nil else { return start }
    while last < start + 4 {
      for byte in bytes[lines[last].start..<lines[last].end] {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
        default: break
        }
      }
      let isOpen = depth > 0 || ends(lines[last], with: ",") || ends(lines[last], with: " or")
      guard isOpen, last + 1 < lines.count, !lines[last + 1].isSpace, lines[last + 1].indent == lines[start].indent,
        spacedColon(lines[last + 1]) == nil
      else { return last }
      last += 1
    }
    return start
  }

  /// The colon of `name : type`, with a space on either side, which neither types nor prose have.
  func spacedColon(_ line: Line) -> Int? {
    var offset = line.start + 1
    while offset < line.end {
      if bytes[offset] == .colon, bytes[offset - 1] == 0x20, offset + 1 == line.end || bytes[offset + 1] == 0x20 {
        return offset
      }
      offset += 1
    }
    return nil
  }

  /// The lines below one, joined.
  func joined(from offset: Int, below line: Int, through last: Int) -> String {
    line + 1 <= last ? joined(from: max(offset, lines[line + 1].start), line: line + 1, through: last) : ""
  }

  /// `.. note::` and other directives of reStructuredText.
  func isDirective(_ line: Line) -> Bool { has(".. ", atStartOf: line) }
}
