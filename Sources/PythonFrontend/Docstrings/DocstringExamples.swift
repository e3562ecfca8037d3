import LintModel
import LintSourceText

/// Code in docstrings: doctest runs, fences, literal blocks under `Example::`.
extension DocstringParser {
  /// Reads the example that begins on this line; false if none does.
  mutating func readExample() -> Bool {
    guard let example = text.example(at: index) else { return false }
    if !example.code.isEmpty { doc.examples.append(example.code) }
    index = example.next
    return true
  }

  /// Examples inside an entry that was read as a whole.
  mutating func collectExamples(from first: Int, through last: Int) {
    var line = first
    while line <= last {
      if let example = text.example(at: line) {
        if !example.code.isEmpty { doc.examples.append(example.code) }
        line = example.next
      } else {
        line += 1
      }
    }
  }

  /// `Example:` followed by code that nothing else marks, or by prose and marked code.
  mutating func readExampleSection(_ title: DocstringTitle) {
    use(title.form == .heading ? .markdown : .google)
    if let example = text.literalBlock(after: index) {
      doc.examples.append(example.code)
      index = example.next
      return
    }
    index += 1
  }

  /// Notes, attributes and their like: what is indented under the title belongs to it and names no parameters.
  mutating func readOtherSection(_ title: DocstringTitle) {
    let titleIndent = line.indent
    let isFirst = index == 0
    index += 1
    while let next = text.nextText(index), !isFirst, text.lines[next].indent > titleIndent {
      index = next
      if text.field(at: next) != nil { return }
      if let inner = DocstringTitle(text, line: next), inner.section == .parameters, inner.isCapitalized { return }
      if !readExample() { index += 1 }
    }
  }
}

extension DocstringText {
  struct Example {
    var code: SourceRange
    /// The first line after it.
    var next: Int
  }

  func startsCode(_ index: Int) -> Bool {
    let line = lines[index]
    return has(">>>", atStartOf: line) || isFence(line)
  }

  private func isFence(_ line: Line) -> Bool { has("```", atStartOf: line) || has("~~~", atStartOf: line) }

  func example(at index: Int) -> Example? {
    let line = lines[index]
    if line.isSpace { return nil }
    if has(">>>", atStartOf: line) { return doctest(index) }
    if isFence(line) { return fence(index) }
    if has(".. code", atStartOf: line) || has(".. testcode", atStartOf: line) || has(".. sourcecode", atStartOf: line) {
      return literalBlock(after: index)
    }
    return ends(line, with: "::") && !isDirective(line) ? literalBlock(after: index) : nil
  }

  /// Prompts and output up to a blank line, and on where another prompt follows.
  private func doctest(_ index: Int) -> Example {
    var last = index
    var next = index + 1
    while next < lines.count {
      if lines[next].isSpace {
        guard let found = nextText(next), has(">>>", atStartOf: lines[found]) else { break }
        next = found
      } else if isFence(lines[next]) || lines[next].indent < lines[index].indent {
        break
      }
      last = next
      next += 1
    }
    return Example(code: SourceRange(lines[index].start, lines[last].end), next: last + 1)
  }

  /// A fence runs to its closing line; without one it is only a line.
  private func fence(_ index: Int) -> Example? {
    let sign = bytes[lines[index].start]
    // ```code``` on one line
    if let close = firstOffset(of: sign, from: lines[index].start + 3, to: lines[index].end),
      close > lines[index].start + 3
    {
      return Example(code: SourceRange(lines[index].start + 3, close), next: index + 1)
    }
    var last = index + 1
    while last < lines.count, !(isFence(lines[last]) && bytes[lines[last].start] == sign) { last += 1 }
    guard last < lines.count else {
      return Example(code: SourceRange(lines[index].start, lines[index].start), next: index + 1)
    }
    guard let first = nextText(index + 1), first < last else {
      return Example(code: SourceRange(lines[index].start, lines[index].start), next: last + 1)
    }
    var end = last - 1
    while lines[end].isSpace { end -= 1 }
    return Example(code: SourceRange(lines[first].start, lines[end].end), next: last + 1)
  }

  /// The deeper lines after a blank line under a line that ends in `::`.
  func literalBlock(after index: Int) -> Example? {
    guard ends(lines[index], with: "::") || isDirective(lines[index]) else { return nil }
    guard var first = nextText(index + 1), lines[first].indent > lines[index].indent else { return nil }
    // Options of the directive: `:linenos:`.
    while isDirective(lines[index]), byte(lines[first].start, in: lines[first]) == .colon {
      guard let next = nextText(first + 1), lines[next].indent > lines[index].indent else { return nil }
      first = next
    }
    guard first > index + 1 || isDirective(lines[index]) || has("example", atStartOf: lines[index]) else { return nil }
    var last = first
    while let next = nextText(last + 1), lines[next].indent > lines[index].indent { last = next }
    return Example(code: SourceRange(lines[first].start, lines[last].end), next: last + 1)
  }
}
