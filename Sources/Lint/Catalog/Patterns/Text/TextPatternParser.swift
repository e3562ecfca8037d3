/// What an expression is made of.
indirect enum TextPiece {
  case scalar(UInt32)
  case any
  case set(ScalarSet)
  case assertion(TextAssertion)
  case sequence([TextPiece])
  case alternatives([TextPiece])
  case group(TextPiece, Int)
  case repeated(TextPiece, least: Int, most: Int?, isLazy: Bool)

  /// The longest run of plain characters that every match holds.
  var literal: [UInt8] {
    var best: [UInt8] = []
    var run: [UInt8] = []
    func close() {
      if run.count > best.count { best = run }
      run = []
    }
    func read(_ piece: TextPiece) {
      switch piece {
      case .scalar(let scalar): run += Unicode.Scalar(scalar).map { Array(String(Character($0)).utf8) } ?? []
      case .sequence(let pieces): for piece in pieces { read(piece) }
      case .group(let inner, _): read(inner)
      case .assertion: break
      case .repeated(let inner, let least, _, _) where least > 0:
        close()
        read(inner)
        close()
      default: close()
      }
    }
    read(self)
    close()
    return best
  }
}

extension TextPiece {
  /// Texts of two bytes or more, all beginning with the same one, of which one is at the start of every match.
  var leads: [[UInt8]] {
    let leads = start.texts
    guard let first = leads.first?.first, leads.count <= 64, leads.allSatisfy({ $0.count > 1 && $0[0] == first }) else {
      return []
    }
    return leads
  }

  /// What matches begin with, and whether that is all of a match.
  private var start: (texts: [[UInt8]], isWhole: Bool) {
    switch self {
    case .scalar(let scalar): return ([Unicode.Scalar(scalar).map { Array(String(Character($0)).utf8) } ?? []], true)
    case .assertion: return ([[]], true)
    case .group(let inner, _): return inner.start
    case .alternatives(let choices):
      let starts = choices.map(\.start)
      return (starts.flatMap(\.texts), starts.allSatisfy(\.isWhole))
    case .sequence(let pieces):
      var texts: [[UInt8]] = [[]]
      for piece in pieces {
        let next = piece.start
        guard texts.count * next.texts.count <= 64 else { return (texts, false) }
        texts = texts.flatMap { text in next.texts.map { text + $0 } }
        if !next.isWhole { return (texts, false) }
      }
      return (texts, true)
    case .repeated(let inner, let least, _, _): return least > 0 ? (inner.start.texts, false) : ([[]], false)
    case .any, .set: return ([[]], false)
    }
  }
}

/// Parses a regular expression; unsupported syntax is an error with its column.
struct TextPatternParser {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private(set) var groupNames: [String?] = [nil]
  private(set) var ignoresCase = false
  private var depth = 0

  init(_ source: String) { scalars = Array(source.unicodeScalars) }

  mutating func parse() throws(TextPatternError) -> TextPiece {
    if scalars.starts(with: "(?i)".unicodeScalars) {
      ignoresCase = true
      index = 4
    }
    guard index < scalars.count else { throw error("expected an expression, found nothing") }
    let piece = try alternatives()
    guard index == scalars.count else { throw error("unmatched ')'; write '\\)' to match the character") }
    return piece
  }

  private mutating func alternatives() throws(TextPatternError) -> TextPiece {
    depth += 1
    defer { depth -= 1 }
    guard depth < 100 else { throw error("more than 100 nested groups") }
    var choices = [try sequence()]
    while index < scalars.count, scalars[index] == "|" {
      index += 1
      choices.append(try sequence())
    }
    return choices.count == 1 ? choices[0] : .alternatives(choices)
  }

  private mutating func sequence() throws(TextPatternError) -> TextPiece {
    var pieces: [TextPiece] = []
    while index < scalars.count, scalars[index] != "|", scalars[index] != ")" {
      let piece = try single()
      pieces.append(try repeated(piece))
    }
    return pieces.count == 1 ? pieces[0] : .sequence(pieces)
  }

