import PythonSyntax

/// The spellings that an expression such as `"--" + name` or `f"--{split}-data"` has in a loop over literal names.
struct ComputedName {
  let values: [String]

  init?(_ node: Node, in parents: [Node]) {
    guard let hole = node.subtree.first(where: { $0.kind == .name && !$0.isStored }),
      let loop = parents.last(where: { $0.kind == .forStatement && $0.firstChild?.textEquals(hole) == true }),
      let names = loop.child(1), names.kind == .list || names.kind == .tuple
    else { return nil }
    var values: [String] = []
    for element in names.children {
      guard let value = Self.text(element), let spelling = Self.fill(node, with: value) else { return nil }
      values.append(spelling)
    }
    guard !values.isEmpty else { return nil }
    self.values = values
  }

  private static func fill(_ node: Node, with value: String) -> String? {
    switch node.kind {
    case .name: return value
    case .stringLiteral: return text(node)
    case .binaryOperation:
      guard let operation = BinaryOperation(node) else { return nil }
      switch operation.operation {
      case .add:
        guard let left = fill(operation.left, with: value), let right = fill(operation.right, with: value) else {
          return nil
        }
        return left + right
      case .modulo: return text(operation.left)?.replacing("%s", with: value)
      default: return nil
      }
    case .formattedString:
      guard let piece = node.firstChild, node.children.count == 1, piece.kind == .formattedPiece else { return nil }
      return piece.children.map { $0.kind == .replacementField ? value : $0.text }.joined()
    default: return nil
    }
  }

  private static func text(_ node: Node) -> String? {
    guard node.kind == .stringLiteral, let piece = node.firstChild else { return nil }
    return StringPieceText.value(of: piece)
  }
}
