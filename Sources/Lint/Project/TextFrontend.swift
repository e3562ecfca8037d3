import LintModel
import LintSourceText

/// Reads the parts of documents and configuration that rules need: mentioned names and mllint directives.
package struct TextFrontend: Frontend {
  package let fileExtensions = ["md", "mdx", "markdown", "rst", "txt", "yaml", "yml", "toml", "gin", "sh"]

  package init() {}

  package static func language(ofEnding fileExtension: String) -> Language? {
    switch fileExtension {
    case "md", "mdx", "markdown", "rst": .markdown
    case "yaml", "yml": .yaml
    case "toml": .toml
    case "gin": .gin
    case "txt", "sh": .text
    default: nil
    }
  }

  package func decode(_ bytes: [UInt8], path: String) throws(UndecodableFile) -> SourceText {
    // Prose in an old encoding is repaired where it is shown; nothing here depends on the letters.
    SourceText(bytes: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes)
  }

  package func lower(_ text: SourceText, _ reference: FileReference) -> FileModel {
    var model = FileModel()
    ConfigurationKind.lower(text, reference, into: &model)
    let isMarkup = reference.language == .markdown
    let takesAll = !isMarkup && reference.language != .text || reference.path.hasSuffix(".sh")
    var fence: UInt8?
    var block = YAMLBlock()
    var start = 0
    while start < text.bytes.count {
      let end = text.bytes.withUnsafeBufferPointer { Bytes.first(UInt8(ascii: "\n"), in: $0, from: start) }
      let line = text.bytes[start..<(end ?? text.bytes.count)]
      let isQuoted = fence != nil || (reference.language == .yaml && block.holds(line))
      if !isQuoted, let directive = directive(in: line, isMarkup: isMarkup) { model.directives.append(directive) }
      if takesAll, !isQuoted { note(line, in: text, into: &model.taggedComments) }
      if isMarkup, let mark = Self.fence(line) {
        if fence == nil { fence = mark } else if fence == mark { fence = nil }
      }
      let isIndented = isMarkup && (Bytes.begins(line, with: "    ") || line.first == UInt8(ascii: "\t"))
      text.bytes.withUnsafeBufferPointer {
        Self.collect($0[line.indices], isCode: takesAll || fence != nil || isIndented, into: &model.mentions)
      }
      start = line.endIndex + 1
    }
    if isMarkup {
      let document = DocumentReader(text, path: reference.path)
      (model.examples, model.links, model.headings) = (document.examples, document.links, document.headings)
    }
    return model
  }

  /// Takes up what the comment of a line of YAML, TOML or shell leaves to do.
  private func note(_ line: ArraySlice<UInt8>, in text: SourceText, into taggedComments: inout [TaggedComment]) {
    guard let sign = Bytes.find("#", in: line), sign == line.startIndex || line[sign - 1] <= 0x20 else { return }
    let quotes = line[..<sign].count { $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"") }
    guard quotes.isMultiple(of: 2) else { return }
    text.bytes.withUnsafeBufferPointer {
      TaggedComment.read(sign..<line.endIndex, of: $0, sign: UInt8(ascii: "#"), into: &taggedComments)
    }
  }

  /// The sign of a line that opens or closes a code block.
  private static func fence(_ line: ArraySlice<UInt8>) -> UInt8? {
    let text = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    guard let mark = text.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~"),
      text.prefix(3).count == 3, text.prefix(3).allSatisfy({ $0 == mark })
    else { return nil }
    return mark
  }

  /// Takes up identifiers in code and between backticks, and `--flags` anywhere.
  private static func collect(
    _ line: Slice<UnsafeBufferPointer<UInt8>>, isCode: Bool, into mentions: inout IdentifierSet
  ) {
    var isQuoted = false
    var index = line.startIndex
    while index < line.endIndex {
      let byte = line[index]
      if byte == UInt8(ascii: "`") { isQuoted.toggle() }
      guard isWord(byte) || byte == UInt8(ascii: "-") else {
        index += 1
        continue
      }
      let start = index
      while index < line.endIndex, isWord(line[index]) || line[index] == UInt8(ascii: "-") { index += 1 }
      let isFlag = index - start > 2 && byte == UInt8(ascii: "-") && line[start + 1] == UInt8(ascii: "-")
      // The name of a variable or a constant needs no backticks to be one.
      if isFlag || !isCode && !isQuoted && isConstant(line[start..<index]) {
        mentions.insert(bytes: line[start..<index])
      } else if isCode || isQuoted {
        let word = line[start..<index]
        let parts = word.split(separator: UInt8(ascii: "-"))
        // `-out`, `nets-train`
        if word.count > 1, parts.first?.count != word.count { mentions.insert(bytes: word) }
        for part in parts { mentions.insert(bytes: part) }
      }
    }
  }

  /// Words in capitals, joined by underscores.
  private static func isConstant(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = word.first, isCapital(first) else { return false }
    var isJoined = false
    for byte in word {
      if byte == UInt8(ascii: "_") {
        isJoined = true
      } else if !isCapital(byte), !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        return false
      }
    }
    return isJoined
  }

  private static func isCapital(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") }

  private static func isWord(_ byte: UInt8) -> Bool {
    // A bit for each byte of `0-9`, and for each of `A-Z`, `_` and `a-z`.
    let digits: UInt64 = 0x03FF_0000_0000_0000
    let letters: UInt64 = 0x07FF_FFFE_87FF_FFFE
    return switch byte {
    case 0..<64: digits &>> UInt64(byte) & 1 == 1
    case 64..<128: letters &>> UInt64(byte - 64) & 1 == 1
    default: true
    }
  }

  /// A comment to mllint: `# mllint: ...`, in markup `<!-- mllint: ... -->`.
  private func directive(in line: ArraySlice<UInt8>, isMarkup: Bool) -> Directive? {
    guard let word = Bytes.find("mllint:", in: line) else { return nil }
    var sign = word
    while sign > line.startIndex, line[sign - 1] == UInt8(ascii: " ") { sign -= 1 }
    let opening: StaticString = isMarkup ? "<!--" : "#"
    let start = sign - opening.utf8CodeUnitCount
    guard start >= line.startIndex, Bytes.find(opening, in: line[start..<sign]) != nil else { return nil }
    // A sign between quotes is part of a string, not the start of a comment.
    let quotes = line[..<start].count { $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"") }
    guard isMarkup || quotes.isMultiple(of: 2) else { return nil }
    var end = line.endIndex
    if isMarkup, let close = Bytes.find("-->", in: line[word...]) { end = close }
    let text = line[word..<end].reversed().drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") }.reversed()
    let rangeEnd = isMarkup ? min(end + 3, line.endIndex) : word + text.count
    return Directive(
      text: String(decoding: Array(text), as: UTF8.self),
      range: SourceRange(start: UInt32(start), end: UInt32(rangeEnd)),
      standsAlone: line[..<start].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") })
  }
}

/// Knows the lines of YAML that are the text of a `key: |`, in which a `#` begins no comment.
private struct YAMLBlock {
  /// Indentation of the line that opened the block.
  private var opened: Int?

  mutating func holds(_ line: ArraySlice<UInt8>) -> Bool {
    let contents = line.drop { $0 == UInt8(ascii: " ") }
    guard let first = contents.first, first != UInt8(ascii: "\r") else { return opened != nil }
    let indent = contents.startIndex - line.startIndex
    if let opened, indent > opened { return true }
    opened = Self.opens(contents) ? indent : nil
    return false
  }

  /// Whether a line ends with `|` or `>`, signs for indentation and the last newline left aside.
  private static func opens(_ contents: ArraySlice<UInt8>) -> Bool {
    var rest = contents
    while let last = rest.last, last <= 0x20 || (0x31...0x39).contains(last) || [0x2B, 0x2D].contains(last) {
      rest.removeLast()
    }
    guard let mark = rest.popLast(), mark == UInt8(ascii: "|") || mark == UInt8(ascii: ">") else { return false }
    return rest.last == UInt8(ascii: " ")
  }
}
