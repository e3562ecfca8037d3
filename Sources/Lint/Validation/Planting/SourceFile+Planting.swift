import LintModel
import LintSourceText

/// What planters ask of a text.
extension SourceFile {
  /// Whether the bytes on disk are the text, so that it can be edited: not so in a notebook.
  var isEditable: Bool { text.cells.isEmpty && !text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) }

  /// Where the line of an offset begins.
  func lineStart(of offset: UInt32) -> Int {
    let head = text.bytes[from: 0, to: Int(offset)]
    return head.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
  }

  /// Where the line of an offset ends, before its line ending.
  func lineEnd(of offset: UInt32) -> Int {
    text.bytes[from: Int(offset), to: text.bytes.count].firstIndex(of: UInt8(ascii: "\n")) ?? text.bytes.count
  }

  /// The spaces before an offset; nil if anything else precedes it on its line.
  func indentation(before offset: UInt32) -> String? {
    let head = text.bytes[from: lineStart(of: offset), to: Int(offset)]
    return head.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) ? String(decoding: head, as: UTF8.self) : nil
  }

  /// The lines that a range touches, the last line ending included.
  func lines(of range: SourceRange) -> SourceRange {
    let last = range.isEmpty ? range.end : range.end - 1
    let end = min(lineEnd(of: last) + 1, text.bytes.count)
    return SourceRange(start: UInt32(lineStart(of: range.start)), end: UInt32(end))
  }

  /// The text of a range if it is one plain literal or f-string, from quote to quote.
  func isOneLiteral(_ range: SourceRange) -> Bool {
    let literal = text[range].drop { "fFrR".contains($0) }
    guard let quote = literal.first, quote == "\"" || quote == "'", literal.last == quote, literal.count > 1 else {
      return false
    }
    return !literal.dropFirst().dropLast().contains(quote) && !literal.contains("\n")
  }

  /// The next byte after an offset that is no space, and its place.
  func next(after offset: UInt32) -> (place: Int, byte: UInt8)? {
    let rest = text.bytes[from: Int(offset), to: text.bytes.count]
    return rest.firstIndex { $0 > 0x20 }.map { ($0, text.bytes[$0]) }
  }

  /// The last byte before an offset that is no space, and its place.
  func previous(before offset: UInt32) -> (place: Int, byte: UInt8)? {
    let head = text.bytes[from: 0, to: Int(offset)]
    return head.lastIndex { $0 > 0x20 }.map { ($0, text.bytes[$0]) }
  }

  /// An item of a list of arguments with its comma; nil if it is not between commas and parentheses.
  func argumentWithComma(_ range: SourceRange) -> SourceRange? {
    guard let before = previous(before: range.start), let after = next(after: range.end) else { return nil }
    let isLast = after.byte == UInt8(ascii: ")")
    if before.byte == UInt8(ascii: ","), isLast || after.byte == UInt8(ascii: ",") {
      return SourceRange(start: UInt32(before.place), end: range.end)
    }
    guard before.byte == UInt8(ascii: "(") else { return nil }
    if isLast { return range }
    guard after.byte == UInt8(ascii: ","), let next = next(after: UInt32(after.place + 1)) else { return nil }
    return SourceRange(start: range.start, end: UInt32(next.place))
  }

  /// The functions that others call, with their places among the declarations.
  var publicCallables: [(index: Int, declaration: Declaration)] {
    model.declarations.enumerated().filter { item in
      let flags = item.element.flags
      return item.element.isCallable && item.element.isPublic
        && flags.isDisjoint(with: [.isStub, .isAbstract, .isLocal, .isOverload, .isOverride, .isDeprecated])
    }.map { ($0.offset, $0.element) }
  }

  /// The documentation of a function's parameters: its own, or for an initializer also that of its type.
  func docs(of index: Int) -> [Doc] {
    let item = model.declarations[index]
    let own = [item.doc].compactMap { $0 }
    guard item.isInitializer, let parent = item.parent, let outer = model.declarations[parent].doc else { return own }
    return own + [outer]
  }

  func entries(of index: Int) -> [Doc.Entry] { docs(of: index).flatMap(\.parameters) }
}
