/// A regular expression in the notation of `TextPattern` and in that of Python's `re`, and a text to search.
struct PatternSample {
  var expression = ""
  var python = ""
  var text = ""
  /// Whether the expression repeats something that can be empty. Which match is preferred then differs between engines.
  var repeatsEmpty = false
}

/// Draws samples from the supported syntax.
struct PatternSampler {
  private struct Piece {
    var expression: String
    var python: String
    var canBeEmpty: Bool

    init(_ expression: String, _ python: String? = nil, canBeEmpty: Bool = false) {
      self.expression = expression
      self.python = python ?? expression
      self.canBeEmpty = canBeEmpty
    }
  }

  /// ASCII characters outside words, for a class of Python. Its own `\w` differs from ours beyond ASCII.
  private static let nonWord = "\\x00-/:-@\\[-^`{-\\x7f"
  private static let letters = ["a", "b", "c", "A", "B", "é", "漢", "😀", " ", "_", "1", "-", "\n", "\r", "\t"]

  private var random: SplitMix
  private var ignoresCase = false
  private var repeatsEmpty = false
  private var groups = 0

  init(seed: UInt64) { random = SplitMix(state: seed) }

  mutating func next() -> PatternSample {
    ignoresCase = chance(5)
    repeatsEmpty = false
    groups = 0
    let piece = alternatives(depth: 0)
    let flag = ignoresCase ? "(?i)" : ""
    // An empty expression is an error.
    let prefix = piece.expression.isEmpty ? "a" : ""
    let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in pick(Self.letters) }.joined()
    return PatternSample(
      expression: flag + prefix + piece.expression, python: flag + prefix + piece.python, text: text,
      repeatsEmpty: repeatsEmpty)
  }

  private mutating func chance(_ outOf: Int) -> Bool { Int.random(in: 0..<outOf, using: &random) == 0 }

  private mutating func pick(_ choices: [String]) -> String { choices[Int.random(in: choices.indices, using: &random)] }

  private mutating func alternatives(depth: Int) -> Piece {
    var result = sequence(depth: depth)
    while chance(4) {
      let other = sequence(depth: depth)
      result.expression += "|" + other.expression
      result.python += "|" + other.python
      result.canBeEmpty = result.canBeEmpty || other.canBeEmpty
    }
    return result
  }

  private mutating func sequence(depth: Int) -> Piece {
    var result = Piece("", canBeEmpty: true)
    for _ in 0..<Int.random(in: chance(10) ? 0...0 : 1...4, using: &random) {
      let piece = repeated(depth: depth)
      result.expression += piece.expression
      result.python += piece.python
      result.canBeEmpty = result.canBeEmpty && piece.canBeEmpty
    }
    return result
  }

  private mutating func repeated(depth: Int) -> Piece {
    if chance(8) { return assertion() }
    var piece = depth < 3 && chance(4) ? group(depth: depth) : single()
    guard chance(3) else { return piece }
    let least = Int.random(in: 0...2, using: &random)
    let most = least + Int.random(in: 0...2, using: &random)
    let counts = ["{\(least)}", "{\(least),}", "{\(least),\(most)}", "{,\(most)}"]
    let sign = pick(["*", "+", "?"] + counts)
    let suffix = sign + (chance(3) ? "?" : "")
    if piece.canBeEmpty { repeatsEmpty = true }
    piece.expression += suffix
    piece.python += suffix
    if sign != "+" { piece.canBeEmpty = piece.canBeEmpty || !sign.hasPrefix("{") || sign.hasPrefix("{,") || least == 0 }
    return piece
  }

  private mutating func group(depth: Int) -> Piece {
    let kind = Int.random(in: 0..<3, using: &random)
    groups += 1
    let name = "g\(groups)"
    let inner = alternatives(depth: depth + 1)
    let open = [("(", "("), ("(?:", "(?:"), ("(?<\(name)>", "(?P<\(name)>")][kind]
    return Piece(
      open.0 + inner.expression + ")", open.1 + inner.python + ")", canBeEmpty: inner.canBeEmpty)
  }

  private mutating func assertion() -> Piece {
    let (word, other) = ("[^\(Self.nonWord)]", "(?:\\Z|[\(Self.nonWord)])")
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return Piece("^", canBeEmpty: true)
    case 1: return Piece("$", "(?=[\\n\\r]|\\Z)", canBeEmpty: true)
    case 2: return Piece("\\b", "(?:(?<=\(word))(?=\(other))|(?<!\(word))(?=\(word)))", canBeEmpty: true)
    default: return Piece("\\B", "(?:(?<=\(word))(?=\(word))|(?<!\(word))(?=\(other)))", canBeEmpty: true)
    }
  }

  private mutating func single() -> Piece {
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return Piece(".", "[^\\n\\r]")
    case 1: return Piece("\\w", "[^\(Self.nonWord)]")
    case 2: return Piece("\\W", "[\(Self.nonWord)]")
    case 3: return Piece(pick(["\\d", "\\D", "\\s", "\\S", "\\n", "\\t", "\\r", "\\-", "\\.", "\\\\"]))
    case 4, 5: return set()
    default:
      return Piece(pick(["a", "b", "c", "A", "é", "漢", "😀", " ", "_", "1", "-", "ab", "{a", "\\{", "}", "]", ","]))
    }
  }

  private mutating func set() -> Piece {
    var result = Piece(chance(3) ? "[^" : "[")
    if chance(10) { add(Piece("]"), to: &result) }
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      switch Int.random(in: 0..<8, using: &random) {
      case 0: add(Piece(pick(["\\d", "\\D", "\\s", "\\S", "\\n", "\\]", "\\-"])), to: &result)
      case 1 where !ignoresCase: add(Piece("\\w", "0-9A-Z_a-z\\x80-\\U0010ffff"), to: &result)
      case 2 where !ignoresCase: add(Piece("\\W", Self.nonWord), to: &result)
      case 3: add(Piece(pick(["a-c", "A-b", "0-9", "é-漢", "a-é", " -~"])), to: &result)
      default: add(Piece(pick(["a", "b", "c", "A", "é", "漢", "😀", " ", "_", "1", ".", "$", "("])), to: &result)
      }
    }
    if chance(10) { add(Piece("-"), to: &result) }
    add(Piece("]"), to: &result)
    return result
  }

  private func add(_ piece: Piece, to result: inout Piece) {
    result.expression += piece.expression
    result.python += piece.python
  }
}
