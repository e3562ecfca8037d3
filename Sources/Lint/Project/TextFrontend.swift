import LintModel
import LintSourceText

/// Reads documents and configuration as far as rules need them: what they mention, and what they tell mllint.
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
      var end = start
      while end < text.bytes.count, text.bytes[end] != UInt8(ascii: "\n") { end += 1 }
      let line = text.bytes[start..<end]
      let isQuoted = fence != nil || (reference.language == .yaml && block.holds(line))
      if !isQuoted, let directive = directive(in: line, isMarkup: isMarkup) { model.directives.append(directive) }
      if takesAll, !isQuoted { note(line, in: text, into: &model.taggedComments) }
      if isMarkup, let mark = Self.fence(line) {
        if fence == nil { fence = mark } else if fence == mark { fence = nil }
      }
      let isIndented = line.starts(with: "    ".utf8) || line.first == UInt8(ascii: "\t")
      collect(line, isCode: takesAll || fence != nil || (isMarkup && isIndented), into: &model.mentions)
      start = end + 1
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
  private func collect(_ line: ArraySlice<UInt8>, isCode: Bool, into mentions: inout IdentifierSet) {
    var isQuoted = false
    var index = line.startIndex
    while index < line.endIndex {
      let byte = line[index]
      if byte == UInt8(ascii: "`") { isQuoted.toggle() }
      guard Self.isWord(byte) || byte == UInt8(ascii: "-") else {
        index += 1
        continue
      }
      let start = index
      while index < line.endIndex, Self.isWord(line[index]) || line[index] == UInt8(ascii: "-") { index += 1 }
      let word = line[start..<index]
      if word.starts(with: "--".utf8), word.count > 2 {
        mentions.insert(bytes: word)
      } else if isCode || isQuoted {
        var rest = word
        // `-out`, `nets-train`
        if word.count > 1, word.contains(UInt8(ascii: "-")) { mentions.insert(bytes: word) }
        while let dash = rest.firstIndex(of: UInt8(ascii: "-")) {
          if dash > rest.startIndex { mentions.insert(bytes: rest[..<dash]) }
          rest = rest[(dash + 1)...]
        }
        if !rest.isEmpty { mentions.insert(bytes: rest) }
      } else if word.first.map({ $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }) == true, Self.isConstant(word) {
        // The name of a variable or a constant needs no backticks to be one.
        mentions.insert(bytes: word)
      }
    }
  }

  /// Words in capitals, joined by underscores.
  private static func isConstant(_ word: ArraySlice<UInt8>) -> Bool {
    word.contains(UInt8(ascii: "_"))
      && word.allSatisfy {
        $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") || $0 == UInt8(ascii: "_")
          || $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")
      }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
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
