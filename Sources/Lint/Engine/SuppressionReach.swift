import LintModel
import LintSourceText

/// Determines the lines that each suppression comment covers.
struct SuppressionReach {
  private let text: SourceText
  private let lines: LineTable
  private let spans: [ClosedRange<Int>]
  /// The lines of a module's docstring, which may be before a comment about the whole file.
  private let preface: ClosedRange<Int>?

  init(_ text: SourceText, _ model: FileModel) {
    self.text = text
    let lines = LineTable(text)
    self.lines = lines
    func span(_ start: UInt32, _ end: UInt32) -> ClosedRange<Int> {
      let first = lines.lineIndex(of: start)
      return first...max(first, lines.lineIndex(of: max(start, end &- 1)))
    }
    var spans = model.raiseSites.map { span($0.range.start, $0.range.end) }
    spans += model.concatenations.map { span($0.text.range.start, $0.text.range.end) }
    for declaration in model.declarations where declaration.kind != .module {
      let range = declaration.range
      if declaration.kind == .option || declaration.kind == .property {
        spans.append(span(range.start, range.end))
        continue
      }
      // A function's or type's comment speaks for what introduces it, not for its body.
      var end = declaration.name.range.end
      for parameter in declaration.parameters {
        end = max(end, parameter.name.range.end, parameter.defaultRange?.end ?? 0)
      }
      if let doc = declaration.doc, doc.range.end <= range.end { end = max(end, doc.range.end) }
      spans.append(span(range.start, end))
    }
    self.spans = spans.filter { $0.count > 1 }
    preface = model.declarations.first { $0.kind == .module }?.doc.map { span($0.range.start, $0.range.end) }
  }

  /// The lines, as indices, that a comment on a line of its own or after code speaks for.
  func lines(of directive: Directive) -> ClosedRange<Int> {
    var line = lines.lineIndex(of: directive.range.start)
    if directive.standsAlone {
      line += 1
      while line < lines.count - 1, isBlankOrComment(line) { line += 1 }
    }
    var first = line
    var last = line
    for span in spans where directive.standsAlone ? span.lowerBound == line : span.contains(line) {
      first = min(first, span.lowerBound)
      last = max(last, span.upperBound)
    }
    return first...last
  }

  /// Whether nothing but comments and a docstring is before the comment.
  func isBeforeCode(_ directive: Directive) -> Bool {
    (0..<lines.lineIndex(of: directive.range.start)).allSatisfy { line in
      preface?.contains(line) == true || isBlankOrComment(line)
    }
  }

  func line(of offset: UInt32) -> Int { lines.lineIndex(of: offset) }

  private func isBlankOrComment(_ line: Int) -> Bool {
    let contents = text.bytes[lines.contents(ofLine: line)].drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    guard let first = contents.first else { return true }
    return first == UInt8(ascii: "#") || contents.starts(with: "//".utf8) || contents.starts(with: "<!--".utf8)
      || contents.starts(with: "/*".utf8) || first == UInt8(ascii: "*")
  }
}
