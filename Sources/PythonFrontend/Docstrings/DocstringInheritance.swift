/// Detects docstrings that inherit their contents.
extension DocstringText {
  /// The lines that say that what the docstring describes is elsewhere.
  var references: [Line] { lines.filter { !$0.isSpace && isInherited($0) } }

  /// Whether a line holds a template, which anything may be put into.
  func holdsTemplate(_ line: Line) -> Bool {
    (line.start..<line.end).contains {
      (bytes[$0] == UInt8(ascii: "%") || bytes[$0] == UInt8(ascii: "{")) && isTemplate($0, line)
    }
  }

  private func isInherited(_ line: Line) -> Bool {
    let begins = Self.beginsReference
    let isFound = bytes.withUnsafeBufferPointer { bytes in
      // Nearly every byte is passed over at a glance.
      for offset in line.start..<line.end where begins[Int(bytes[offset])] {
        let isTemplate = bytes[offset] == UInt8(ascii: "%") || bytes[offset] == UInt8(ascii: "{")
        if isTemplate ? self.isTemplate(offset, line) : isWordStart(offset, line) && refers(offset, line) {
          return true
        }
      }
      return false
    }
    return isFound || has(".. include", atStartOf: line)
  }

  private static let beginsReference = (UInt8.min...UInt8.max).map { "%{sSrRiInNdD".utf8.contains($0) }

  private func isWordStart(_ offset: Int, _ line: Line) -> Bool {
    offset == line.start || !bytes[offset - 1].isNameByte
  }

  /// Whether no word of its sentence is before a word on its line.
  private func isSentenceStart(_ offset: Int, _ line: Line) -> Bool {
    bytes[line.start..<offset].last { $0.isNameByte || $0 == UInt8(ascii: ".") }.map { !$0.isNameByte } ?? true
  }

  /// `%(params)s`, `{{ params }}`, `{doc_params}`, `{inheritdoc}`, or a placeholder alone on its line.
  private func isTemplate(_ offset: Int, _ line: Line) -> Bool {
    if has("%(", at: offset, before: line.end) {
      guard let close = firstOffset(of: UInt8(ascii: ")"), from: offset, to: line.end), close > offset + 2 else {
        return false
      }
      let inside = bytes[(offset + 2)..<close]
      return byte(close + 1, in: line) == UInt8(ascii: "s") && inside.allSatisfy(\.isNameByte)
    }
    guard bytes[offset] == UInt8(ascii: "{"),
      let close = firstOffset(of: UInt8(ascii: "}"), from: offset, to: line.end)
    else { return false }
    if has("{inheritdoc", at: offset, before: line.end) || has("{@inheritdoc", at: offset, before: line.end) {
      return true
    }
    let isDouble = has("{{", at: offset, before: line.end)
    let start = skipSpaces(offset + (isDouble ? 2 : 1), close)
    var end = close
    while end > start, bytes[end - 1].isSpace { end -= 1 }
    guard start < end, bytes[start].isNameStart, bytes[start..<end].allSatisfy(\.isNameByte) else { return false }
    if isDouble || has("doc", at: start, before: end) { return true }
    let name = Line(start: start, end: end, indent: 0)
    return (offset == line.start && close + 1 == line.end) || ends(name, with: "_doc") || ends(name, with: "_docs")
      || ends(name, with: "docstring")
  }

  private func refers(_ offset: Int, _ line: Line) -> Bool {
    switch bytes[offset].lowercased {
    case UInt8(ascii: "s"):
      if has("see base class", at: offset, before: line.end) || has("see superclass", at: offset, before: line.end)
        || has("see parent class", at: offset, before: line.end)
        || has("see class docstring", at: offset, before: line.end)
      {
        return true
      }
      if has("see ", at: offset, before: line.end) { return hasSubject(from: offset, to: line.end) }
      return has("same as ", at: offset, before: line.end) && isSentenceStart(offset, line)
        && hasCode(from: offset, to: line.end)
    case UInt8(ascii: "r"):
      return has("refer to ", at: offset, before: line.end)
        && (hasSubject(from: offset, to: line.end) || hasCode(from: offset, to: line.end)
          || hasWord("documentation", from: offset, to: line.end))
    case UInt8(ascii: "i"):
      return
        (has("inherited from ", at: offset, before: line.end)
        || has("inherits documentation", at: offset, before: line.end)) && isSentenceStart(offset, line)
    case UInt8(ascii: "n"):
      // "All parameters not described here are passed on to the estimator."
      return ["not described here", "not documented here", "not listed here", "not mentioned here"].contains {
        has($0, at: offset, before: line.end)
      }
    case UInt8(ascii: "d"):
      // A mark that tells the project's own check to be silent.
      return has("do not check for missing parameters", at: offset, before: line.end)
    default: return false
    }
  }

  /// Whether text mentions parameters or their documentation: "for arguments", "the docstring of".
  private func hasSubject(from start: Int, to end: Int) -> Bool {
    for offset in start..<end where bytes[offset] == 0x20 {
      let word = offset + 1
      if has("argument", at: word, before: end) || has("parameter", at: word, before: end)
        || has("params", at: word, before: end) || has("args", at: word, before: end)
        || has("docstring", at: word, before: end) || has("signature", at: word, before: end)
      {
        return true
      }
    }
    return false
  }

  private func hasWord(_ text: StaticString, from start: Int, to end: Int) -> Bool {
    (start..<end).contains { bytes[$0] == 0x20 && has(text, at: $0 + 1, before: end) }
  }

  private func hasCode(from start: Int, to end: Int) -> Bool { firstOffset(of: .backtick, from: start, to: end) != nil }

  /// Whether the prose of a parameter section points elsewhere: "see above", "same as `fit`".
  func hasReference(from start: Int, to end: Int) -> Bool {
    var isWordStart = true
    for offset in start..<end {
      if isWordStart {
        if has("see ", at: offset, before: end) || has("same as ", at: offset, before: end)
          || has("same arguments", at: offset, before: end) || has("same parameters", at: offset, before: end)
          || has("refer to ", at: offset, before: end) || has("as in ", at: offset, before: end)
          || has("inherit", at: offset, before: end)
        {
          return true
        }
      }
      isWordStart = !bytes[offset].isNameByte
    }
    return false
  }
}
