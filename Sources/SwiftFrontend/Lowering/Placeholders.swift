import LintModel
import LintSourceText
import SwiftSyntax

extension Lowering {
  /// Marks what looks like a value to be filled in: `{size}` or `(size)` for a name in scope, `%d` outside a format.
  func withPlaceholders(_ text: MessageTemplate) -> MessageTemplate {
    var text = text
    let isFormat = bytes[from: Int(text.range.start), to: Int(text.range.end)].starts(with: "String(".utf8)
    for piece in text.pieces {
      guard case .literal = piece.content else { continue }
      var index = Int(piece.range.start)
      let end = Int(piece.range.end)
      while index < end {
        if let length = placeholder(at: index, in: Int(piece.range.start)..<end, isFormat: isFormat) {
          let range = SourceRange(start: UInt32(index), end: UInt32(index + length))
          text.unfilled.append(MessageTemplate.Placeholder(text: source(range), range: range))
          index += length
        } else {
          index += 1
        }
      }
    }
    return text
  }

  /// The length of a placeholder that begins here.
  private func placeholder(at index: Int, in range: Range<Int>, isFormat: Bool) -> Int? {
    switch bytes[index] {
    case UInt8(ascii: "{"): named(from: index, to: UInt8(ascii: "}"), in: range, includingMembers: true)
    case UInt8(ascii: "("):
      introducesValue(before: index, in: range)
        ? named(from: index, to: UInt8(ascii: ")"), in: range, includingMembers: false) : nil
    case UInt8(ascii: "%"): isFormat ? nil : specifier(from: index, in: range)
    default: nil
    }
  }

  private func named(from index: Int, to close: UInt8, in range: Range<Int>, includingMembers: Bool) -> Int? {
    var end = index + 1
    while end < range.upperBound, isIdentifier(bytes[end]) { end += 1 }
    guard end > index + 1, end < range.upperBound, bytes[end] == close else { return nil }
    let name = String(decoding: bytes[index + 1..<end], as: UTF8.self)
    return isInScope(name, includingMembers: includingMembers) ? end + 1 - index : nil
  }

  /// `got (x)`, `size: (x)`, `n = (x)`, `$(x)`: a value is due, and its backslash was forgotten.
  private func introducesValue(before index: Int, in range: Range<Int>) -> Bool {
    var start = index
    while start > range.lowerBound, bytes[start - 1] == UInt8(ascii: " ") { start -= 1 }
    guard start > range.lowerBound else { return false }
    let before = bytes[range.lowerBound..<start]
    if before.last == UInt8(ascii: "$") || before.last == UInt8(ascii: ":") || before.last == UInt8(ascii: "=") {
      return true
    }
    return ["got", "found", "received", "was"].contains { word in
      before.suffix(word.utf8.count).elementsEqual(word.utf8)
        && before.dropLast(word.utf8.count).last.map { !isIdentifier($0) } ?? true
    }
  }

  /// `%d`, `%@`, `%.2f`, `%ld`: after a space or a quote, not before a letter.
  private func specifier(from index: Int, in range: Range<Int>) -> Int? {
    if index > range.lowerBound {
      guard [" ", "'", "\"", "(", "[", "=", ":", "`"].contains(Unicode.Scalar(bytes[index - 1])) else { return nil }
    }
    var end = index + 1
    while end < range.upperBound, (0x30...0x39).contains(bytes[end]) || bytes[end] == UInt8(ascii: ".") { end += 1 }
    while end < range.upperBound, bytes[end] == UInt8(ascii: "l") { end += 1 }
    guard end < range.upperBound, "@dfsux".utf8.contains(bytes[end]) else { return nil }
    end += 1
    return end == range.upperBound || !isIdentifier(bytes[end]) ? end - index : nil
  }

  private func isInScope(_ name: String, includingMembers: Bool) -> Bool {
    if frames.contains(where: { $0.parameters[name] != nil || $0.locals.contains(name) }) { return true }
    guard includingMembers, let owner, let type = model.declarations[owner].parent else { return false }
    return model.declarations.contains { $0.parent == type && $0.kind == .property && $0.name.text == name }
  }
}
