import LintModel
import LintSourceText

/// `Args:` and its relatives, with indented entries or a Markdown list.
extension DocstringParser {
  mutating func readGoogleSection(_ title: DocstringTitle) {
    let titleIndex = index
    let titleLine = line
    index += 1
    if title.rest < titleLine.end {
      readInline(title, titleLine, titleIndex)
      if title.section != .parameters { return }
    }
    guard let first = text.nextText(index) else { return }
    if title.section == .returns, opensFlatReturns(first, after: titleIndex) {
      readParagraph(first, after: titleIndex)
      return
    }
    guard opensBody(first, after: titleIndex) else { return }
    if title.section == .returns {
      readReturns(first, titleIndex)
      return
    }
    let indent = text.lines[first].indent
    let isFlat = indent <= titleLine.indent && titleIndex > 0
    // Under `- tr: text` a line such as `changes - also ...` is prose.
    let isList = text.isListItem(text.lines[first])
    index = first
    let countBefore = doc.parameters.count
    while let next = text.nextText(index) {
      index = next
      // A list below an entry, at its own indent, belongs to its text.
      if !isList, line.indent >= indent, doc.parameters.count > countBefore, text.isListItem(line) {
        index = lastLine(ofEntryAt: index, deeperThan: line.indent) + 1
        continue
      }
      // The text after the first line's title may be indented as the title would be.
      let isOutside = titleIndex == 0 ? line.indent < indent : line.indent <= titleLine.indent
      if isOutside, !isFlat { return }
      if isFlat, !text.isListItem(line) && (isList || !isStrictEntry(index)) || line.indent < titleLine.indent {
        return
      }
      if line.indent <= indent, let other = DocstringTitle(text, line: index), endsSection(other) {
        return
      }
      readGoogleEntry(title.section, entryIndent: indent)
    }
    index = text.lines.count
  }

  /// Whether a line can be the first of a section: indented more than its title, a list item, or at once an entry.
  private func opensBody(_ first: Int, after titleIndex: Int) -> Bool {
    let line = text.lines[first]
    if titleIndex == 0 || line.indent > text.lines[titleIndex].indent { return text.field(at: first) == nil }
    guard line.indent == text.lines[titleIndex].indent, DocstringTitle(text, line: first) == nil else { return false }
    if text.isListItem(line) { return GoogleHead(text, line: first) != nil }
    return first == titleIndex + 1 && isStrictEntry(first)
  }

  /// Some write what is returned below the title without indenting it.
  private func opensFlatReturns(_ first: Int, after titleIndex: Int) -> Bool {
    titleIndex > 0 && first <= titleIndex + 2 && text.lines[first].indent == text.lines[titleIndex].indent
      && DocstringTitle(text, line: first) == nil && !text.startsCode(first) && text.field(at: first) == nil
      && !text.isListItem(text.lines[first]) && !text.isDirective(text.lines[first])
  }

  private mutating func readParagraph(_ first: Int, after titleIndex: Int) {
    var last = first
    while last + 1 < text.lines.count, !text.lines[last + 1].isSpace, DocstringTitle(text, line: last + 1) == nil {
      last += 1
    }
    index = last + 1
    let start = text.lines[first].start
    doc.returns.append(
      Doc.Entry(
        name: Name("", at: SourceRange(start, start)), text: text.joined(from: start, line: first, through: last),
        range: SourceRange(start, text.lines[last].end)))
  }

  private func isStrictEntry(_ index: Int) -> Bool {
    guard DocstringTitle(text, line: index) == nil, let head = GoogleHead(text, line: index) else { return false }
    return head.names.count == 1 && head.hasColon && text.byte(text.lines[index].start, in: text.lines[index]) != .colon
  }

  /// A title among entries ends their section, unless it is rather the name of one (`default: x`, `Input: x`).
  private func endsSection(_ title: DocstringTitle) -> Bool {
    guard title.form == .colon else { return true }
    guard title.isCapitalized else { return false }
    return title.rest == line.end || title.section != .other || title.name.hasPrefix("note")
  }

  /// `Args: see above` on the title's own line, `Returns: the sum`, or an entry.
  private mutating func readInline(_ title: DocstringTitle, _ line: DocstringText.Line, _ titleIndex: Int) {
    switch title.section {
    case .parameters:
      if let head = GoogleHead(text, line: titleIndex, from: title.rest), head.hasColon {
        let last = min(head.lastLine, text.lines.count - 1)
        doc.parameters += head.entries(text, start: title.rest, last: last)
      } else if !text.has("none", at: title.rest, before: line.end) {
        doc.isInherited = doc.isInherited || text.hasReference(from: title.rest, to: line.end)
      }
    default:
      let last = lastLine(ofEntryAt: titleIndex, deeperThan: line.indent)
      let range = SourceRange(title.rest, text.lines[last].end)
      // `Raises: ValueError: if ...`
      if title.section == .raises, let head = GoogleHead(text, line: titleIndex, from: title.rest), head.hasColon {
        add(head.entries(text, start: title.rest, last: last), to: title.section)
        return
      }
      let entry = Doc.Entry(
        name: Name("", at: SourceRange(title.rest, title.rest)),
        text: text.joined(from: title.rest, line: titleIndex, through: last), range: range)
      add([entry], to: title.section)
    }
  }

