import PythonSyntax

/// The spellings that an expression such as `"--" + name` or `f"--{split}-data"` has in a loop over literal names, or
/// over a table of which they are a column.
struct ComputedName {
  let values: [String]

  init?(_ node: Node, in parents: [Node], _ constants: Constants) {
    guard let hole = node.subtree.first(where: { $0.kind == .name && !$0.isStored }),
      let loop = parents.last(where: { $0.kind == .forStatement && Self.column(of: hole, in: $0) != nil }),
      let column = Self.column(of: hole, in: loop), let table = loop.child(1),
      let names = Self.rows(constants.value(of: table) ?? table)
    else { return nil }
    var values: [String] = []
    for row in names {
      let element = row.kind == .tuple || row.kind == .list ? row.child(column.place) : column.isOnly ? row : nil
      guard let element, let value = Self.text(element), let spelling = Self.fill(node, with: value) else { return nil }
      values.append(spelling)
    }
    guard !values.isEmpty else { return nil }
    self.values = values
  }

  /// Which value of each row a name stands for, and whether it is the only one.
  private static func column(of hole: Node, in loop: Node) -> (place: Int, isOnly: Bool)? {
    guard let target = loop.firstChild else { return nil }
    if target.textEquals(hole) { return (0, true) }
    guard target.kind == .tuple else { return nil }
    for (place, name) in target.children.enumerated() where name.textEquals(hole) { return (place, false) }
    return nil
  }

  /// The rows of a list or tuple that is written out.
  private static func rows(_ table: Node) -> [Node]? {
    table.kind == .list || table.kind == .tuple ? Array(table.children) : nil
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
