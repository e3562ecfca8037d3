import LintModel
import LintSourceText

/// A fix that adds words and values to a message, before the end of its last literal.
struct MessageFix {
  private let tail: MessageTemplate.Tail
  private let text: MessageTemplate
  private let characters: String
  private let opening: String
  private let language: Language

  /// Nil if the text has no end to insert at, or one that an insertion could break: raw, multi-line, with braces.
  init?(_ text: MessageTemplate, in file: SourceFile) {
    guard let tail = text.tail, file.text.cells.isEmpty else { return nil }
    self.text = text
    self.tail = tail
    characters = file.text[tail.characters]
    opening = file.text[SourceRange(start: tail.literal.start, end: tail.characters.start)]
    language = file.language
    let prefix = opening.prefix { $0.isLetter }
    guard opening.count - prefix.count == 1, prefix.isEmpty || prefix.lowercased() == "f",
      !characters.contains("\n"), !body.isEmpty, !body.hasSuffix("\\n"), !body.hasSuffix("\\")
    else { return nil }
    if tail.form != .interpolated, characters.contains(where: { "{}%".contains($0) }), tail.form != .template {
      return nil
    }
  }

  /// `, got {size}` for every value, or a separate sentence if the message has several.
  func showing(_ values: [(name: String, expression: String)]) -> Fix? {
    guard tail.form != .template, !values.isEmpty, values.allSatisfy({ isSimple($0.expression) }) else { return nil }
    let shown = values.map { value in
      let field = language == .swift ? "\\(\(value.expression))" : "{\(value.expression)}"
      return values.count == 1 && !isSeveralSentences && !isPart(value.expression) ? field : "\(value.name)=\(field)"
    }
    return fix(adding: ", got \(shown.joined(separator: " and "))", sentence: "Got \(shown.joined(separator: " and "))")
  }

  /// A length or an element needs a label to distinguish it from the whole.
  private func isPart(_ expression: String) -> Bool {
    expression.hasPrefix("len(") || expression.contains("[") || expression.contains(".size(")
      || expression.hasSuffix(".count")
  }

  /// `, expected one of ...`, with the values as written or the expression that holds them.
  func listing(_ choices: RaiseSite.Choices) -> Fix? {
    let listed: String
    if let holder = choices.holder, tail.form != .template, isSimple(holder) {
      let expression = choices.kind == .keys && language == .python ? "list(\(holder))" : holder
      listed = language == .swift ? "\\(\(expression))" : "{\(expression)}"
      return fix(adding: ", expected one of \(listed)", sentence: "Expected one of \(listed)", formats: true)
    }
    guard choices.holder == nil, (2...8).contains(choices.values.count), let words = quoted(choices.values) else {
      return nil
    }
    listed = choices.kind == .types ? words.joined(separator: " or ") : words.joined(separator: ", ")
    let announced = choices.kind == .types ? "expected " : "expected one of "
    return fix(adding: ", \(announced)\(listed)", sentence: "E\(announced.dropFirst())\(listed)", formats: false)
  }

  /// The values, quoted so that they are valid inside this literal.
  private func quoted(_ values: [String]) -> [String]? {
    let quote = opening.last == "'" ? "\"" : "'"
    let words = values.map { value -> String in
      guard value.hasPrefix("\"") || value.hasPrefix("'") else { return value }
      return quote + value.dropFirst().dropLast() + quote
    }
    let spoilers = "\\\n{}%" + String(opening.last ?? "\"")
    if language == .swift {
      return values.allSatisfy { !$0.contains("\\") } ? values.map { $0.replacing("\"", with: "'") } : nil
    }
    return words.allSatisfy { word in !word.contains(where: spoilers.contains) } ? words : nil
  }

  /// The text without trailing spaces.
  private var body: Substring {
    guard let last = characters.lastIndex(where: { $0 != " " }) else { return "" }
    return characters[...last]
  }

  private var isSeveralSentences: Bool {
    let plain = text.plain
    return [". ", "! ", "? ", ".\n"].contains { mark in
      plain.ranges(of: mark).contains { range in plain[range.upperBound...].contains(where: \.isLetter) }
    }
  }

  /// Whether an expression can be interpolated without quotes, braces or escapes, and has no side effects.
  private func isSimple(_ expression: String) -> Bool {
    guard expression.utf8.count <= 40, let quote = opening.last else { return false }
    guard !expression.contains(quote), !expression.contains(where: { "\\{}\n=".contains($0) }) else { return false }
    if expression.contains(":"), !expression.hasPrefix("type(of:"), !expression.contains("[") { return false }
    guard let open = expression.firstIndex(of: "(") else { return true }
    return ["len", "type"].contains(expression[..<open]) || expression.hasPrefix("type(of")
      || [".size", ".dim", ".numel"].contains { expression[..<open].hasSuffix($0) }
  }

  /// `, expected rate >= 0`
  func requiring(_ required: String) -> Fix? {
    guard let quote = opening.last, !required.contains(where: { "\\{}%".contains($0) || $0 == quote }) else {
      return nil
    }
    return fix(adding: ", expected \(required)", sentence: "Expected \(required)", formats: false)
  }

  private func fix(adding words: String, sentence: String, formats: Bool = true) -> Fix? {
    let ends = body.last.map { ".!".contains($0) } ?? false
    var place = tail.characters.start + UInt32(body.utf8.count)
    var added = words
    if isSeveralSentences {
      added = (ends ? " " : ". ") + sentence + "."
    } else if ends {
      guard !body.hasSuffix("..") else { return nil }
      place -= 1
    } else if let last = body.last, ":,;".contains(last) {
      return nil
    }
    var edits = [Fix.Edit(SourceRange(start: place, end: place), added)]
    if formats, tail.form == .plain, language == .python {
      edits.insert(Fix.Edit(SourceRange(start: tail.literal.start, end: tail.literal.start), "f"), at: 0)
    }
    return Fix("add the missing details to the message", isSafe: false, edits: edits)
  }
}
