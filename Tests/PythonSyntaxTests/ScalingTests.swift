import Foundation
import PythonSyntax
import Testing

@Suite("Scaling", .serialized)
struct ScalingTests {
  static let chains: [@Sendable (Int) -> String] = [
    { "x = " + String(repeating: "a + ", count: $0) + "a\n" }, { "x" + String(repeating: ".a", count: $0) },
    { "if a: pass\n" + String(repeating: "elif b: pass\n", count: $0) }, { String(repeating: "a = ", count: $0) + "1" },
    { String(repeating: "@a\n", count: $0) + "def f(): pass" }, { "x = " + String(repeating: "-", count: $0) + "1" },
    { "x = " + String(repeating: "a if b else ", count: $0) + "c" },
    { "x = " + String(repeating: "a ** ", count: $0) + "1" },
    { "x = '''" + String(repeating: "line\n", count: $0) + "'''" },
    { "x = " + String(repeating: "not ", count: $0) + "1" },
    { "f" + String(repeating: "()", count: $0) }, { "x = f'" + String(repeating: "{a}", count: $0) + "'" },
  ]

  @Test("long chains are parsed without deep recursion", arguments: chains.indices)
  func chain(_ index: Int) {
    let tree = Tree.parse(Self.chains[index](50_000))
    #expect(tree.errors.isEmpty)
    #expect(isWellFormed(tree))
  }

  @Test("time grows linearly", arguments: chains.indices)
  func growth(_ index: Int) {
    func best(_ size: Int) -> Double {
      let bytes = Array(Self.chains[index](size).utf8)
      return (0..<5).map { _ in
        let elapsed = ContinuousClock().measure { _ = Tree.parse(bytes) }
        return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
      }.min() ?? 0
    }
    // Sixteen times the size takes sixteen times as long, give or take caches and load; quadratic time takes 256 times.
    #expect(best(320_000) < 120 * max(best(20_000), 0.001))
  }

  @Test(
    "too deep nesting is an error",
    arguments: [
      (String(repeating: "(", count: 5000), "1:201: expected at most 200 nested brackets, found more"),
      (String(repeating: "lambda: ", count: 5000) + "1", "1:1601: expected at most 200 nested lambdas, found more"),
      (
        (0..<150).map { String(repeating: " ", count: $0) + "if a:\n" }.joined(),
        "101:101: expected at most 99 levels of indentation, found more"
      ),
    ])
  func nesting(_ source: String, _ message: String) {
    #expect(errors(in: source).contains(message))
  }

  @Test("the deepest nesting fits into half a megabyte of stack")
  func stack() async {
    let blocks = (0..<98).map { String(repeating: " ", count: $0) + "try:\n" }.joined()
    let indent = String(repeating: " ", count: 98)
    let lambdas = indent + String(repeating: "f(lambda: ", count: 199) + "1" + String(repeating: ")", count: 199) + "\n"
    let strings = indent + String(repeating: "f'{", count: 150) + "1" + String(repeating: "}'", count: 150) + "\n"
    let source = blocks + lambdas + strings
    let isWellFormedTree = await withCheckedContinuation { continuation in
      let thread = Thread { continuation.resume(returning: isWellFormed(Tree.parse(source))) }
      #if DEBUG
        thread.stackSize = 8 * 1024 * 1024
      #else
        thread.stackSize = 512 * 1024
      #endif
      thread.start()
    }
    #expect(isWellFormedTree)
  }
}
