import LintModel
import LintSourceText

/// Reads the code blocks, links and headings of Markdown and reStructuredText.
struct DocumentReader {
  private let bytes: [UInt8]
  private let isRestructured: Bool
  /// Each line without its ending.
  private var lines: [(start: Int, end: Int)] = []
  private(set) var examples: [Example] = []
  private(set) var links: [DocumentLink] = []
  private(set) var headings: [DocumentHeading] = []

  init(_ text: SourceText, path: String) {
    bytes = text.bytes
    isRestructured = path.hasSuffix(".rst")
    var start = 0
    Bytes.forEach(UInt8(ascii: "\n"), in: bytes) { end in
      lines.append((start, end > start && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end))
      start = end + 1
    }
    if start < bytes.count { lines.append((start, bytes.count)) }
    if isRestructured { readRestructured() } else { readMarkdown() }
  }

  // MARK: Markdown

  private mutating func readMarkdown() {
    var index = 0
    while index < lines.count {
      if let fence = fence(index) {
        index = readFence(fence, from: index)
        continue
      }
      let line = bytes[lines[index].start..<lines[index].end]
      if let comment = Bytes.find("<!--", in: line) {
        // Whatever is in a comment, a fence or a heading, is not shown.
        index = lineOfEnd(ofComment: comment, from: index) + 1
        continue
      } else if !isIndentedCode(index) {
        links += DocumentLink.read(bytes, line.indices)
        headings += DocumentHeading.names(in: line.indices, of: bytes)
        if let heading = DocumentHeading.read(lines, index, in: bytes) { headings.append(heading) }
      }
      index += 1
    }
  }

  /// The line on which a comment ends, and with it those that begin there; the line itself if none ends.
  private func lineOfEnd(ofComment start: Int, from first: Int) -> Int {
    var index = first
    var start: Int? = start
    while let comment = start {
      guard let end = Bytes.find("-->", in: bytes[min(comment + 4, bytes.count)...]) else { return index }
      while index + 1 < lines.count, lines[index].end < end { index += 1 }
      start = lines[index].end > end + 3 ? Bytes.find("<!--", in: bytes[(end + 3)..<lines[index].end]) : nil
    }
    return index
  }

  private func isIndentedCode(_ index: Int) -> Bool {
    bytes[lines[index].start..<lines[index].end].starts(with: "    ".utf8) && (index == 0 || indent(index - 1) == nil)
  }

  private struct Fence {
    var sign: UInt8
    var length: Int
    var info: String
  }

  private func fence(_ index: Int) -> Fence? {
    guard let indent = indent(index) else { return nil }
    var start = lines[index].start + indent
    let end = lines[index].end
    // In a quotation or a list item.
    while start + 1 < end,
      bytes[start] == UInt8(ascii: ">") || (bytes[start] == UInt8(ascii: "-") && bytes[start + 1] == 0x20)
    {
      start += 1
      while start < end, bytes[start] == 0x20 { start += 1 }
    }
    guard start < end, bytes[start] == UInt8(ascii: "`") || bytes[start] == UInt8(ascii: "~") else { return nil }
    let sign = bytes[start]
    let length = bytes[start..<end].prefix { $0 == sign }.count
    let info = bytes[(start + length)..<end]
    guard length >= 3, !info.contains(UInt8(ascii: "`")) else { return nil }
    return Fence(sign: sign, length: length, info: String(decoding: info, as: UTF8.self).lowercased())
  }

  private mutating func readFence(_ fence: Fence, from index: Int) -> Int {
    var last = index + 1
    while last < lines.count {
      if let close = self.fence(last), close.sign == fence.sign, close.length >= fence.length,
        close.info.allSatisfy({ $0 == " " })
      {
        break
      }
      last += 1
    }
    var first = index + 1
    // The options of a directive: `:linenos:`.
    if fence.info.first(where: { $0 != " " }) == "{" { while first < last, isOption(first) { first += 1 } }
    add(Array(lines[first..<last]), language: Self.language(fence.info))
    return last + 1
  }

  /// `python` of `{.python .input}`, `{code-cell} ipython3`, `python title="x"`, `py linenums`.
  static func language(_ info: String) -> String {
    let words = info.split { !$0.isLetter && !$0.isNumber && $0 != "+" && $0 != "-" && $0 != "_" }
    let known = ["code-cell", "code-block", "code", "sourcecode", "eval-rst", "testcode"]
    guard let first = words.first.map(String.init) else { return "" }
    return known.contains(first) && words.count > 1 ? String(words[1]) : first
  }

  // MARK: reStructuredText

  private mutating func readRestructured() {
    var index = 0
    while index < lines.count {
      defer { index += 1 }
      guard let indent = indent(index) else { continue }
      let line = bytes[(lines[index].start + indent)..<lines[index].end]
      links += DocumentLink.restructured(bytes, line.indices)
      if line.starts(with: ">>>".utf8) {
        var last = index
        while last < lines.count, self.indent(last) != nil { last += 1 }
        add(Array(lines[index..<last]), language: "pycon")
        index = last
        continue
      }
      let isCode = [".. code-block::", ".. code::", ".. testcode::", ".. sourcecode::"].contains {
        line.starts(with: $0.utf8)
      }
      guard isCode || (line.suffix(2).elementsEqual("::".utf8) && !line.starts(with: "..".utf8)) else { continue }
      let text = String(decoding: line, as: UTF8.self)
      let language =
        !isCode
        ? ""
        : text.hasPrefix(".. testcode")
          ? "python"
          : String(text.components(after: "::").first ?? "").filter { !$0.isWhitespace }.lowercased()
      var first = index + 1
      while first < lines.count, self.indent(first) == nil || (isCode && isOption(first)) { first += 1 }
      guard first < lines.count, let inner = self.indent(first), inner > indent else { continue }
      var last = first
      while last < lines.count, self.indent(last).map({ $0 > indent }) ?? true { last += 1 }
      add(Array(lines[first..<last]), language: language)
      index = last - 1
    }
  }

  private func isOption(_ index: Int) -> Bool {
    guard let indent = indent(index) else { return false }
    return bytes[lines[index].start + indent] == UInt8(ascii: ":")
  }

  /// Spaces before a line's text; nil for a blank line.
  private func indent(_ index: Int) -> Int? {
    let line = lines[index]
    var offset = line.start
    while offset < line.end, bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset += 1 }
    return offset < line.end ? offset - line.start : nil
  }

  private mutating func add(_ lines: [(start: Int, end: Int)], language: String) {
    guard let first = lines.first, let last = lines.last else { return }
    let range = SourceRange(start: UInt32(first.start), end: UInt32(max(first.start, last.end)))
    var example = Example(form: .document, language: language, range: range)
    (example.code, example.hasPrompts) = ExampleText.code(of: lines, in: bytes)
    examples.append(example)
  }
}
