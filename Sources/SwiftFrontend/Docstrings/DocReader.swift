import LintModel
import LintSourceText

/// Reads the Markdown of a DocC comment: summary, `- Parameters:` and `- Parameter x:`, Returns, Throws, code.
struct DocReader {
  /// A line's text without comment sign, spaces around it left out.
  struct Line {
    /// Spaces in front.
    var indent: Int
    var start: Int
    var end: Int

    init(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) {
      var start = min(range.lowerBound, range.upperBound)
      end = range.upperBound
      while start < end, bytes[start] == UInt8(ascii: " ") || bytes[start] == UInt8(ascii: "\t") { start += 1 }
      while end > start, isBlankByte(bytes[end - 1]) { end -= 1 }
      indent = start - min(range.lowerBound, range.upperBound)
      self.start = start
    }

    var isSpace: Bool { start >= end }
  }

  let lines: [Line]
  let bytes: UnsafeBufferPointer<UInt8>
  private var doc = Doc(style: .docC, range: .fileStart)
  /// What the list item at hand belongs to.
  private var section = Section.none
  /// The indent of the item that opened the section, and of the parameters listed under it.
  private var sectionIndent = 0
  private var entryIndent: Int?
  private var isInSummary = true
  /// TensorFlow's operations list what is fixed when a graph is built apart from their inputs, under `- Attrs:`, and
  /// spell it as their C++ definition does.
  private var isInAttributes = false

  private enum Section { case none, parameter, parameters, returns, raises, other }

  init(lines: [Line], bytes: UnsafeBufferPointer<UInt8>) {
    self.lines = lines
    self.bytes = bytes
  }

  mutating func read() -> Doc? {
    guard let first = lines.first(where: { !$0.isSpace }), let last = lines.last(where: { !$0.isSpace }) else {
      return nil
    }
    doc.range = range(first.start, last.end)
    let whole = Slice(base: bytes, bounds: first.start..<last.end)
    doc.isInherited = Self.inheritance.contains { whole.contains($0) }
    var index = 0
    while index < lines.count {
      let line = lines[index]
      if line.isSpace {
        if !doc.summary.isEmpty { isInSummary = false }
        index += 1
      } else if let fence = fence(line) {
        index = readCode(after: index, fence: fence)
      } else {
        read(line, afterBlank: index > 0 && lines[index - 1].isSpace)
        index += 1
      }
    }
    return doc
  }

  private mutating func read(_ line: Line, afterBlank: Bool) {
    if let item = item(line) {
      read(item, line)
    } else if section != .none, !afterBlank || line.indent > sectionIndent {
      extendEntry(with: line)
    } else {
      section = .none
      let text = text(line)
      if text.hasPrefix("#") {
        doc.sections.append(text.drop { $0 == "#" || $0 == " " }.lowercased())
        if !doc.summary.isEmpty { isInSummary = false }
      } else if isInSummary {
        doc.summary += (doc.summary.isEmpty ? "" : " ") + text
      }
    }
  }

  // MARK: List items

  private struct Item {
    /// The text before the colon; nil if there is none.
    var head: String?
    var headStart: Int
    /// The text after the colon, or all of it.
    var bodyStart: Int
  }

  private func item(_ line: Line) -> Item? {
    guard line.end - line.start >= 2, "-*+".utf8.contains(bytes[line.start]),
      bytes[line.start + 1] == UInt8(ascii: " ") || bytes[line.start + 1] == UInt8(ascii: "\t")
    else { return nil }
    var start = line.start + 1
    while start < line.end, isBlankByte(bytes[start]) { start += 1 }
    guard let colon = (start..<line.end).first(where: { bytes[$0] == UInt8(ascii: ":") }) else {
      return Item(head: nil, headStart: start, bodyStart: start)
    }
    var body = colon + 1
    while body < line.end, isBlankByte(bytes[body]) { body += 1 }
    let head = source(start, colon).trimmingWhitespace
    return Item(head: head, headStart: start, bodyStart: body)
  }

  private mutating func read(_ item: Item, _ line: Line) {
    isInSummary = isInSummary && doc.summary.isEmpty
    let words = item.head?.split(whereSeparator: { $0 == " " || $0 == "\t" }) ?? []
    // Markdown nests an item that begins below the text of the one before, two columns in; one column is a slip.
    let isNested = section != .none && line.indent > sectionIndent + 1 && !isField(words)
    if section == .parameters, let head = item.head, isParameter(item, words, line, isNested: isNested) {
      if isNested { entryIndent = entryIndent ?? line.indent }
      addParameters(named: head, item.headStart, item, line)
      return
    }
    if isNested {
      extendEntry(with: line)
      return
    }
    section = .other
    isInAttributes = false
    sectionIndent = line.indent
    entryIndent = nil
    switch words.first?.lowercased() {
    case "parameters" where words.count == 1:
      section = .parameters
      doc.sections.append("parameters")
    case "parameter" where words.count > 1, "parameters" where words.count > 1:
      section = .parameter
      if doc.sections.last != "parameters" { doc.sections.append("parameters") }
      let keyword = words.first?.utf8.count ?? 0
      guard let head = item.head else { return }
      let name = String(head.dropFirst(keyword)).trimmingWhitespace
      let skipped = head.utf8.count - keyword - name.utf8.count
      addParameters(named: name, item.headStart + keyword + skipped, item, line)
    case "attrs" where words.count == 1:
      section = .parameters
      isInAttributes = true
    case "attr" where words.count == 2:
      section = .parameter
      isInAttributes = true
      if let name = words.last, let head = item.head {
        addParameters(named: String(name), item.headStart + head.utf8.count - name.utf8.count, item, line)
      }
    case "returns" where words.count == 1, "return" where words.count == 1:
      section = .returns
      doc.sections.append("returns")
      doc.returns.append(entry("", item.headStart, item, line))
    case "throws" where words.count == 1:
      section = .raises
      doc.sections.append("throws")
      doc.raises.append(entry("", item.headStart, item, line))
    case let word? where words.count == 1 && Self.callouts.contains(word): doc.sections.append(word)
    default: section = item.head == nil && section == .none ? .none : .other
    }
  }

