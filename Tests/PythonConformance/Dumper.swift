import PythonSyntax

/// Prints a tree in the neutral form that compare.py makes of CPython's `ast`.
///
/// A node is `(Class line:column-line:column field...)`, a list `[...]`, nothing `~`, a name `'name`. Positions are left
/// out inside f-strings, where CPython 3.11 has them wrong.
struct Dumper {
  let tree: Tree
  var output: [UInt8] = []
  var formattedDepth = 0
  private var lastLine = 1
  private let lineStarts: [UInt32]

  init(_ tree: Tree) {
    self.tree = tree
    lineStarts = (1...tree.lineCount).map { tree.start(ofLine: $0) ?? 0 }
    output.reserveCapacity(tree.nodeCount * 24)
  }

  mutating func dump() -> [UInt8] {
    let root = tree.root
    write("(Module")
    list(Module(unchecked: root).body) { $0.statement($1) }
    write(")")
    withExtendedLifetime(tree) {}
    return output
  }

  // MARK: - Writing

  mutating func write(_ text: StaticString) { text.withUTF8Buffer { output.append(contentsOf: $0) } }

  mutating func write(number: Int) { output.append(contentsOf: String(number).utf8) }

  mutating func position(_ offset: UInt32) {
    var line = lastLine
    if lineStarts[line - 1] > offset || (line < lineStarts.count && lineStarts[line] <= offset) {
      line = tree.line(at: offset)
    }
    lastLine = line
    write(number: line)
    write(":")
    write(number: Int(offset) - Int(lineStarts[line - 1]))
  }

  mutating func open(_ name: StaticString, _ range: Range<UInt32>) {
    write("(")
    write(name)
    guard formattedDepth == 0 else { return }
    write(" ")
    position(range.lowerBound)
    write("-")
    position(range.upperBound)
  }

  mutating func close() { write(")") }

  mutating func none() { write(" ~") }

  mutating func list<Items: Sequence>(_ items: Items, _ body: (inout Dumper, Items.Element) -> Void) {
    write(" [")
    for item in items { body(&self, item) }
    write("]")
  }

  mutating func name(_ node: Node) {
    write(" '")
    output.append(contentsOf: node.identifierText.utf8)
  }

  mutating func optionalName(_ node: Node?) {
    if let node { name(node) } else { none() }
  }

  mutating func optional(_ node: Node?) {
    if let node { expression(node) } else { none() }
  }

  mutating func context(_ node: Node) {
    write(node.isStored ? " S" : node.isDeleted ? " D" : " L")
  }
}
