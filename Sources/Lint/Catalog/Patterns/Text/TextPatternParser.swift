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
  /// Whether it can match without a character.
  var canBeEmpty: Bool {
    switch self {
    case .scalar, .any, .set: false
    case .assertion: true
    case .sequence(let pieces): pieces.allSatisfy(\.canBeEmpty)
    case .alternatives(let choices): choices.contains(where: \.canBeEmpty)
    case .group(let inner, _): inner.canBeEmpty
    case .repeated(let inner, let least, _, _): least == 0 || inner.canBeEmpty
    }
  }

  var isAssertion: Bool {
    if case .assertion = self { return true }
    return false
  }

  /// Texts of two bytes or more, all beginning with the same one, of which one stands at the start of every match.
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

/// Reads an expression into pieces; says what it does not know, and where.
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
    guard index == scalars.count else { throw error("unmatched ')'; write '\\)' to match it") }
    return piece
  }

  private mutating func alternatives() throws(TextPatternError) -> TextPiece {
    depth += 1
    defer { depth -= 1 }
    guard depth < 100 else { throw error("groups are nested more than 100 deep") }
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
      let start = index
      let piece = try single()
      let isGroup = scalars[start] == "("
      pieces.append(try repeated(piece, isRepeatable: isGroup || !piece.isAssertion))
    }
    return pieces.count == 1 ? pieces[0] : .sequence(pieces)
  }

  private mutating func repeated(_ piece: TextPiece, isRepeatable: Bool) throws(TextPatternError) -> TextPiece {
    let start = index
    guard let bounds = try bounds() else { return piece }
    guard isRepeatable else { throw error("nothing to repeat before this character", at: start) }
    let isLazy = index < scalars.count && scalars[index] == "?"
    if isLazy { index += 1 }
    let next = index
    if try self.bounds() != nil {
      throw error("a repetition cannot be repeated or possessive; put it in '(?:...)'", at: next)
    }
    return .repeated(piece, least: bounds.least, most: bounds.most, isLazy: isLazy)
  }

  /// The sign of a repetition; nil if there is none.
  private mutating func bounds() throws(TextPatternError) -> (least: Int, most: Int?)? {
    guard index < scalars.count else { return nil }
    let bounds: (least: Int, most: Int?)
    switch scalars[index] {
    case "*": bounds = (0, nil)
    case "+": bounds = (1, nil)
    case "?": bounds = (0, 1)
    case "{": return try counted()
    default: return nil
    }
    index += 1
    return bounds
  }

  /// `{2}`, `{2,}`, `{,5}`, `{2,5}`; nil for a brace that is only a brace.
  private mutating func counted() throws(TextPatternError) -> (least: Int, most: Int?)? {
    guard let close = scalars[index...].firstIndex(of: "}"), close > index + 1 else { return nil }
    let parts = scalars[(index + 1)..<close].split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.joined().allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
    // What is too large for an `Int` is too large here.
    let numbers = parts.map { part in part.isEmpty ? nil : Int(String(String.UnicodeScalarView(part))) ?? .max }
    let least = numbers[0] ?? 0
    let most = numbers.count == 1 ? least : numbers[1]
    guard max(least, most ?? 0) <= 1000, least <= most ?? least else {
      throw error("the bounds of a repetition must be in ascending order and at most 1000", at: close)
    }
    index = close + 1
    return (least, most)
  }

  private mutating func single() throws(TextPatternError) -> TextPiece {
    let start = index
    let sign = scalars[index]
    index += 1
    switch sign {
    case "(": return try group()
    case "[": return .set(try set())
    case ".": return .any
    case "^": return .assertion(.lineStart)
    case "$": return .assertion(.lineEnd)
    case "*", "+", "?":
      throw error("nothing to repeat before this character; write '\\\(sign)' to match it", at: index - 1)
    case "{":
      index -= 1
      if try counted() != nil {
        throw error("nothing to repeat before this character; write '\\{' to match it", at: start)
      }
      index = start + 1
      return .scalar(sign.value)
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
          throw error("only '(?:', '(?<name>' and a leading '(?i)' are supported; lookarounds are not", at: start)
        }
        let name = String(String.UnicodeScalarView(scalars[(index + 1)..<close]))
        guard name.utf8.first.map({ !(0x30...0x39).contains($0) }) ?? false,
          name.utf8.allSatisfy({ ScalarSet.word.contains(UInt32($0)) })
        else {
          throw error(
            "the name of a group consists of letters, digits and '_', and does not start with a digit", at: index + 1)
        }
        groupNames.append(name)
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
    guard index < scalars.count else { throw error("the pattern ends in '\\'; write '\\\\' to match it") }
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
      throw error("'\\\(sign)' is not supported; use one of \\b \\B \\d \\D \\w \\W \\s \\S \\n \\t \\r", at: index - 1)
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
        throw error("the bounds of a character range must be in ascending order", at: place)
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

/// Turns pieces into the steps of a machine.
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
      // Without an upper limit, the last of the required copies is the loop.
      for _ in 0..<(most == nil ? max(0, least - 1) : least) {
        let size = program.count
        try add(inner, to: &program)
        // To repeat what takes no step takes no step, however often.
        if program.count == size { break }
      }
      guard let most else {
        func split(_ step: Int, repeat start: Int, exit: Int) {
          program[step] = isLazy ? .split(exit, start) : .split(start, exit)
        }
        let entry = program.count
        // `(|a)*` prefers the empty match, which a loop that is entered at its condition would not find first: `((|a)+)?`.
        let hasEntry = least == 0
        if hasEntry { program.append(.jump(0)) }
        let start = program.count
        try add(inner, to: &program)
        if hasEntry, !inner.canBeEmpty {
          program.append(.jump(entry))
        } else {
          program.append(.jump(0))
          split(program.count - 1, repeat: start, exit: program.count)
        }
        if hasEntry { split(entry, repeat: start, exit: program.count) }
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