  /// `- Returns:` or `- Note:` below the parameters, where it was indented by mistake.
  private func isField(_ words: [Substring]) -> Bool {
    guard section == .parameters, words.count == 1, words[0].first?.isUppercase == true else { return false }
    return words[0] == "Returns" || words[0] == "Throws" || Self.callouts.contains(words[0].lowercased())
  }

  /// Every item one level below `- Parameters:` is one; beside it only what looks like a name, as a slip of indentation.
  private func isParameter(_ item: Item, _ words: [Substring], _ line: Line, isNested: Bool) -> Bool {
    guard let head = item.head, !head.isEmpty else { return false }
    if isNested { return entryIndent.map { line.indent <= $0 } ?? true }
    guard entryIndent == nil, words.count == 1, (0...1).contains(line.indent - sectionIndent) else { return false }
    let word = head.lowercased()
    return head.utf8.allSatisfy { isIdentifier($0) || $0 == UInt8(ascii: "`") } && !Self.callouts.contains(word)
      && !["returns", "return", "throws", "parameter", "parameters"].contains(word)
  }

  private mutating func addParameters(named head: String, _ start: Int, _ item: Item, _ line: Line) {
    var offset = start
    for part in head.split(separator: ",", omittingEmptySubsequences: false) {
      let name = part.trimmingWhitespace
      let leading = part.utf8.count - part.drop { $0 == " " || $0 == "\t" }.utf8.count
      if !name.isEmpty { doc.parameters.append(entry(name, offset + leading, item, line)) }
      offset += part.utf8.count + 1
    }
  }

  private func entry(_ name: String, _ start: Int, _ item: Item, _ line: Line) -> Doc.Entry {
    var name = name
    var start = start
    while name.hasPrefix("`") || name.hasPrefix("*") {
      name.removeFirst()
      start += 1
    }
    while name.hasSuffix("`") || name.hasSuffix("*") { name.removeLast() }
    let place = range(start, start + name.utf8.count)
    return Doc.Entry(
      name: Name(isInAttributes ? camelCased(name) : name, at: place), text: source(item.bodyStart, line.end),
      range: range(line.start, line.end))
  }

  /// `keep_dims` as Swift spells it: `keepDims`.
  private func camelCased(_ name: String) -> String {
    let words = name.split(separator: "_")
    guard words.count > 1 else { return name }
    return words[0] + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  private mutating func extendEntry(with line: Line) {
    let added = text(line)
    func extended(_ entries: inout [Doc.Entry]) {
      // `x, y: text` are several entries of one line.
      guard let place = entries.last?.range.start else { return }
      for index in entries.indices where entries[index].range.start == place {
        entries[index].text += (entries[index].text.isEmpty ? "" : " ") + added
        entries[index].range.end = UInt32(line.end)
      }
    }
    switch section {
    case .parameter, .parameters: extended(&doc.parameters)
    case .returns: extended(&doc.returns)
    case .raises: extended(&doc.raises)
    case .none, .other: break
    }
  }

  // MARK: Code

  private func fence(_ line: Line) -> UInt8? {
    guard line.end - line.start >= 3 else { return nil }
    let sign = bytes[line.start]
    guard sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~"), bytes[line.start + 1] == sign,
      bytes[line.start + 2] == sign
    else { return nil }
    return sign
  }

  /// Notes the code up to the closing fence; answers with the index of the line after it.
  private mutating func readCode(after opening: Int, fence sign: UInt8) -> Int {
    if !doc.summary.isEmpty { isInSummary = false }
    let body = opening + 1
    let closing = lines[body...].firstIndex { fence($0) == sign } ?? lines.count
    let code = lines[body..<closing].filter { !$0.isSpace }
    if let first = code.first, let last = code.last { doc.examples.append(range(first.start, last.end)) }
    return closing + 1
  }

  // MARK: Text

  private func range(_ start: Int, _ end: Int) -> SourceRange {
    SourceRange(start: UInt32(clamping: start), end: UInt32(clamping: end))
  }

  private func source(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[from: start, to: end], as: UTF8.self)
  }

  private func text(_ line: Line) -> String { source(line.start, line.end) }

  /// `{@inheritDoc}`, `@inheritdoc`, `:nodoc:`.
  private static let inheritance = ["nheritdoc", "nheritDoc", ":nodoc:"].map { Array($0.utf8) }

  /// The words that open a callout of their own in DocC and Xcode.
  private static let callouts: Set<String> = [
    "attention", "author", "authors", "bug", "complexity", "copyright", "date", "experiment", "important",
    "invariant", "localizationkey", "mutatingvariant", "nonmutatingvariant", "note", "postcondition", "precondition",
    "recommended", "recommendedover", "remark", "remarks", "requires", "seealso", "since", "tag", "tip", "todo",
    "version", "warning", "keyword", "example", "examples", "reference", "references",
  ]
}

extension StringProtocol {
  fileprivate var trimmingWhitespace: String {
    var rest = self[...]
    while let first = rest.first, first == " " || first == "\t" { rest.removeFirst() }
    while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
    return String(rest)
  }
}
