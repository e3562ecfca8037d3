import LintModel
import LintSourceText

/// Finds comments and string literals in a Python or Swift file, for patterns on texts.
///
/// A scan of bytes, not a tree: it runs only where a rule asks for comments or literals and the file holds what the
/// rule's expression needs.
struct LexicalScan {
  private(set) var comments: [SourceRange] = []
  /// The characters between the quotes.
  private(set) var strings: [SourceRange] = []
  private let bytes: [UInt8]
  private let isSwift: Bool

  init(_ file: SourceFile) {
    bytes = file.text.bytes
    isSwift = file.language == .swift
    run()
  }

  private mutating func run() {
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "#") where !isSwift: index = lineComment(from: index)
      case UInt8(ascii: "/") where isSwift && byte(index + 1) == UInt8(ascii: "/"): index = lineComment(from: index)
      case UInt8(ascii: "/") where isSwift && byte(index + 1) == UInt8(ascii: "*"): index = blockComment(from: index)
      case UInt8(ascii: "\""): index = string(from: index)
      case UInt8(ascii: "'") where !isSwift: index = string(from: index)
      default: index += 1
      }
    }
  }

  private mutating func lineComment(from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") { end += 1 }
    comments.append(SourceRange(start: UInt32(start), end: UInt32(end)))
    return end
  }

  private mutating func blockComment(from start: Int) -> Int {
    var depth = 0
    var index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "/"), byte(index + 1) == UInt8(ascii: "*") {
        depth += 1
        index += 2
      } else if bytes[index] == UInt8(ascii: "*"), byte(index + 1) == UInt8(ascii: "/") {
        depth -= 1
        index += 2
        if depth == 0 { break }
      } else {
        index += 1
      }
    }
    comments.append(SourceRange(start: UInt32(start), end: UInt32(index)))
    return index
  }

  private mutating func string(from start: Int) -> Int {
    let quote = bytes[start]
    let isTriple = byte(start + 1) == quote && byte(start + 2) == quote
    var signs = 0
    while isSwift, start - signs > 0, bytes[start - signs - 1] == UInt8(ascii: "#") { signs += 1 }
    let isRaw = signs > 0
    var index = start + (isTriple ? 3 : 1)
    let first = index
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\\"), !isRaw {
        index += 2
      } else if bytes[index] == quote, !isTriple || byte(index + 1) == quote && byte(index + 2) == quote,
        (0..<signs).allSatisfy({ byte(index + (isTriple ? 3 : 1) + $0) == UInt8(ascii: "#") })
      {
        break
      } else if !isTriple, bytes[index] == UInt8(ascii: "\n") {
        // A literal that never ends on its line is none.
        return index
      } else {
        index += 1
      }
    }
    let end = min(index, bytes.count)
    strings.append(SourceRange(start: UInt32(first), end: UInt32(end)))
    return end + (isTriple ? 3 : 1) + signs
  }

  private func byte(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }
}
