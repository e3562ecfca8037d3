/// Makes invalid files from valid ones, deterministically for a seed.
struct Mutator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private static let signs = [
    "(", ")", "[", "]", "{", "}", "<", ">", "\"", "'", "`", "\"\"\"", "'''", "```", "#", "//", "/*", "*/", "#/", "/#",
    "\\", "\\(", "\n", "\r", "\r\n", "\t", " ", "\u{0}", "\u{0C}", "\u{1B}", "\u{7F}", "\u{85}", "\u{A0}", "\u{200B}",
    "\u{2028}", "\u{FEFF}", "\u{FFFD}", "\u{201C}", "\u{1F600}", "\u{301}", ",", ";", ":", ".", "..", "...", "=", "==",
    "->", "@", "&", "|", "?", "!", "-", "+", "*", "**", "%", "$", "~", "^", "_", "0x", "1e", "0", ">>>", "--", "---",
    "f\"", "f'{", "r'", "b'", "{{", "}}", "${", "<!--", "-->", "](", "![", "<a href=\"", "::", ".. ", "#if A\n",
    "#else\n",
    "#endif\n", "if ", "else ", "elif ", "for ", "while ", "def ", "class ", "func ", "struct ", "enum ", "case ",
    "let ",
    "var ", "try ", "await ", "async ", "throws ", "return ", "raise ", "throw ", "import ", "from ", "lambda ",
    "yield ",
    "not ", "in ", "is ", "as ", "with ", "public ", "private ", "static ", "extension ", "protocol ", "init", "self",
    "repeat ", "guard ", "switch ", "match ", "some ", "any ", "inout ", "actor ", "macro ", "mllint: allow(", "noqa",
    "TODO", "Args:\n", ":param ", "- Parameter ", "default: ", "expected ",
  ]

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// A number below a limit; 0 if there is none.
  mutating func number(below limit: Int) -> Int { limit > 0 ? Int(next() % UInt64(limit)) : 0 }

  /// One to eight changes; `other` is a file to take pieces of.
  mutating func mutant(of file: [UInt8], other: [UInt8]) -> [UInt8] {
    var bytes = file
    for _ in 0...number(below: 8) { change(&bytes, other) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8], _ other: [UInt8]) {
    let place = number(below: bytes.count + 1)
    switch number(below: 12) {
    case 0, 1: bytes.removeSubrange(range(in: bytes, from: place))
    case 2, 3, 4: bytes.insert(contentsOf: Self.signs[number(below: Self.signs.count)].utf8, at: place)
    case 5: bytes.insert(UInt8(number(below: 256)), at: place)
    case 6: bytes.insert(contentsOf: bytes[range(in: bytes, from: place)], at: number(below: bytes.count + 1))
    case 7: swap(&bytes)
    case 8: if place < bytes.count { bytes[place] = UInt8(number(below: 256)) }
    case 9: bytes.insert(contentsOf: other[range(in: other, from: number(below: other.count + 1))], at: place)
    case 10:
      let sign = Array(Self.signs[number(below: Self.signs.count)].utf8)
      for _ in 0...number(below: 20) { bytes.insert(contentsOf: sign, at: place) }
    default: if number(below: 4) == 0 { bytes.removeSubrange(place...) } else { dropLine(&bytes, place) }
    }
  }

  /// A few bytes, sometimes many.
  private mutating func range(in bytes: [UInt8], from start: Int) -> Range<Int> {
    let length = number(below: number(below: 5) == 0 ? 400 : 12) + 1
    return start..<min(start + length, bytes.count)
  }

  private mutating func swap(_ bytes: inout [UInt8]) {
    let first = range(in: bytes, from: number(below: bytes.count + 1))
    let second = range(in: bytes, from: first.upperBound + number(below: bytes.count - first.upperBound + 1))
    let (left, between, right) = (bytes[first], bytes[first.upperBound..<second.lowerBound], bytes[second])
    bytes.replaceSubrange(first.lowerBound..<second.upperBound, with: right + between + left)
  }

  private func dropLine(_ bytes: inout [UInt8], _ place: Int) {
    let start = bytes[..<place].lastIndex(of: 0x0A) ?? 0
    let end = bytes[place...].firstIndex(of: 0x0A) ?? bytes.count
    bytes.removeSubrange(start..<end)
  }
}
