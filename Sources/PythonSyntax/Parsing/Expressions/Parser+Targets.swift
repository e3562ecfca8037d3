// Targets of assignment and deletion.

extension Parser {
  /// Marks the expression at a node index as assigned to or deleted, or reports that it cannot be.
  ///
  /// The recursion is bounded, as tuples and lists nest no deeper than brackets.
  mutating func markTarget(_ index: Int, _ context: NodeFlags) {
    let node = nodes[index]
    switch node.kind {
    case .name, .attribute, .subscript:
      nodes[index].flags.insert(context)
    case .starred where context == .store && !node.flags.contains(.parenthesized):
      nodes[index].flags.insert(context)
      if nodes[index - 1].kind == .starred { reportTarget(nodes[index - 1], context) }
      markTarget(index - 1, context)
    case .tuple, .list:
      nodes[index].flags.insert(context)
      let first = index - Int(node.subtreeEnd) + 1
      var child = index - 1
      while child >= first {
        markTarget(child, context)
        child -= Int(nodes[child].subtreeEnd)
      }
    case .invalidExpression:
      break
    default:
      reportTarget(node, context)
    }
  }

  private mutating func reportTarget(_ node: RawNode, _ context: NodeFlags) {
    guard !failed else { return }
    let action = context == .store ? "assign to" : "delete"
    report(
      Int(node.start), Int(node.end),
      "expected a name, attribute or subscript to \(action), found \(describe(node))")
  }

  /// An expression in words, for messages.
  func describe(_ node: RawNode) -> String {
    switch node.kind {
    case .name: "a name"
    case .attribute: "an attribute"
    case .subscript: "a subscript"
    case .integerLiteral, .floatLiteral, .imaginaryLiteral: "a number"
    case .stringLiteral, .bytesLiteral: "a string"
    case .formattedString: "an f-string"
    case .templateString: "a t-string"
    case .trueLiteral: "'True'"
    case .falseLiteral: "'False'"
    case .noneLiteral: "'None'"
    case .ellipsisLiteral: "'...'"
    case .tuple: "a tuple"
    case .list: "a list"
    case .set: "a set"
    case .dictionary: "a dictionary"
    case .listComprehension: "a list comprehension"
    case .setComprehension: "a set comprehension"
    case .dictionaryComprehension: "a dictionary comprehension"
    case .generatorExpression: "a generator"
    case .call: "a call"
    case .comparison: "a comparison"
    case .starred: "a starred expression"
    case .awaitExpression: "an await expression"
    case .yieldExpression, .yieldFrom: "a yield expression"
    case .lambda: "a lambda"
    case .namedExpression: "an assignment expression"
    case .ifExpression: "a conditional expression"
    default: "an expression"
    }
  }
}
