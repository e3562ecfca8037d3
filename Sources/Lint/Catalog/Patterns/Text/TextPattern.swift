import LintSourceText

/// A regular expression, compiled once and searched in linear time, whatever the expression: a page that
/// others wrote can never make a run hang.
///
/// Alternatives, groups (`(?<name>...)` too), classes, `\d \w \s \b`, greedy and lazy repetition, `(?i)` in front. `^` and
/// `$` are ends of lines, and `.` is anything within one. There is no looking around and no back reference.
package struct TextPattern: Sendable {
  /// The places of one match: of the whole at 0, of each group after it.
  package typealias Match = [Range<Int>?]

  let program: [TextInstruction]
  /// The names of the groups; the whole match is group 0 and has none.
  package let groupNames: [String?]
  /// Bytes that are in every match: a text without them is not searched. Empty if none are known.
  let literal: [UInt8]
  let ignoresCase: Bool
  /// Texts, one of which is at the start of every match; empty if they are not known.
  private let leads: [[UInt8]]
  /// The bytes that a match can begin with; nil if it may be empty.
  let first: [Bool]?

  package init(_ source: String) throws(TextPatternError) {
    var parser = TextPatternParser(source)
    let piece = try parser.parse()
    groupNames = parser.groupNames
    ignoresCase = parser.ignoresCase
    program = try TextPatternCompiler.program(of: piece)
    literal = parser.ignoresCase ? [] : piece.literal
    leads = parser.ignoresCase ? [] : piece.leads
    first = TextMachine.firstBytes(of: program, ignoringCase: parser.ignoresCase)
  }

  /// The matches in a part of a text, from left to right, none overlapping another.
  package func matches(in bytes: [UInt8], _ range: Range<Int>) -> [Match] {
    guard mayMatch(bytes, range) else { return [] }
    let machine = TextMachine(self, bytes, range)
    var result: [Match] = []
    var start = range.lowerBound
    var allowsEmpty = true
    while let match = machine.firstMatch(from: start, allowsEmpty: allowsEmpty), let whole = match[0] {
      result.append(match)
      start = whole.upperBound
      allowsEmpty = !whole.isEmpty
    }
    return result
  }

  /// Whether the expression is found anywhere in a text.
  package func isFound(in text: String) -> Bool {
    let bytes = Array(text.utf8)
    return isFound(in: bytes, bytes.indices)
  }

  /// Whether the expression is found anywhere in a range: reading ends with the first match.
  package func isFound(in bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard mayMatch(bytes, range) else { return false }
    return TextMachine(self, bytes, range).firstMatch(from: range.lowerBound) != nil
  }

  /// Whether what every match holds is there: a search that costs little.
  func mayMatch(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard let lead = leads.first?.first else { return literal.isEmpty || Bytes.find(literal, in: bytes[range]) != nil }
    return bytes.withUnsafeBufferPointer { buffer in
      let text = UnsafeBufferPointer(rebasing: buffer[range])
      var next = 0
      while let index = Bytes.first(lead, in: text, from: next) {
        if leads.contains(where: { text[index...].starts(with: $0) }) { return true }
        next = index + 1
      }
      return false
    }
  }
}

/// An error in a regular expression.
package struct TextPatternError: Error, Hashable {
  package var problem: String
  /// Of the sign at fault, from 1.
  package var column: Int

  package init(problem: String, column: Int) {
    self.problem = problem
    self.column = column
  }
}

/// One step of a compiled expression.
enum TextInstruction: Sendable {
  case scalar(UInt32)
  case any
  case set(ScalarSet)
  /// Goes on at both places; the first one is preferred.
  case split(Int, Int)
  case jump(Int)
  case save(Int)
  case assertion(TextAssertion)
  case found
}

/// A condition on the place between two characters.
enum TextAssertion: Sendable { case lineStart, lineEnd, wordEdge, noWordEdge }

/// The characters of a class such as `[a-z_]` or `\d`.
struct ScalarSet: Sendable {
  var ranges: [ClosedRange<UInt32>] = []
  var isNegated = false

  func contains(_ scalar: UInt32) -> Bool { lists(scalar) != isNegated }

  /// Whether a character is in one of the ranges.
  func lists(_ scalar: UInt32) -> Bool { ranges.contains { $0.contains(scalar) } }

  static let digit = ScalarSet(ranges: [0x30...0x39])
  static let word = ScalarSet(ranges: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A, 0x80...0x10FFFF])
  static let whitespace = ScalarSet(ranges: [0x09...0x0D, 0x20...0x20])

  /// The set as a union of ranges without a negation around it.
  var plainRanges: [ClosedRange<UInt32>] {
    guard isNegated else { return ranges }
    var result: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound > next { result.append(next...(range.lowerBound - 1)) }
      next = max(next, range.upperBound + 1)
    }
    if next <= 0x10FFFF { result.append(next...0x10FFFF) }
    return result
  }
}
