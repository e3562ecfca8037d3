// The next token.

extension Parser {
  /// Advances to the next token.
  @inline(__always)
  mutating func advance() {
    if failed { return }
    previousEnd = position
    lex()
  }

  mutating func lex() {
    if pendingDedents > 0 {
      pendingDedents -= 1
      tokenStart = position
      token = .dedent
      return
    }
    if isAtLineStart && bracketDepth == 0 && lexIndentation() { return }
    while true {
      let byte = source[position]
      switch classes[Int(byte)] {
      case .space:
        position &+= 1
      case .letter:
        tokenStart = position
        lexName()
        return
      case .punctuation:
        tokenStart = position
        lexPunctuation(byte)
        return
      case .lineEnd:
        if bracketDepth > 0 {
          position &+= 1
          continue
        }
        tokenStart = position
        skipLineEnd()
        isAtLineStart = true
        token = .newline
        return
      case .digit:
        tokenStart = position
        lexNumber()
        return
      case .quote:
        tokenStart = position
        lexString(StringPieceStyle(rawValue: 0))
        return
      case .comment:
        skipComment()
      case .backslash:
        if !skipContinuation() { return }
      case .zero where position >= count:
        lexEndOfFile()
        return
      case .zero, .other:
        tokenStart = position
        fail(at: position, length: 1, "unexpected character \(describeScalar(at: position))")
        return
      }
    }
  }

  /// Skips `\n`, `\r\n` or `\r`.
  @inline(__always)
  mutating func skipLineEnd() {
    let isPair = source[position] == UInt8(ascii: "\r") && source[position &+ 1] == UInt8(ascii: "\n")
    position &+= isPair ? 2 : 1
  }

  @inline(__always)
  func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

  /// The end of the file: a line end if the last line has none, then dedents, then the end.
  private mutating func lexEndOfFile() {
    position = count
    tokenStart = count
    if bracketDepth == 0 && !isAtLineStart {
      isAtLineStart = true
      token = .newline
    } else {
      token = .endOfFile
    }
  }

  /// Skips a backslash and the line end after it; fails and returns false if there is none.
  private mutating func skipContinuation() -> Bool {
    guard isLineEnd(source[position + 1]) else {
      tokenStart = position
      fail(at: position, length: 1, "expected end of line after line continuation, found \(describeByte(position + 1))")
      return false
    }
    let backslash = position
    position += 1
    skipLineEnd()
    if position >= count {
      tokenStart = backslash
      fail(at: backslash, length: 1, "expected a line after line continuation, found end of file")
      return false
    }
    return true
  }
}
