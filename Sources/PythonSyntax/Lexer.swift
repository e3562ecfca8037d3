// Reading tokens: blanks, line ends, indentation, names, and the choice of what comes next.

extension Parser {
  /// Goes to the next token.
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
      case .blank:
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

  /// Goes past `\n`, `\r\n` or `\r`.
  @inline(__always)
  mutating func skipLineEnd() {
    let isPair = source[position] == UInt8(ascii: "\r") && source[position &+ 1] == UInt8(ascii: "\n")
    position &+= isPair ? 2 : 1
  }

  @inline(__always)
  func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

  /// The end of the file: the last line's end if it has none, then dedents, then nothing but the end.
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

  /// Goes past a backslash and the line end after it; fails and returns false if there is none.
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

  // MARK: - Comments

  mutating func skipComment() {
    let start = position
    position = endOfLine(from: position + 1)
    comments.append(UInt32(truncatingIfNeeded: start)..<UInt32(truncatingIfNeeded: position))
  }

  /// The offset of the next line end or of the end of the source, eight bytes at a time.
  func endOfLine(from start: Int) -> Int {
    let raw = UnsafeRawPointer(source)
    var offset = start
    while offset < count {
      let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let hits = Bytewise.matches(word, UInt8(ascii: "\n")) | Bytewise.matches(word, UInt8(ascii: "\r"))
      if hits != 0 { return min(offset &+ hits.trailingZeroBitCount / 8, count) }
      offset &+= 8
    }
    return count
  }

  // MARK: - Names

  @inline(__always)
  private mutating func lexName() {
    let start = position
    var end = start &+ 1
    while traits[Int(source[end])] & LexicalTables.nameByte != 0 { end &+= 1 }
    if source[start] >= 0x80 || source[end] >= 0x80 {
      lexUnicodeName()
      return
    }
    let length = end &- start
    position = end
    if length <= 2, classes[Int(source[end])] == .quote,
      let style = StringPieceStyle(prefix: source + start, length: length)
    {
      lexString(style)
      return
    }
    token = .name
    if length <= 8 {
      let word = UnsafeRawPointer(source + start).loadUnaligned(as: UInt64.self)
      let spelling = word & (UInt64.max >> UInt64(truncatingIfNeeded: 64 &- length &* 8))
      let slot = Int(truncatingIfNeeded: (spelling &* LexicalTables.keywordMultiplier) >> 58)
      if keywordWords[slot] == spelling { token = keywordTokens[slot] }
    }
  }

  /// A name with bytes beyond ASCII: every scalar must be allowed where it stands.
  private mutating func lexUnicodeName() {
    var end = position
    while true {
      let byte = source[end]
      if byte < 0x80 {
        guard traits[Int(byte)] & LexicalTables.nameByte != 0 else { break }
        end += 1
        continue
      }
      let (scalar, length) = decodeScalar(at: end)
      let properties = scalar.properties
      guard end == tokenStart ? properties.isXIDStart : properties.isXIDContinue else {
        fail(at: end, length: length, "invalid character \(describeScalar(at: end)) in a name")
        return
      }
      end += length
    }
    position = end
    token = .name
  }

  /// The scalar at an offset of the source, which is valid UTF-8.
  func decodeScalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = UInt32(source[offset])
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard length > 1 else { return (Unicode.Scalar(UInt8(first)), 1) }
    var value = first & (0x7F >> UInt32(length))
    for step in 1..<length { value = value << 6 | UInt32(source[offset + step] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
