/// A comment to mllint, read strictly: `mllint: allow(rule, rule) reason` or `mllint: allow-file(rule) reason`.
package enum SuppressionComment: Sendable, Equatable {
  case allow(Allowance)
  /// What was expected and found instead.
  case malformed(String)

  package struct Allowance: Sendable, Equatable {
    package var isWholeFile: Bool
    package var rules: [RuleName]
    package var reason: String
  }

  /// A rule's name and its position, in bytes from the start of the comment's text.
  package struct RuleName: Sendable, Equatable {
    package var text: String
    package var offset: Int
  }

  /// - Parameter text: A directive's text, from `mllint:` on.
  package init(_ text: String) {
    let bytes = Array(text.utf8)
    var index = "mllint:".utf8.count
    func skipWhitespace() { while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 } }
    func word() -> String {
      let start = index
      while index < bytes.count, Self.isWord(bytes[index]) { index += 1 }
      return String(decoding: bytes[start..<index], as: UTF8.self)
    }
    skipWhitespace()
    let verb = word()
    guard verb == "allow" || verb == "allow-file" else {
      self = .malformed("expected 'allow(rule) reason' or 'allow-file(rule) reason', found \(Self.shown(verb))")
      return
    }
    skipWhitespace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "(") else {
      self = .malformed("expected the names of rules in parentheses after '\(verb)'")
      return
    }
    index += 1
    var rules: [RuleName] = []
    while true {
      skipWhitespace()
      let offset = index
      let name = word()
      guard !name.isEmpty else {
        self = .malformed("expected the name of a rule in '\(verb)(...)'")
        return
      }
      rules.append(RuleName(text: name, offset: offset))
      skipWhitespace()
      guard index < bytes.count, bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: ")") else {
        self = .malformed("expected ',' or ')' after '\(name)'")
        return
      }
      index += 1
      if bytes[index - 1] == UInt8(ascii: ")") { break }
    }
    self = .allow(
      Allowance(isWholeFile: verb == "allow-file", rules: rules, reason: Self.reason(bytes[index...])))
  }

  /// The words after the parentheses, without the sign that ends a block comment.
  private static func reason(_ bytes: ArraySlice<UInt8>) -> String {
    var rest = bytes
    for fileExtension in ["*/", "-->"] {
      while let last = rest.last, isSpace(last) { rest.removeLast() }
      let size = fileExtension.utf8.count
      if rest.count >= size, rest.suffix(size).elementsEqual(fileExtension.utf8) { rest.removeLast(size) }
    }
    while let last = rest.last, isSpace(last) { rest.removeLast() }
    rest = rest.drop { isSpace($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "-") }
    return String(decoding: rest, as: UTF8.self)
  }

  private static func shown(_ word: String) -> String { word.isEmpty ? "neither" : "'\(word)'" }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
