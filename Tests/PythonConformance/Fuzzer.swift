import Foundation
import PythonSyntax

/// Parses damaged files and checks what must hold of every tree.
enum Fuzzer {
  struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }

  static func run(_ arguments: [String]) throws -> Int32 {
    var seconds = 10.0
    var seed: UInt64 = 1
    var paths: [String] = []
    var index = 0
    while index < arguments.count {
      switch arguments[index] {
      case "--seconds": seconds = Double(arguments[index + 1]) ?? seconds
      case "--seed": seed = UInt64(arguments[index + 1]) ?? seed
      default:
        paths.append(arguments[index])
        index -= 1
      }
      index += 2
    }
    let files = Command.pythonFiles(paths).compactMap(Command.read).filter { $0.count < 200_000 && !$0.isEmpty }
    guard !files.isEmpty else { return 2 }
    let invariants = try Invariants()
    var random = Random(state: seed)
    let start = Date()
    var count = 0
    var bytesParsed = 0
    var slowest = 0.0
    var withErrors = 0
    while Date().timeIntervalSince(start) < seconds {
      let input = mutate(files, &random)
      try? Data(input).write(to: URL(fileURLWithPath: "/tmp/fuzz-last.py"))
      let before = Date()
      let tree = Tree.parse(input)
      let elapsed = Date().timeIntervalSince(before)
      slowest = max(slowest, elapsed * 1e6 / Double(input.count + 2000))
      if elapsed > 2 { print("slow: \(elapsed) s for \(input.count) bytes, input \(count)") }
      if let problem = invariants.violation(in: tree) {
        print("input \(count), seed \(seed): \(problem)")
        return 1
      }
      if !tree.errors.isEmpty { withErrors += 1 }
      count += 1
      bytesParsed += input.count
    }
    print("\(count) inputs, \(bytesParsed) bytes, \(withErrors) with errors, slowest \(slowest) us per byte")
    return 0
  }

  private static let fragments: [[UInt8]] = [
    "(", ")", "[", "]", "{", "}", ":", "=", "\n", "\r\n", "\r", "\t", " ", "    ", "\\\n", "'", "\"", "'''", "\"\"\"",
    "f'", "f\"{", "{x!r:>{y}}", "t'{a}'", "b'", "rf'''{", "}'''", "#c\n", "lambda ", "match x:\n", "case _:\n", "if ",
    "else:", "elif x:", "for x in ", "async ", "await ", "def f(", "class A:", "try:\n", "except* E:", "finally:",
    "with (", ") as x:", "import ", "from . import (", "yield ", "return", "*", "**", ":=", "->", "@", "...", "0x",
    "1e", "1_", "0777", "\u{0}", "\u{FEFF}", "é", "\u{1F600}", "\\N{DIGIT ONE}", "\\x4", "type X = ", "not ", " in ",
    "is ", "global ", "del ", ";", ",", "-", "~", "!", "$", "?", "`",
  ].map { Array($0.utf8) }

  private static func mutate(_ files: [[UInt8]], _ random: inout Random) -> [UInt8] {
    var input = files[Int(random.next() % UInt64(files.count))]
    let length = 1 + Int(random.next() % 6000)
    let from = Int(random.next() % UInt64(input.count))
    if random.next() % 8 != 0 { input = Array(input[from..<min(from + length, input.count)]) }
    for _ in 0..<random.next() % 12 {
      let place = Int(random.next() % UInt64(input.count + 1))
      let size = Int(random.next() % 20)
      switch random.next() % 6 {
      case 0: input.removeSubrange(place..<min(place + size, input.count))
      case 1: input.insert(contentsOf: fragments[Int(random.next() % UInt64(fragments.count))], at: place)
      case 2: if place < input.count { input[place] = UInt8(truncatingIfNeeded: random.next()) }
      case 3:
        let other = files[Int(random.next() % UInt64(files.count))]
        let start = Int(random.next() % UInt64(other.count))
        input.insert(contentsOf: other[start..<min(start + size * 10, other.count)], at: place)
      case 4: input.removeSubrange(place...)
      default:
        let piece = Array(input[place..<min(place + size, input.count)])
        for _ in 0..<random.next() % 300 { input.insert(contentsOf: piece, at: place) }
      }
    }
    return input
  }
}
