import Foundation
import PythonSyntax

/// Shows how the time grows with inputs that invite quadratic time.
enum Scaling {
  static let shapes: [(String, @Sendable (Int) -> String)] = [
    ("sum", { "x = " + String(repeating: "a + ", count: $0) + "a\n" }),
    ("attributes", { "x" + String(repeating: ".a", count: $0) + "\n" }),
    ("calls", { "x" + String(repeating: "()", count: $0) + "\n" }),
    ("brackets", { String(repeating: "(", count: $0) + "\n" }),
    ("brackets in turn", { String(repeating: "([{", count: $0) + "\n" }),
    ("decorators", { String(repeating: "@a\n", count: $0) + "def f(): pass\n" }),
    ("string lines", { "x = '''" + String(repeating: "line\n", count: $0) + "'''\n" }),
    ("elifs", { "if a: pass\n" + String(repeating: "elif b: pass\n", count: $0) }),
    ("conditionals", { "x = " + String(repeating: "a if b else ", count: $0) + "c\n" }),
    ("signs", { "x = " + String(repeating: "-", count: $0) + "1\n" }),
    ("nots", { "x = " + String(repeating: "not ", count: $0) + "1\n" }),
    ("powers", { "x = " + String(repeating: "a ** ", count: $0) + "1\n" }),
    ("lambdas", { "x = " + String(repeating: "lambda: ", count: $0) + "1\n" }),
    ("comparisons", { "x = " + String(repeating: "a < ", count: $0) + "1\n" }),
    ("assignments", { String(repeating: "a = ", count: $0) + "1\n" }),
    ("match calls", { String(repeating: "match (a)\n", count: $0) }),
    ("with", { String(repeating: "with (a) as b: pass\n", count: $0) }),
    ("errors", { String(repeating: "a b (\n", count: $0) }),
    ("open quotes", { String(repeating: "'\n", count: $0) }),
    ("open f-strings", { String(repeating: "f'{a\n", count: $0) }),
    ("f-strings", { "x = f'" + String(repeating: "{a!r:>{b}}", count: $0) + "'\n" }),
    ("backslashes", { "x = '" + String(repeating: "\\x41", count: $0) + "'\n" }),
    ("dedents", { String(repeating: "if a:\n  b\n c\n", count: $0) }),
    ("indents", { n in (0..<min(n, 3000)).map { String(repeating: " ", count: $0) + "if a:\n" }.joined() }),
    ("stray indents", { n in (0..<min(n, 3000)).map { String(repeating: " ", count: $0) + "a\n" }.joined() }),
    ("continuations", { "x = a" + String(repeating: " \\\n", count: $0) + "\n" }),
    ("empty lines", { String(repeating: "  \n", count: $0) }),
    ("arguments", { "f(" + String(repeating: "a=1, ", count: $0) + ")\n" }),
    ("parameters", { "def f(" + String(repeating: "a, ", count: $0) + "/): pass\n" }),
  ]

  static func run() {
    for (name, make) in shapes {
      let times = [50_000, 100_000, 200_000].map { size -> Double in
        let bytes = Array(make(size).utf8)
        var best = Double.infinity
        for _ in 0..<3 {
          let elapsed = ContinuousClock().measure { _ = Tree.parse(bytes) }
          best = min(best, Double(elapsed.components.attoseconds) * 1e-15 + Double(elapsed.components.seconds) * 1e3)
        }
        return best
      }
      let shown = times.map { String(format: "%9.3f", $0) }.joined(separator: " ")
      print(name.padding(toLength: 18, withPad: " ", startingAt: 0), shown, "ms for 50, 100, 200 thousand")
    }
  }
}
