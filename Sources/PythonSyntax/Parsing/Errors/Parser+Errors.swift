// Reporting errors.

extension Parser {
  /// Adds an error and continues to parse the statement.
  @inline(never)
  mutating func report(_ start: Int, _ end: Int, _ message: String) {
    let range = UInt32(truncatingIfNeeded: start)..<UInt32(truncatingIfNeeded: max(start, end))
    errors.append(ParseError(range: range, message: message))
  }

  /// Adds an error and skips the rest of the statement, unless it has already failed.
  @inline(never)
  mutating func fail(_ start: Int, _ end: Int, _ message: String) {
    guard !failed else { return }
    report(start, end, message)
    failed = true
    failedToken = token
    token = .failure
    previousEnd = max(previousEnd, tokenStart)
  }

  mutating func fail(at start: Int, length: Int, _ message: String) {
    token = .failure
    fail(start, min(start + length, count), message)
  }

  /// Fails at the current token.
  @inline(never)
  mutating func failExpecting(_ description: StaticString) {
    guard !failed else { return }
    fail(tokenStart, max(tokenEnd, tokenStart), "expected \(description), found \(describeToken())")
  }

  /// The end of the current token, or its start if it has no text.
  var tokenEnd: Int {
    switch token {
    case .newline, .indent, .dedent, .endOfFile: tokenStart
    default: position
    }
  }

  /// The current token in words.
  func describeToken() -> String {
    switch token {
    case .endOfFile: return "end of file" + openBracketHint
    case .newline: return tokenStart >= count ? "end of file" : "end of line"
    case .indent: return "an indented line"
    case .dedent: return "the end of the block"
    case .name: return "name '\(tokenText())'"
    case .integer, .float, .imaginary: return "number \(tokenText())"
    case .string, .formattedStart: return "a string"
    default: return token.isKeyword ? "keyword '\(tokenText())'" : "'\(tokenText())'"
    }
  }

  /// At the end of the file, a note about the innermost unclosed bracket.
  private var openBracketHint: String {
    guard bracketDepth > 0, bracketDepth <= Parser.maximumBracketDepth else { return "" }
    let opening = brackets[bracketDepth]
    let line = (0..<opening).reduce(1) { $0 + (source[$1] == UInt8(ascii: "\n") ? 1 : 0) }
    return ", but '\(describeByteText(opening))' on line \(line) is not closed"
  }

  /// The current token's text, truncated to 40 bytes.
  func tokenText() -> String {
    let length = min(position - tokenStart, 40)
    let text = String(decoding: UnsafeBufferPointer(start: source + tokenStart, count: max(length, 0)), as: UTF8.self)
    return position - tokenStart > 40 ? text + "..." : text
  }

  /// The character at an offset in words, or the end of the line or file.
  func describeByte(_ offset: Int) -> String {
    if offset >= count { return "end of file" }
    if isLineEnd(source[offset]) { return "end of line" }
    return describeScalar(at: offset)
  }

  func describeByteText(_ offset: Int) -> String { String(decodeScalar(at: offset).scalar) }

  func describeScalar(at offset: Int) -> String {
    let scalar = decodeScalar(at: offset).scalar
    let code = String(scalar.value, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
    return scalar.value < 0x20 || scalar.value == 0x7F ? name : scalar.isASCII ? "'\(scalar)'" : "'\(scalar)' (\(name))"
  }
}
