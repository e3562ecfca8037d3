/// Removes IPython's additions to Python from a cell.
enum CellSource {
  /// Cell magics whose body is Python all the same.
  private static let pythonCellMagics: Set<String> = [
    "time", "timeit", "capture", "prun", "px", "debug", "memit", "mprun", "autopx", "python", "python3", "wandb",
  ]

  /// Cell magics whose body a shell runs.
  private static let shells: Set<String> = ["bash", "sh", "shell", "!"]

  /// Removes the indentation of the first line from all lines that have it, as IPython does before it runs a cell.
  static func dedented(_ source: [UInt8]) -> [UInt8] {
    guard let first = lines(of: source).first(where: { hasCode(source[$0]) }) else { return source }
    let indent = source[first].prefix { $0 == 0x20 || $0 == 0x09 }
    guard !indent.isEmpty else { return source }
    var result: [UInt8] = []
    for line in lines(of: source) {
      result += source[line].starts(with: indent) ? source[line].dropFirst(indent.count) : source[line]
    }
    return result
  }

  /// Replaces magics (`%matplotlib inline`), shell lines (`!pip install x`) and help requests (`array?`) by a `0` and
  /// spaces of the same width. A cell of another language (`%%bash`) is blanked whole.
  static func clearingMagics(_ source: [UInt8]) -> [UInt8] {
    var commands: [Range<Int>] = []
    return clearingMagics(source, &commands)
  }

  /// - Parameter commands: Gets the places of what was blanked that a shell or IPython runs.
  static func clearingMagics(_ source: [UInt8], _ commands: inout [Range<Int>]) -> [UInt8] {
    var bytes = source
    var state = LineState()
    // What a magic leaves open: a shell line continues after a backslash, `%timeit f(` to its bracket.
    var magic = LineState()
    var isFirst = true
    for line in lines(of: source) {
      defer { isFirst = false }
      if magic.continuesStatement {
        magic.advance(over: source[line])
        clear(&bytes, line, leaving: nil)
        if let last = commands.popLast() { commands.append(last.lowerBound..<line.upperBound) }
        continue
      }
      guard !state.continuesStatement else {
        state.advance(over: bytes[line])
        continue
      }
      if isFirst || !hasCode(bytes[..<line.lowerBound]), let magic = cellMagic(bytes[line]) {
        guard pythonCellMagics.contains(magic) else {
          if shells.contains(magic) { commands += lines(of: source).filter { $0.lowerBound > line.lowerBound } }
          return cleared(bytes)
        }
        clear(&bytes, line, leaving: nil)
      } else if isMagic(bytes[line]) {
        clear(&bytes, line, leaving: UInt8(ascii: "0"))
        commands.append(line)
        magic = LineState()
        magic.advance(over: source[line])
      } else {
        state.advance(over: bytes[line])
      }
    }
    return bytes
  }

  /// `%%name` at the start of a cell.
  private static func cellMagic(_ line: ArraySlice<UInt8>) -> String? {
    guard line.starts(with: "%%".utf8) else { return nil }
    let name = line.dropFirst(2).prefix { !isSpace($0) }
    return String(decoding: name, as: UTF8.self)
  }

  private static func isMagic(_ line: ArraySlice<UInt8>) -> Bool {
    let code = line.drop(while: isSpace)
    guard let first = code.first else { return false }
    if first == UInt8(ascii: "!") || first == UInt8(ascii: "?") { return true }
    if first == UInt8(ascii: "%"), let second = code.dropFirst().first { return isLetter(second) || second == first }
    if let last = code.reversed().first(where: { !isSpace($0) }), last == UInt8(ascii: "?") {
      return !code.contains(UInt8(ascii: "#"))
    }
    return isAutomagic(code) || assignsMagic(code)
  }

