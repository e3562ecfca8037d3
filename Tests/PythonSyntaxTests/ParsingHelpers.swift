import PythonSyntax

/// A tree that is never freed, so that tests can keep its nodes.
func parsed(_ source: String) -> Tree { parsed(Array(source.utf8)) }

func parsed(_ source: [UInt8]) -> Tree {
  Unmanaged.passRetained(Tree.parse(source)).takeUnretainedValue()
}

/// The kinds in a tree as nested lists, with the text of leaves: `call(name:f arguments:())`.
func shape(_ source: String) -> String {
  let tree = Tree.parse(source)
  return tree.withRoot { root in root.children.map(shape).joined(separator: " ") }
}

private func shape(_ node: Node) -> String {
  node.isLeaf ? "\(node.kind):\(node.text)" : "\(node.kind)(\(node.children.map(shape).joined(separator: " ")))"
}

/// Each error as `line:column: message`.
func errors(in source: String) -> [String] { errors(in: Array(source.utf8)) }

func errors(in source: [UInt8]) -> [String] {
  let tree = Tree.parse(source)
  return tree.errors.map { error in
    let position = tree.position(at: error.range.lowerBound)
    return "\(position.line):\(position.column): \(error.message)"
  }
}

/// Whether ranges are nested and in order, and subtrees have no gaps.
func isWellFormed(_ tree: Tree) -> Bool {
  tree.withRoot { root in
    guard root.subtreeEnd == UInt32(tree.nodeCount) else { return false }
    for node in root.subtree {
      guard node.start <= node.end, Int(node.end) <= tree.source.count, node.subtreeEnd > node.index else {
        return false
      }
      var last = node.start
      var next = node.index + 1
      for child in node.children {
        guard child.index == next, child.start >= last, child.end <= node.end else { return false }
        last = child.end
        next = child.subtreeEnd
      }
      guard next == node.subtreeEnd else { return false }
    }
    return true
  }
}

/// The first node of a kind.
func first<View: NodeView>(_ view: View.Type, in tree: Tree) -> View? {
  for node in tree.root.subtree {
    if let found = View(node) { return found }
  }
  return nil
}