  private mutating func repeated(_ piece: TextPiece) throws(TextPatternError) -> TextPiece {
    var piece = piece
    while index < scalars.count {
      let bounds: (least: Int, most: Int?)
      switch scalars[index] {
      case "*": bounds = (0, nil)
      case "+": bounds = (1, nil)
      case "?": bounds = (0, 1)
      case "{":
        guard let counted = counted() else { return piece }
        bounds = counted
      default: return piece
      }
      index += 1
      if case .assertion = piece {
        throw error("nothing to repeat before this character", at: index - 1)
      }
      if let most = bounds.most, most < bounds.least || most > 1000 {
        throw error("the bounds of a repetition must ascend and be at most 1000", at: index - 1)
      }
      let isLazy = index < scalars.count && scalars[index] == "?"
      if isLazy { index += 1 }
      piece = .repeated(piece, least: bounds.least, most: bounds.most, isLazy: isLazy)
    }
    return piece
  }

  /// `{2}`, `{2,}`, `{2,5}`; leaves the index at the closing brace. nil for a brace that is only a brace.
  private mutating func counted() -> (least: Int, most: Int?)? {
    guard let close = scalars[index...].firstIndex(of: "}") else { return nil }
    let parts = String(String.UnicodeScalarView(scalars[(index + 1)..<close]))
      .split(separator: ",", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let least = Int(parts[0]), least <= 1000 else { return nil }
    let most: Int?
    if parts.count == 1 { most = least } else { most = Int(parts[1]) }
    guard parts.count == 1 || parts[1].isEmpty || most != nil else { return nil }
    index = close
    return (least, most)
  }

  private mutating func single() throws(TextPatternError) -> TextPiece {
    let sign = scalars[index]
    index += 1
    switch sign {
    case "(": return try group()
    case "[": return .set(try set())
    case ".": return .any
    case "^": return .assertion(.lineStart)
    case "$": return .assertion(.lineEnd)
    case "*", "+", "?":
      throw error("nothing to repeat before '\(sign)'; write '\\\(sign)' to match it", at: index - 1)
    case "\\": return try escaped()
    default: return .scalar(sign.value)
    }
  }

  private mutating func group() throws(TextPatternError) -> TextPiece {
    let start = index - 1
    var number: Int?
    if index < scalars.count, scalars[index] == "?" {
      index += 1
      if index < scalars.count, scalars[index] == ":" {
        index += 1
      } else {
        if index < scalars.count, scalars[index] == "P" { index += 1 }
        guard index + 1 < scalars.count, scalars[index] == "<", scalars[index + 1] != "=", scalars[index + 1] != "!",
          let close = scalars[index...].firstIndex(of: ">")
        else {
          throw error("unsupported group; only '(?:', '(?<name>' and a leading '(?i)' are supported", at: start)
        }
        groupNames.append(String(String.UnicodeScalarView(scalars[(index + 1)..<close])))
        number = groupNames.count - 1
        index = close + 1
      }
    } else {
      groupNames.append(nil)
      number = groupNames.count - 1
    }
    let inner = try alternatives()
    guard index < scalars.count, scalars[index] == ")" else { throw error("this '(' is never closed", at: start) }
    index += 1
    return number.map { .group(inner, $0) } ?? inner
  }

  private mutating func escaped() throws(TextPatternError) -> TextPiece {
    guard index < scalars.count else { throw error("trailing '\\'; write '\\\\' to match it") }
    let sign = scalars[index]
    index += 1
    switch sign {
    case "b": return .assertion(.wordEdge)
    case "B": return .assertion(.noWordEdge)
    default:
      if let set = Self.set(of: sign) { return .set(set) }
      return .scalar(try literal(sign))
    }
  }

  private static func set(of sign: Unicode.Scalar) -> ScalarSet? {
    var set: ScalarSet
    switch sign {
    case "d", "D": set = .digit
    case "w", "W": set = .word
    case "s", "S": set = .whitespace
    default: return nil
    }
    set.isNegated = sign.value < 0x60
    return set
  }

  private func literal(_ sign: Unicode.Scalar) throws(TextPatternError) -> UInt32 {
    switch sign {
    case "n": return 0x0A
    case "t": return 0x09
    case "r": return 0x0D
    case "0"..."9": throw error("back references are not supported", at: index - 1)
    case "a"..."z", "A"..."Z":
      throw error(
        "unknown escape '\\\(sign)'; supported are \\b \\B \\d \\D \\w \\W \\s \\S \\n \\t \\r", at: index - 1)
    default: return sign.value
    }
  }

  private mutating func set() throws(TextPatternError) -> ScalarSet {
    let start = index - 1
    var set = ScalarSet()
    if index < scalars.count, scalars[index] == "^" {
      set.isNegated = true
      index += 1
    }
    var isFirst = true
    while index < scalars.count, scalars[index] != "]" || isFirst {
      isFirst = false
      guard let low = try member(&set) else { continue }
      guard index + 1 < scalars.count, scalars[index] == "-", scalars[index + 1] != "]" else {
        set.ranges.append(low...low)
        continue
      }
      index += 1
      let place = index
      guard let high = try member(&set), high >= low else {
        throw error("the bounds of a character range must ascend", at: place)
      }
      set.ranges.append(low...high)
    }
    guard index < scalars.count else { throw error("this '[' is never closed", at: start) }
    index += 1
    return set
  }

  /// One character of a class; nil for a class in the class, which is added to it.
  private mutating func member(_ set: inout ScalarSet) throws(TextPatternError) -> UInt32? {
    let sign = scalars[index]
    index += 1
    guard sign == "\\", index < scalars.count else { return sign.value }
    let escaped = scalars[index]
    index += 1
    if let inner = Self.set(of: escaped) {
      set.ranges += inner.plainRanges
      return nil
    }
    return try literal(escaped)
  }

  private func error(_ problem: String, at place: Int? = nil) -> TextPatternError {
    TextPatternError(problem: problem, column: (place ?? index) + 1)
  }
}

/// Compiles the parsed expression into the machine's instructions.
enum TextPatternCompiler {
  private static let most = 10_000

