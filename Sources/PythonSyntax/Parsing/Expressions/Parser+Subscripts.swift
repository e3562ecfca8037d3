// Subscripts and slices.

extension Parser {
  /// The index of a subscript, or a tuple of indices.
  mutating func parseIndex() {
    let start = tokenStart
    let mark = nodeCount
    let isStarred = token == .star
    parseIndexItem()
    guard token == .comma || isStarred else { return }
    while accept(.comma), token != .rightBracket { parseIndexItem() }
    finish(.tuple, start, mark)
  }

  mutating func parseIndexItem() {
    let start = tokenStart
    let mark = nodeCount
    var flags = NodeFlags(rawValue: 0)
    if token == .star {
      advance()
      parseExpression()
      finish(.starred, start, mark)
      return
    }
    if token != .colon {
      parseNamedExpression()
      guard token == .colon else { return }
      let lower = nodes[nodeCount - 1]
      if lower.kind == .namedExpression && !lower.flags.contains(.parenthesized) {
        failExpecting("']', because ':=' in a slice needs parentheses")
      }
      flags.insert(.first)
    }
    advance()
    if startsExpression {
      parseExpression()
      flags.insert(.second)
    }
    if accept(.colon), startsExpression {
      parseExpression()
      flags.insert(.third)
    }
    finish(.slice, start, mark, flags: flags)
  }
}
