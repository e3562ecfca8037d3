import LintModel
import LintSourceText

/// Reads Python docstrings of any style into one shape.
///
/// The style is found per docstring, section by section: one that mixes styles yields the entries of all.
package enum DocstringReader {
  /// Reads one docstring.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - range: What is between the docstring's quotes. Escapes are not decoded, so that every range in the
  ///     result is exact in the file.
  package static func read(_ bytes: [UInt8], range: SourceRange) -> Doc {
    var parser = DocstringParser(DocstringText(bytes, range: range), range: range)
    parser.parse()
    return parser.doc
  }
}

/// One pass over the lines of a docstring. Each reader in the extensions consumes the lines it understands.
struct DocstringParser {
  let text: DocstringText
  var doc: Doc
  /// The line that is read next.
  var index = 0
  /// Types that `:type x:` fields give, by name.
  var fieldTypes: [String: String] = [:]

  init(_ text: DocstringText, range: SourceRange) {
    self.text = text
    doc = Doc(style: .plain, range: range)
  }

  var line: DocstringText.Line { text.lines[index] }

  mutating func parse() {
    let references = text.references
    readSummary()
    while index < text.lines.count {
      if line.isSpace {
        index += 1
      } else if readExample() || readField() {
        continue
      } else if let title = DocstringTitle(text, line: index) {
        readSection(title)
      } else {
        index += 1
      }
    }
    for line in references { note(line) }
    for index in doc.parameters.indices where doc.parameters[index].type == nil {
      doc.parameters[index].type = fieldTypes[doc.parameters[index].name.text]
    }
    if let type = fieldTypes[""] {
      if doc.returns.isEmpty {
        doc.returns = [Doc.Entry(name: Name("", at: doc.range), type: type, text: "", range: doc.range)]
      } else if doc.returns[0].type == nil {
        doc.returns[0].type = type
      }
    }
  }

  /// A reference in an entry is about its parameter alone, unless that one stands for others: `kwargs`.
  private mutating func note(_ reference: DocstringText.Line) {
    let entries = doc.parameters.indices.filter {
      Int(doc.parameters[$0].range.start) <= reference.start && reference.end <= Int(doc.parameters[$0].range.end)
    }
    let isOwn =
      !entries.isEmpty && !text.holdsTemplate(reference)
      && !entries.contains { Self.standsForOthers(doc.parameters[$0].name.text) }
    if !isOwn { doc.isInherited = true }
    for index in entries { doc.parameters[index].refersElsewhere = true }
  }

  private static func standsForOthers(_ name: String) -> Bool {
    ["arg", "kw", "param", "other", "option"].contains { name.contains($0) }
  }

  /// The first paragraph, up to a section, a field or an example.
  private mutating func readSummary() {
    guard let first = text.nextText(0) else { return }
    index = first
    var next = first
    while next < text.lines.count, !text.lines[next].isSpace, !text.startsCode(next), text.field(at: next) == nil,
      DocstringTitle(text, line: next) == nil
    { next += 1 }
    if next > first {
      doc.summary = text.joined(from: text.lines[first].start, line: first, through: next - 1)
    }
    // Only the text is taken: `Example::` and templates within the paragraph are read as any other line.
    index = first
  }

  private mutating func readSection(_ title: DocstringTitle) {
    let isNested = title.form == .colon && index > 0 && line.indent > text.indent + 8
    // "Example: x" and "Note: x" open prose; a deeply indented or lower-case title is more likely an entry's.
    guard !isNested, title.isCapitalized || title.form != .colon || title.rest == line.end else {
      index += 1
      return
    }
    doc.sections.append(title.name)
    switch (title.form, title.section) {
    case (.underline, .other), (.underline, .examples):
      use(.numpy)
      index += 2
    case (.underline, _):
      use(.numpy)
      readNumpySection(title)
    case (_, .parameters), (_, .returns), (_, .raises):
      use(title.form == .heading ? .markdown : .google)
      readGoogleSection(title)
    case (_, .examples): readExampleSection(title)
    case (_, .other): readOtherSection(title)
    }
  }

  /// The style of the first part that has one stands for the docstring.
  mutating func use(_ style: Doc.Style) {
    if doc.style == .plain { doc.style = style }
  }

  mutating func add(_ entries: [Doc.Entry], to section: DocstringSection) {
    switch section {
    case .parameters: doc.parameters += entries
    case .returns: doc.returns += entries
    case .raises: doc.raises += entries
    case .examples, .other: break
    }
  }

  /// The last line of an entry that begins on a line: all that follows and is indented more, blank lines within.
  func lastLine(ofEntryAt start: Int, deeperThan indent: Int) -> Int {
    var last = start
    var next = start + 1
    while let found = text.nextText(next), text.lines[found].indent > indent {
      last = found
      next = found + 1
    }
    return last
  }
}