  static func program(of piece: TextPiece) throws(TextPatternError) -> [TextInstruction] {
    var program: [TextInstruction] = [.save(0)]
    try add(piece, to: &program)
    program += [.save(1), .found]
    return program
  }

  private static func add(_ piece: TextPiece, to program: inout [TextInstruction]) throws(TextPatternError) {
    guard program.count < most else {
      throw TextPatternError(problem: "the expression is too large; nest fewer repetitions", column: 1)
    }
    switch piece {
    case .scalar(let scalar): program.append(.scalar(scalar))
    case .any: program.append(.any)
    case .set(let set): program.append(.set(set))
    case .assertion(let assertion): program.append(.assertion(assertion))
    case .sequence(let pieces): for piece in pieces { try add(piece, to: &program) }
    case .group(let inner, let number):
      program.append(.save(2 * number))
      try add(inner, to: &program)
      program.append(.save(2 * number + 1))
    case .alternatives(let choices):
      var jumps: [Int] = []
      for (number, choice) in choices.enumerated() {
        guard number < choices.count - 1 else {
          try add(choice, to: &program)
          break
        }
        let split = program.count
        program.append(.jump(0))
        try add(choice, to: &program)
        jumps.append(program.count)
        program.append(.jump(0))
        program[split] = .split(split + 1, program.count)
      }
      for jump in jumps { program[jump] = .jump(program.count) }
    case .repeated(let inner, let least, let most, let isLazy):
      for _ in 0..<least {
        let size = program.count
        try add(inner, to: &program)
        // To repeat what takes no step takes no step, however often.
        if program.count == size { break }
      }
      guard let most else {
        let split = program.count
        program.append(.jump(0))
        try add(inner, to: &program)
        program.append(.jump(split))
        program[split] = isLazy ? .split(program.count, split + 1) : .split(split + 1, program.count)
        return
      }
      var splits: [Int] = []
      for _ in least..<most {
        splits.append(program.count)
        program.append(.jump(0))
        try add(inner, to: &program)
      }
      for split in splits {
        program[split] = isLazy ? .split(program.count, split + 1) : .split(split + 1, program.count)
      }
    }
  }
}
