// Indentation.

extension Parser {
  /// Skips empty lines and the indentation of the next line. Returns true if that is a token: indent, dedent or the
  /// end.
  mutating func lexIndentation() -> Bool {
    let tabSize = 8
    while true {
      var column = 0
      var tabColumn = 0
      var continued: (column: Int, tabColumn: Int)?
      scan: while true {
        switch source[position] {
        case UInt8(ascii: " "):
          column &+= 1
          tabColumn &+= 1
        case UInt8(ascii: "\t"):
          column = (column / tabSize + 1) * tabSize
          tabColumn &+= 1
        case 12:
          column = 0
          tabColumn = 0
        case UInt8(ascii: "\\") where isLineEnd(source[position + 1]) && position + 2 < count:
          // Only the indentation before the first backslash counts.
          if continued == nil && column > 0 { continued = (column, tabColumn) }
          position += 1
          skipLineEnd()
          continue
        default:
          break scan
        }
        position &+= 1
      }
      switch source[position] {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        skipLineEnd()
        continue
      case UInt8(ascii: "#"):
        skipComment()
        continue
      case 0 where position >= count:
        position = count
        return setIndentation(0, tabColumn: 0, atEnd: true)
      default:
        isAtLineStart = false
        return setIndentation(
          continued?.column ?? column, tabColumn: continued?.tabColumn ?? tabColumn, atEnd: false)
      }
    }
  }

  @inline(__always)
  private mutating func setIndentation(_ column: Int, tabColumn: Int, atEnd: Bool) -> Bool {
    let top = indents[indentCount &- 1]
    tokenStart = position
    if column == Int(top.column) {
      if tabColumn != Int(top.tabColumn) { reportTabs() }
      if atEnd { token = .endOfFile }
      return atEnd
    }
    return changeIndentation(column, tabColumn: tabColumn)
  }

  @inline(never)
  private mutating func changeIndentation(_ column: Int, tabColumn: Int) -> Bool {
    let top = indents[indentCount - 1]
    if column > Int(top.column) {
      if tabColumn <= Int(top.tabColumn) { reportTabs() }
      guard indentCount < Parser.maximumIndents else {
        report(position, position, "expected at most \(Parser.maximumIndents - 1) levels of indentation, found more")
        return false
      }
      indents[indentCount] = Indent(
        column: Int32(truncatingIfNeeded: column), tabColumn: Int32(truncatingIfNeeded: tabColumn))
      indentCount += 1
      token = .indent
      return true
    }
    while indentCount > 1 && column < Int(indents[indentCount - 1].column) {
      indentCount -= 1
      pendingDedents += 1
    }
    let match = indents[indentCount - 1]
    if column != Int(match.column) {
      report(position, position, "expected the indentation of an enclosing block, found indentation that matches none")
    } else if tabColumn != Int(match.tabColumn) {
      reportTabs()
    }
    pendingDedents -= 1
    token = .dedent
    return true
  }

  private mutating func reportTabs() {
    let start = startOfLine(position)
    report(
      start, position, "inconsistent use of tabs and spaces in the indentation")
  }

  func startOfLine(_ offset: Int) -> Int {
    var start = offset
    while start > 0, !isLineEnd(source[start - 1]) { start -= 1 }
    return start
  }
}