  /// Commands that IPython takes without a sign: `cd data/`, `pip install timm`, `timeit -n 5 f()`, `pwd`.
  private static func isAutomagic(_ code: ArraySlice<UInt8>) -> Bool {
    let word = code.prefix(while: isLetter)
    let rest = code.dropFirst(word.count)
    let command = String(decoding: word, as: UTF8.self)
    guard let next = rest.first(where: { !isSpace($0) }) else { return bareCommands.contains(command) }
    guard let space = rest.first, isSpace(space), commands.contains(command) else { return false }
    let argument = rest.drop(while: isSpace)
    // `ls -l` and `timeit -n 5`, but not `cd - start`.
    let isFlag = next == UInt8(ascii: "-") && argument.dropFirst().first.map { isLetter($0) || $0 == next } == true
    let isArgument =
      isLetter(next) || next == UInt8(ascii: ".") || next == UInt8(ascii: "/") || next == UInt8(ascii: "~") || isFlag
    let isOperator = ["in", "is", "and", "or", "if", "for", "not", "else"].contains {
      argument.starts(with: "\($0) ".utf8)
    }
    return isArgument && !isOperator
  }

  private static let commands: Set<String> = [
    "cd", "ls", "pip", "conda", "mkdir", "rmdir", "cat", "cp", "mv", "rm", "time", "timeit", "prun", "memit", "run",
    "less", "more", "head", "man", "pushd",
  ]

  /// Commands that need no argument, and are hardly names of values.
  private static let bareCommands: Set<String> = ["ls", "pwd", "whos", "lsmagic", "ll"]

  /// `files = !ls` and `value = %env HOME`.
  private static func assignsMagic(_ code: ArraySlice<UInt8>) -> Bool {
    guard let equals = code.firstIndex(of: UInt8(ascii: "=")) else { return false }
    let target = code[..<equals]
    let value = code[code.index(after: equals)...].drop(while: isSpace)
    guard let sign = value.first, let next = value.dropFirst().first else { return false }
    return (sign == UInt8(ascii: "!") && next != UInt8(ascii: "=") || sign == UInt8(ascii: "%") && isLetter(next))
      && target.allSatisfy { isLetter($0) || isSpace($0) || $0 == UInt8(ascii: "_") || ($0 >= 0x30 && $0 <= 0x39) }
  }

  private static func hasCode(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.contains { !isSpace($0) } }

  /// Spaces in place of everything but line endings.
  static func cleared(_ bytes: [UInt8]) -> [UInt8] {
    bytes.map { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") ? $0 : UInt8(ascii: " ") }
  }

  private static func clear(_ bytes: inout [UInt8], _ line: Range<Int>, leaving sign: UInt8?) {
    var sign = sign
    for index in line where !isSpace(bytes[index]) {
      bytes[index] = sign ?? UInt8(ascii: " ")
      sign = nil
    }
  }

  private static func lines(of source: [UInt8]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for (index, byte) in source.enumerated() where byte == UInt8(ascii: "\n") {
      result.append(start..<index + 1)
      start = index + 1
    }
    if start < source.count { result.append(start..<source.count) }
    return result
  }

  fileprivate static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
}

/// What a line leaves open for the next: brackets, a triple-quoted string, a backslash.
private struct LineState {
  private var depth = 0
  private var quote: UInt8?
  private var endsInBackslash = false
  var continuesStatement: Bool { depth > 0 || quote != nil || endsInBackslash }

  mutating func advance(over line: ArraySlice<UInt8>) {
    endsInBackslash = false
    var index = line.startIndex
    while index < line.endIndex {
      let byte = line[index]
      let isTriple = index + 2 < line.endIndex && line[index + 1] == byte && line[index + 2] == byte
      if let open = quote {
        if byte == UInt8(ascii: "\\") {
          index += 1
        } else if byte == open, isTriple {
          quote = nil
          index += 2
        }
      } else {
        switch byte {
        case UInt8(ascii: "#"): return
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
        case UInt8(ascii: "\\"): endsInBackslash = line[(index + 1)...].allSatisfy(CellSource.isSpace)
        case UInt8(ascii: "'"), UInt8(ascii: "\""):
          if isTriple {
            quote = byte
            index += 2
          } else {
            index = endOfString(from: index, in: line)
          }
        default: break
        }
      }
      index += 1
    }
  }

  /// The index of the closing quote of a one-line string, or of the line's end.
  private func endOfString(from start: Int, in line: ArraySlice<UInt8>) -> Int {
    var index = start + 1
    while index < line.endIndex, line[index] != line[start] { index += line[index] == UInt8(ascii: "\\") ? 2 : 1 }
    return index
  }
}
