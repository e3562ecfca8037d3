import PythonSyntax
import Testing

@Suite("Tree")
struct TreeTests {
  @Test("children, subtrees and ranges")
  func navigation() throws {
    let tree = parsed("x = f(1, *a, k=2, **b)\n")
    let call = try #require(first(Call.self, in: tree))
    #expect(call.function.textEquals("f"))
    #expect(call.arguments.map(\.text) == ["1", "*a"])
    #expect(call.keywords.map(\.name.text) == ["k"])
    #expect(call.keyword("k")?.text == "2")
    #expect(call.keyword("b") == nil)
    #expect(call.argumentList.unpacked.map(\.value.text) == ["b"])
    #expect(call.range == 4..<22)
    #expect(tree.root.contains(call.node))
    #expect(MemoryLayout<RawNode>.size == 16)
    #expect(isWellFormed(tree))
  }

  @Test("a walker keeps track of ancestors and skips subtrees")
  func walker() {
    let tree = parsed("def f():\n  return g(h(x))\n")
    var walker = Walker(tree.root)
    var calls: [Int] = []
    while let node = walker.next() {
      if node.kind == .call {
        calls.append(walker.ancestors.count)
        #expect(walker.nearest { $0 == .functionDefinition } != nil)
      }
      if node.kind == .name && node.textEquals("x") { #expect(walker.parent?.kind == .arguments) }
    }
    #expect(calls == [4, 6])
    var skipping = Walker(tree.root)
    var seen = 0
    while let node = skipping.next() {
      seen += 1
      if node.kind == .functionDefinition { skipping.skipChildren() }
    }
    #expect(seen == 2)
    withExtendedLifetime(tree) {}
  }

  @Test("positions count scalars and every kind of line end")
  func positions() {
    let tree = parsed("é = 1\r\nb\rc\n\u{1F600}x")
    #expect(tree.lineCount == 4)
    #expect(tree.position(at: 3) == SourcePosition(line: 1, column: 3))
    #expect(tree.position(at: 8) == SourcePosition(line: 2, column: 1))
    #expect(tree.position(at: 10) == SourcePosition(line: 3, column: 1))
    #expect(tree.position(at: 16) == SourcePosition(line: 4, column: 2))
    #expect(tree.range(ofLine: 1) == 0..<6)
    #expect(tree.start(ofLine: 5) == nil)
  }

  @Test("ranges of expressions with their parentheses")
  func parentheses() throws {
    let tree = parsed("x = ( # why\n ((a + b)) ) * (c,)\n")
    let product = try #require(first(BinaryOperation.self, in: tree))
    #expect(product.left.isParenthesized)
    #expect(product.left.text == "a + b")
    #expect(tree.text(of: tree.parenthesizedRange(of: product.left)) == "( # why\n ((a + b)) )")
    #expect(tree.parenthesizedRange(of: product.right) == product.right.range)
  }

  @Test("comments are in source order")
  func comments() {
    let tree = parsed("# one\nx = [ # two\n  1] # type: list\nif x: # noqa\n  # five\n  pass\n")
    #expect(tree.comments.map(tree.text) == ["# one", "# two", "# type: list", "# noqa", "# five"])
    #expect(tree.comments(in: 10..<30).count == 2)
  }

  @Test("docstrings")
  func docstrings() throws {
    let tree = parsed("'mod' 'ule'\nclass A:\n  b'no'\ndef f():\n  r'''a\\n'''\n")
    #expect(tree.docstring(of: tree.root)?.value == "module")
    #expect(tree.docstring(of: try #require(first(ClassDefinition.self, in: tree)).node) == nil)
    #expect(tree.docstring(of: try #require(first(FunctionDefinition.self, in: tree)).node)?.value == "a\\n")
  }
}
