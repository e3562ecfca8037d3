import PythonSyntax

/// What must hold of every tree, whatever the source.
struct Invariants {
  private let grammar: ChildGrammar

  init() throws { grammar = try ChildGrammar() }

  /// The first violation, or nil.
  func violation(in tree: Tree) -> String? {
    tree.withRoot { root in
      guard root.kind == .module, root.subtreeEnd == UInt32(tree.nodeCount) else {
        return "root does not span the tree"
      }
      for node in root.subtree {
        if let problem = violation(of: node, in: tree) { return problem }
      }
      return violationOutsideNodes(tree)
    }
  }

  private func violation(of node: Node, in tree: Tree) -> String? {
    guard node.start <= node.end, Int(node.end) <= tree.source.count else {
      return "bad range \(node.kind) \(node.raw)"
    }
    guard node.subtreeEnd > node.index, Int(node.subtreeEnd) <= tree.nodeCount else { return "bad subtree end" }
    var last = node.start
    var next = node.index + 1
    for child in node.children {
      guard child.index == next else { return "children have gaps" }
      guard child.start >= last, child.end <= node.end else {
        return "\(child.kind) \(child.range) not in order within \(node.kind) \(node.range)"
      }
      last = child.end
      next = child.subtreeEnd
    }
    guard next == node.subtreeEnd else { return "children do not fill the subtree" }
    guard grammar.matches(node) else {
      return "\(node.kind) has the children \(node.children.map(\.kind)), not \(ChildGrammar.children[node.kind] ?? "")"
    }
    return nil
  }

  private func violationOutsideNodes(_ tree: Tree) -> String? {
    var last: UInt32 = 0
    let length = UInt32(tree.source.count)
    for comment in tree.comments {
      guard comment.lowerBound >= last, comment.upperBound <= length else { return "comments out of order" }
      last = comment.upperBound
    }
    for error in tree.errors where error.range.upperBound > length { return "error beyond the source: \(error)" }
    return nil
  }
}
