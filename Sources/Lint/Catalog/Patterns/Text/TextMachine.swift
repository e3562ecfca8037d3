/// Runs a compiled expression by following all alternatives in parallel, so that the time stays linear.
struct TextMachine {
  private let pattern: TextPattern
  private let bytes: [UInt8]
  private let range: Range<Int>

  /// The ways that are open at one place, the preferred one first; each step at most once.
  private struct Threads {
    var steps: [Int] = []
    var saved: [[Int]] = []
    /// The place at which a step was added last.
    var stamps: [Int]

    init(count: Int) { stamps = Array(repeating: -1, count: count) }

    mutating func clear() {
      steps.removeAll(keepingCapacity: true)
      saved.removeAll(keepingCapacity: true)
    }
  }

  init(_ pattern: TextPattern, _ bytes: [UInt8], _ range: Range<Int>) {
    self.pattern = pattern
    self.bytes = bytes
    self.range = range
  }

  /// The leftmost match that begins at a place or after it; of those, the one that the expression prefers.
  ///
  /// - Parameter allowsEmpty: Whether an empty match at the place itself counts. It does not after an empty match there.
  func firstMatch(from start: Int, allowsEmpty: Bool = true) -> TextPattern.Match? {
    var place = start
    let first = pattern.first
    if let first {
      while place < range.upperBound, !first[Int(bytes[place])] { place += 1 }
      if place == range.upperBound { return nil }
    }
    var best: [Int]?
    var current = Threads(count: pattern.program.count)
    var next = Threads(count: pattern.program.count)
    let empty = Array(repeating: -1, count: 2 * pattern.groupNames.count)
    while true {
      if best == nil {
        if current.steps.isEmpty, let first {
          while place < range.upperBound, !first[Int(bytes[place])] { place += 1 }
        }
        add(0, empty, at: place, to: &current)
      }
      guard !current.steps.isEmpty else {
        guard best == nil, place < range.upperBound else { break }
        place += scalar(at: place).length
        continue
      }
      let (value, length) = place < range.upperBound ? scalar(at: place) : (UInt32.max, 1)
      for index in current.steps.indices {
        let step = current.steps[index]
        switch pattern.program[step] {
        case .scalar(let wanted):
          if value != .max, equal(value, wanted) { add(step + 1, current.saved[index], at: place + length, to: &next) }
        case .any:
          if value != .max, value != 0x0A, value != 0x0D {
            add(step + 1, current.saved[index], at: place + length, to: &next)
          }
        case .set(let set):
          if value != .max, contains(set, value) { add(step + 1, current.saved[index], at: place + length, to: &next) }
        default: break
        }
        guard case .found = pattern.program[step], allowsEmpty || place > start else { continue }
        best = current.saved[index]
        // The expression prefers this match to all that follows.
        break
      }
      swap(&current, &next)
      next.clear()
      guard place < range.upperBound else { break }
      place += length
    }
    return best.map { saved in
      (0..<pattern.groupNames.count).map { group in
        saved[2 * group] >= 0 && saved[2 * group + 1] >= 0 ? saved[2 * group]..<saved[2 * group + 1] : nil
      }
    }
  }

  /// Adds a step and all that it leads to without a character.
  private func add(_ step: Int, _ saved: [Int], at place: Int, to list: inout Threads) {
    var pending: [(step: Int, saved: [Int])] = [(step, saved)]
    while let (step, saved) = pending.popLast() {
      guard list.stamps[step] != place else { continue }
      list.stamps[step] = place
      switch pattern.program[step] {
      case .jump(let target): pending.append((target, saved))
      case .split(let preferred, let other):
        pending.append((other, saved))
        pending.append((preferred, saved))
      case .save(let slot):
        var saved = saved
        saved[slot] = place
        pending.append((step + 1, saved))
      case .assertion(let assertion):
        if holds(assertion, at: place) { pending.append((step + 1, saved)) }
      default:
        list.steps.append(step)
        list.saved.append(saved)
      }
    }
  }

  private func holds(_ assertion: TextAssertion, at place: Int) -> Bool {
    switch assertion {
    case .lineStart: return place == range.lowerBound || bytes[place - 1] == 0x0A
    case .lineEnd: return place >= range.upperBound || bytes[place] == 0x0A || bytes[place] == 0x0D
    case .wordEdge: return isWord(before: place) != isWord(at: place)
    case .noWordEdge: return isWord(before: place) == isWord(at: place)
    }
  }

  private func isWord(at place: Int) -> Bool {
    place < range.upperBound && ScalarSet.word.contains(UInt32(bytes[place]))
  }
  private func isWord(before place: Int) -> Bool {
    place > range.lowerBound && ScalarSet.word.contains(UInt32(bytes[place - 1]))
  }

  private func equal(_ value: UInt32, _ wanted: UInt32) -> Bool {
    value == wanted || pattern.ignoresCase && Self.lower(value) == Self.lower(wanted)
  }

  private func contains(_ set: ScalarSet, _ value: UInt32) -> Bool {
    guard pattern.ignoresCase else { return set.contains(value) }
    let isMember = set.lists(value) || set.lists(Self.lower(value)) || set.lists(Self.upper(value))
    return isMember != set.isNegated
  }

  private static func lower(_ value: UInt32) -> UInt32 { (0x41...0x5A).contains(value) ? value + 0x20 : value }
  private static func upper(_ value: UInt32) -> UInt32 { (0x61...0x7A).contains(value) ? value - 0x20 : value }

  /// The character at a place; a broken one counts as its first byte.
  private func scalar(at place: Int) -> (value: UInt32, length: Int) {
    let lead = bytes[place]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
    guard length > 1, place + length <= range.upperBound else { return (UInt32(lead), 1) }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[place + offset] & 0x3F) }
    return (value, length)
  }

  /// The bytes that a match can begin with; nil if it may be empty or begin with a condition.
  static func firstBytes(of program: [TextInstruction], ignoringCase: Bool) -> [Bool]? {
    var result = Array(repeating: false, count: 256)
    var pending = [0]
    var seen: Set<Int> = []
    func allow(_ scalar: UInt32) { result[scalar < 0x80 ? Int(scalar) : Int(leadByte(scalar))] = true }
    while let step = pending.popLast() {
      guard seen.insert(step).inserted else { continue }
      switch program[step] {
      case .jump(let target): pending.append(target)
      case .split(let one, let other): pending += [one, other]
      // A condition only narrows what may follow it.
      case .save, .assertion: pending.append(step + 1)
      case .scalar(let scalar):
        allow(scalar)
        if ignoringCase {
          allow(lower(scalar))
          allow(upper(scalar))
        }
      case .any: return nil
      case .set(let set):
        for byte in 0..<UInt32(128) where set.contains(byte) || ignoringCase { result[Int(byte)] = true }
        for byte in 128..<256 { result[byte] = true }
      case .found: return nil
      }
    }
    return result
  }

  private static func leadByte(_ scalar: UInt32) -> UInt8 {
    Unicode.Scalar(scalar).flatMap { String(Character($0)).utf8.first } ?? 0xFF
  }
}
