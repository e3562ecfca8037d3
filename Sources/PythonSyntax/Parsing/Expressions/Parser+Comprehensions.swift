// Comprehension clauses and the targets of `for`.

extension Parser {
  /// `for` and `async for` clauses after an element.
  mutating func parseComprehensionClauses() {
    let element = nodes[nodeCount - 1]
    if element.kind == .starred && !element.flags.contains(.parenthesized) && !failed {
      report(
        Int(element.start), Int(element.end),
        "expected an element without '*' in a comprehension, found a starred expression")
    }
    while token == .forKeyword || token == .asyncKeyword {
      let start = tokenStart
      let clauseMark = nodeCount
      let isAsync = accept(.asyncKeyword)
      expect(.forKeyword, "'for' after 'async'")
      parseTargetList()
      expect(.inKeyword, "'in' after the target of the comprehension")
      parseOperators(Precedence.or)
      while accept(.ifKeyword) { parseOperators(Precedence.or) }
      finish(.comprehensionClause, start, clauseMark, flags: isAsync ? .isAsync : NodeFlags(rawValue: 0))
    }
  }

  /// The targets of a `for`, up to its `in`.
  mutating func parseTargetList() {
    let start = tokenStart
    let mark = nodeCount
    parseTarget()
    if token == .comma {
      while accept(.comma), startsExpression { parseTarget() }
      finish(.tuple, start, mark)
    }
    markTarget(nodeCount - 1, .store)
  }

  private mutating func parseTarget() {
    if token == .star { parseStarred() } else { parseOperators(Precedence.bitOr) }
  }
}