  private mutating func readGoogleEntry(_ section: DocstringSection, entryIndent: Int) {
    let start = index
    let startLine = line
    guard let head = GoogleHead(text, line: start), head.isEntry(text, deeperThan: startLine.indent),
      // Deeper than the entries, `nothing (False)` goes on with a list in one.
      head.hasColon || startLine.indent <= entryIndent
    else {
      if section == .parameters {
        doc.isInherited = doc.isInherited || text.hasReference(from: line.start, to: line.end)
      }
      // Prose between the entries; a fence may hold anything.
      if !readExample() { index += 1 }
      return
    }
    var last = lastLine(ofEntryAt: head.lastLine, deeperThan: min(startLine.indent, entryIndent))
    // Entries that wobble to the right of the first one, by less than a continuation would, are still entries.
    if startLine.indent == entryIndent, head.lastLine < last {
      for line in (head.lastLine + 1)...last where text.lines[line].indent == entryIndent + 1 {
        if let other = GoogleHead(text, line: line), other.type != nil, other.hasColon {
          last = line - 1
          break
        }
      }
    }
    while last > start, text.lines[last].isSpace { last -= 1 }
    add(head.entries(text, start: startLine.start, last: last), to: section)
    collectExamples(from: start, through: last)
    index = last + 1
  }

  private mutating func readReturns(_ first: Int, _ titleIndex: Int) {
    let titleIndent = text.lines[titleIndex].indent
    var last = first
    var next = first
    while let found = text.nextText(next) {
      let line = text.lines[found]
      let isOutside = titleIndex == 0 ? line.indent < text.indent : line.indent <= titleIndent
      if isOutside, found > first { break }
      if let title = DocstringTitle(text, line: found), line.indent <= text.lines[first].indent,
        endsReturns(title, found)
      {
        break
      }
      last = found
      next = found + 1
    }
    index = max(last, first) + 1
    guard last >= first else { return }
    let line = text.lines[first]
    var entry = Doc.Entry(
      name: Name("", at: SourceRange(line.start, line.start)), text: "",
      range: SourceRange(line.start, text.lines[last].end))
    var textStart = line.start
    if let colon = text.typeColon(line) {
      entry.type = text.string(line.start, colon)
      textStart = colon + 1
      // `loss (torch.Tensor): text` names what is returned.
      if let head = GoogleHead(text, line: first), let type = head.type, let name = head.names.first,
        head.names.count == 1, head.textStart == colon + 1
      {
        entry.name = name
        entry.type = type
      }
    }
    entry.text = text.joined(from: textStart, line: first, through: last)
    doc.returns.append(entry)
    collectExamples(from: first, through: last)
  }

  private func endsReturns(_ title: DocstringTitle, _ index: Int) -> Bool {
    title.form != .colon || (title.isCapitalized && title.rest == text.lines[index].end)
  }
}

/// `name (type): text`, as an entry begins.
struct GoogleHead {
  var names: [Name]
  var type: String?
  var hasColon = false
  /// Offset of the text after the colon, on `lastLine`.
  var textStart: Int
  /// The line where the head ends; a type may run over several.
  var lastLine: Int

  init?(_ text: DocstringText, line index: Int, from start: Int? = nil) {
    let line = text.lines[index]
    guard let head = DocstringNames(text, at: start ?? text.afterListMark(line), before: line.end) else { return nil }
    names = head.names
    lastLine = index
    var offset = text.skipSpaces(head.end, line.end)
    // Names that continue in the next line, up to its colon.
    while text.byte(offset, in: text.lines[lastLine]) == .comma, offset + 1 == text.lines[lastLine].end,
      lastLine + 1 < text.lines.count, lastLine < index + 6
    {
      let next = text.lines[lastLine + 1]
      guard !next.isSpace, next.indent >= line.indent,
        let more = DocstringNames(text, at: next.start, before: next.end)
      else { return nil }
      names += more.names
      lastLine += 1
      offset = text.skipSpaces(more.end, next.end)
    }
    let isContinued = lastLine > index
    if isContinued, text.byte(offset, in: text.lines[lastLine]) != .colon { return nil }
    if text.byte(offset, in: line) == UInt8(ascii: "(") {
      let close = text.closingParenthesis(from: offset, line: index)
      if close?.line != index, let colon = text.colonOfOpenType(from: offset + 1, line) {
        type = text.string(offset + 1, colon)
        offset = colon
      } else {
        guard let close else { return nil }
        type = text.joinedRange(offset + 1, line: index, to: close.offset, line: close.line)
        lastLine = close.line
        offset = text.skipSpaces(close.offset + 1, text.lines[close.line].end)
      }
      while text.byte(offset, in: text.lines[lastLine]) == .star
        || text.byte(offset, in: text.lines[lastLine]) == .backtick
      {
        offset += 1
      }
    }
    let last = text.lines[lastLine]
    if text.byte(offset, in: last) == .colon, !text.opensRole(offset, last) {
      hasColon = true
      offset += 1
    } else if text.byte(offset, in: last) == .dash, text.byte(offset - 1, in: last).isSpace {
      // `name - text`, `name -- text`
      while text.byte(offset, in: last) == .dash { offset += 1 }
      guard offset == last.end || text.bytes[offset].isSpace else { return nil }
      hasColon = true
    } else if offset < last.end, type == nil {
      return nil
    }
    textStart = offset
  }

  /// A head without a colon is one only with a type, or alone over an indented text.
  func isEntry(_ text: DocstringText, deeperThan indent: Int) -> Bool {
    if hasColon { return true }
    if type != nil { return textStart == text.lines[lastLine].end || names.count == 1 }
    guard lastLine + 1 < text.lines.count else { return false }
    let next = text.lines[lastLine + 1]
    return !next.isSpace && next.indent > indent
  }

  func entries(_ text: DocstringText, start: Int, last: Int) -> [Doc.Entry] {
    let range = SourceRange(start, text.lines[last].end)
    let words = text.joined(from: textStart, line: lastLine, through: last)
    return names.map { Doc.Entry(name: $0, type: type, text: words, range: range) }
  }
}
