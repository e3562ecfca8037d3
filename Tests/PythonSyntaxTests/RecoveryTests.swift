import PythonSyntax
import Testing

@Suite("Recovery")
struct RecoveryTests {
  @Test(
    "parsing continues on the next line",
    arguments: [
      ("a b\nx = 1\n", 1), ("x = (1,\ndef f(): pass\n", 1), ("x = 'abc\ny = 1\n", 1), ("f(a b,\n  c)\nx\n", 1),
      ("f'''\n{a b}\n''' + 1\nx = 2\n", 1), ("class\n  y = 2\nz = 3\n", 1), ("$\nx\n?\ny\n", 2), (")\nx\n", 1),
      ("if x\n  y\nelse\n  z\n", 2), ("  x\ny\n", 1), ("if x:\n    y\n  z\nw\n", 1),
    ])
  func lines(_ source: String, _ count: Int) {
    let tree = parsed(source)
    #expect(tree.errors.count == count)
    #expect(isWellFormed(tree))
  }

  @Test("a header with an error keeps its block")
  func header() throws {
    let tree = parsed("def f(:\n  return 1\nclass A(B C):\n  x = 2\ny = 3\n")
    #expect(tree.errors.count == 2)
    #expect(tree.root.children.map(\.kind) == [.functionDefinition, .classDefinition, .assign])
    #expect(try #require(first(FunctionDefinition.self, in: tree)).body.node.text == "return 1")
    #expect(try #require(first(ClassDefinition.self, in: tree)).body.node.text == "x = 2")
  }

  @Test(
    "views of incomplete statements do not crash",
    arguments: [
      "def", "class", "for", "if", "with", "try", "import", "from", "x[", "x.", "f(a=", "lambda", "{a:", "x if",
      "match x:\n case",
      "@", "async", "type X[", "del", "a <", "not", "f'{", "except", "x: ", "global", "raise a from", "assert",
      "[a for",
    ])
  func damaged(_ source: String) {
    let tree = parsed(source)
    #expect(!tree.errors.isEmpty)
    #expect(isWellFormed(tree))
    for node in tree.root.subtree {
      _ = Call(node)?.argumentList.positional.count
      _ = FunctionDefinition(node)?.body
      _ = Assign(node)?.value
      _ = Comparison(node)?.comparisons.map(\.right)
      _ = IfExpression(node)?.orElse
      _ = MatchCase(node)?.pattern
      _ = ImportFrom(node)?.module
    }
  }
}
