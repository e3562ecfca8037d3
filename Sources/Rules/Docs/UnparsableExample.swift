import LintModel
import LintRuleKit
import LintSourceText

/// A Python example with a syntax error.
struct UnparsableExample: FileRule {
  let options: NoOptions

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    guard !ExampleFact.isAboutThePast(file.reference.projectPath) else { return }
    for example in file.model.examples where isMeantToRun(example) {
      guard let problem = example.syntaxErrors.first, example.syntaxErrors.count <= 2,
        !Self.sketchy.contains(where: { problem.message.contains($0) }) || isSlip(problem, in: file),
        !showsOutput(example, problem, in: file), !isText(problem, in: file)
      else { continue }
      collector.add(.unparsable(problem.message), at: problem.range, in: file)
    }
  }

  /// Errors in text that omits something on purpose, or is laid out differently from Python.
  private static let sketchy = [
    "indented", "indentation", "found a call", "line continuation", "found end of file; ", "found end of line",
    "a name to import", "three quotes", "unexpected character", "to annotate",
  ]

  /// Whether the line that ends too early is certainly code: a header without its colon above a deeper line, or a
  /// string among arguments without its closing quote.
  private func isSlip(_ problem: SyntaxProblem, in file: SourceFile) -> Bool {
    let bytes = file.text.bytes
    let place = Int(problem.range.start)
    guard place <= bytes.count else { return false }
    let newline = UInt8(ascii: "\n")
    let start = bytes[..<place].lastIndex(of: newline).map { $0 + 1 } ?? 0
    let end = bytes[place...].firstIndex(of: newline) ?? bytes.count
    if problem.message.hasPrefix("expected ':' after"), problem.message.contains("found end of line") {
      let prompts: Set<UInt8> = [0x20, UInt8(ascii: "."), UInt8(ascii: ">")]
      func depth(_ line: ArraySlice<UInt8>) -> Int { line.prefix { prompts.contains($0) }.count }
      let header = bytes[start..<end]
      let next = bytes[min(end + 1, bytes.count)...].prefix { $0 != newline }
      return depth(next) > depth(header) && next.contains { !prompts.contains($0) }
    }
    guard problem.message == "expected a quote to end the string, found end of line" else { return false }
    let before = bytes[start..<place].last { $0 != 0x20 && !"rbfuRBFU".utf8.contains($0) }
    return before.map { "([{,=".utf8.contains($0) } ?? false
  }

  /// Whether the error is in output: after a prompt that follows code without prompts, or below a `print`.
  private func showsOutput(_ example: Example, _ problem: SyntaxProblem, in file: SourceFile) -> Bool {
    let block = file.text[example.range].drop(while: \.isWhitespace)
    if example.hasPrompts, !block.hasPrefix(">>>"), !block.hasPrefix("#") { return true }
    let start = max(example.range.start, problem.range.start > 600 ? problem.range.start - 600 : 0)
    guard !example.hasPrompts, start < problem.range.start else { return false }
    let above = file.text[SourceRange(start: start, end: problem.range.start)].split(whereSeparator: \.isNewline)
      .suffix(10)
    return above.contains { $0.drop(while: \.isWhitespace).hasPrefix("print(") }
  }

  /// Whether the line of the error is no code: a row of a printed table or array, a command, a sentence.
  private func isText(_ problem: SyntaxProblem, in file: SourceFile) -> Bool {
    let bytes = file.text.bytes
    let place = min(Int(problem.range.start), bytes.count)
    let start = bytes[..<place].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let line = bytes[start...].prefix { $0 != UInt8(ascii: "\n") }
    let text = String(decoding: line, as: UTF8.self).trimmed
    let isPlain = !"=(,".contains { text.contains($0) } && !text.hasSuffix(":")
    if problem.message.hasPrefix("expected an operator or the end of the statement") {
      // `Type: some of the words`
      let head = text.drop { $0 == ">" || $0 == " " }.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      return isPlain || text.dropFirst(head.count).hasPrefix(": ") && head.first?.isUppercase == true
    }
    return isPlain && problem.message.contains("found number")
  }

  private func isMeantToRun(_ example: Example) -> Bool {
    guard !example.syntaxErrors.isEmpty, example.form != .file else { return false }
    // Output may begin with `>>>`, too.
    guard
      ["python", "py", "python3", "pycon"].contains(example.language) || example.hasPrompts && example.language.isEmpty
    else { return false }
    let code = String(decoding: example.code.bytes, as: UTF8.self)
    return !Self.isSketch(code)
  }

  /// Prefixes of lines in shells, diffs and IPython.
  private static let foreign = [
    "$", "!", "%", "+", "-", "?", "|", "<", ">", "In [", "Out[", "python ", "python3 ", "wget ", "curl ", "cd ", "pip ",
    "git ", "bash ", "sh ", "CUDA_", "export ", "accelerate ", "torchrun ", "WARNING", "http",
  ]

  /// Ellipses, placeholders, templates, diffs, arrows, flags of a command, and unquoted paths.
  private static let marks = [
    "...", "…", "<", "$ ", "{{", "{%", "---", "+++", ">>>", "->", "=>", " --", "= ./", "= /", "=./", "=/", " python ",
    "path/to",
  ]

  /// Whether a line says of which type a key's value is, or leaves it out: `"name": str`, `"name": # here`.
  private static func isOfSchema(_ line: Substring) -> Bool {
    let text = line.trimmed
    guard let quote = text.first, quote == "'" || quote == "\"", let mark = text.firstRange(of: ":") else {
      return false
    }
    let value = text[mark.upperBound...].trimmed
    return value.hasPrefix("#")
      || ["str", "int", "float", "bool", "list", "dict", "tuple"].contains(String(value.prefix { $0.isLetter }))
        && text.dropFirst().prefix { $0 != quote }.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
        && !value.drop(while: \.isLetter).hasPrefix("(")
  }

  /// Whether the code is a template, or something other than Python.
  private static func isSketch(_ code: String) -> Bool {
    if marks.contains(where: { code.contains($0) }) || code.split(separator: "\n").contains(where: isOfSchema) {
      return true
    }
    return code.split(separator: "\n").contains { line in
      let text = line.drop { $0 == " " || $0 == "\t" }
      return Self.foreign.contains { text.hasPrefix($0) }
    }
  }
}

extension Message {
  fileprivate static func unparsable(_ problem: String) -> Message {
    "this example does not parse: \(problem)"
  }
}
