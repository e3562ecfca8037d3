/// Reads a pattern's bytes into tokens.
struct GlobCompiler {
  private typealias Token = Glob.Token

  /// Braces multiply: `{a,b}{c,d}` is four patterns. No honest pattern needs more.
  private static let maximumAlternatives = 256

  let hasBraces: Bool

  mutating func compile(_ pattern: [UInt8]) throws(GlobError) -> [[Glob.Token]] {
    var result: [[Glob.Token]] = []
    for alternative in try expand(pattern) { result.append(try tokens(alternative)) }
    return result
  }

  /// Writes out every choice of braces.
  private func expand(_ pattern: [UInt8]) throws(GlobError) -> [[UInt8]] {
    guard hasBraces, let open = index(of: "{", in: pattern, from: 0) else { return [pattern] }
    var depth = 0
    var parts: [[UInt8]] = [[]]
    var index = open + 1
    while index < pattern.count {
      let byte = pattern[index]
      if byte == UInt8(ascii: "\\"), index + 1 < pattern.count {
        parts[parts.count - 1] += pattern[index...index + 1]
        index += 2
        continue
      }
      if byte == UInt8(ascii: "}"), depth == 0 { break }
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if byte == UInt8(ascii: ","), depth == 0 { parts.append([]) } else { parts[parts.count - 1].append(byte) }
      index += 1
    }
    guard index < pattern.count else { throw GlobError(description: "expected '}' to close '{', found the end") }
    let prefix = Array(pattern[..<open])
    let tail = Array(pattern[(index + 1)...])
    var result: [[UInt8]] = []
    for part in parts {
      result += try expand(part + tail).map { prefix + $0 }
      guard result.count <= Self.maximumAlternatives else {
        throw GlobError(description: "the braces expand to more than \(Self.maximumAlternatives) patterns")
      }
    }
    return result
  }

  private func index(of character: Unicode.Scalar, in pattern: [UInt8], from start: Int) -> Int? {
    var index = start
    while index < pattern.count {
      if pattern[index] == UInt8(ascii: "\\") {
        index += 2
      } else if pattern[index] == UInt8(ascii: character) {
        return index
      } else {
        index += 1
      }
    }
    return nil
  }

  private func tokens(_ pattern: [UInt8]) throws(GlobError) -> [Glob.Token] {
    var tokens: [Token] = []
    var index = 0
    while index < pattern.count {
      switch pattern[index] {
      case UInt8(ascii: "\\"):
        guard index + 1 < pattern.count else {
          throw GlobError(description: "expected a character after '\\', found the end")
        }
        tokens.append(.byte(pattern[index + 1]))
        index += 2
      case UInt8(ascii: "*"):
        index = appendStars(of: pattern, at: index, to: &tokens)
      case UInt8(ascii: "?"):
        tokens.append(.anyScalar)
        index += 1
      case UInt8(ascii: "["):
        let (set, end) = try set(in: pattern, at: index)
        tokens.append(set)
        index = end
      case let byte:
        tokens.append(.byte(byte))
        index += 1
      }
    }
    return tokens
  }

  /// Two stars span folders only where they are alone between slashes; elsewhere they are one star.
  private func appendStars(of pattern: [UInt8], at start: Int, to tokens: inout [Glob.Token]) -> Int {
    let slash = UInt8(ascii: "/")
    var end = start
    while end < pattern.count, pattern[end] == UInt8(ascii: "*") { end += 1 }
    let startsFolder = start == 0 || pattern[start - 1] == slash
    if end - start == 2, startsFolder {
      if end == pattern.count {
        tokens.append(.everything)
        return end
      }
      if pattern[end] == slash {
        if tokens.last != .folders { tokens.append(.folders) }
        return end + 1
      }
    }
    tokens.append(.star)
    return end
  }

  private func set(in pattern: [UInt8], at start: Int) throws(GlobError) -> (Glob.Token, end: Int) {
    // Sets compare scalars, so that `[ä-ü]` means what it says.
    let scalars = Array(String(decoding: pattern[(start + 1)...], as: UTF8.self).unicodeScalars)
    var ranges: [ClosedRange<UInt32>] = []
    var index = 0
    var isNegated = false
    if let first = scalars.first, first == "!" || first == "^" {
      isNegated = true
      index = 1
    }
    let first = index
    while index < scalars.count, scalars[index] != "]" || index == first {
      if scalars[index] == "\\", index + 1 < scalars.count { index += 1 }
      let low = scalars[index].value
      index += 1
      var high = low
      if index + 1 < scalars.count, scalars[index] == "-", scalars[index + 1] != "]" {
        high = scalars[index + 1].value
        index += 2
      }
      guard low <= high else {
        throw GlobError(description: "the range in '[...]' is reversed; put its lower bound first")
      }
      ranges.append(low...high)
    }
    guard index < scalars.count else { throw GlobError(description: "expected ']' to close '[', found the end") }
    let consumed = scalars[...index].reduce(0) { $0 + UTF8.width($1) }
    return (.set(ranges, isNegated: isNegated), start + 1 + consumed)
  }
}
