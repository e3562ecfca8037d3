extension Parser {
  /// The parser's state before it tries one of two readings.
  struct Snapshot {
    let token: Token
    let tokenStart: Int
    let position: Int
    let previousEnd: Int
    let stringStyle: StringPieceStyle
    let stringIsEscaped: Bool
    let bracketDepth: Int
    let fieldDepth: Int
    let formattedNesting: Int
    let recursion: Int
    let isAtLineStart: Bool
    let nodeCount: Int
    let commentCount: Int
    let groupCount: Int
    let pendingCount: Int
    let errorCount: Int

    init(_ parser: borrowing Parser) {
      token = parser.token
      tokenStart = parser.tokenStart
      position = parser.position
      previousEnd = parser.previousEnd
      stringStyle = parser.stringStyle
      stringIsEscaped = parser.stringIsEscaped
      bracketDepth = parser.bracketDepth
      fieldDepth = parser.fieldDepth
      formattedNesting = parser.formattedNesting
      recursion = parser.recursion
      isAtLineStart = parser.isAtLineStart
      nodeCount = parser.nodeCount
      commentCount = parser.comments.count
      groupCount = parser.groups.count
      pendingCount = parser.pending.count
      errorCount = parser.errors.count
    }
  }

  /// Backtracks within a logical line that had not failed at the snapshot.
  mutating func restore(_ snapshot: Snapshot) {
    token = snapshot.token
    tokenStart = snapshot.tokenStart
    position = snapshot.position
    previousEnd = snapshot.previousEnd
    stringStyle = snapshot.stringStyle
    stringIsEscaped = snapshot.stringIsEscaped
    bracketDepth = snapshot.bracketDepth
    fieldDepth = snapshot.fieldDepth
    formattedNesting = snapshot.formattedNesting
    recursion = snapshot.recursion
    isAtLineStart = snapshot.isAtLineStart
    nodeCount = snapshot.nodeCount
    comments.removeLast(comments.count - snapshot.commentCount)
    groups.removeLast(groups.count - snapshot.groupCount)
    pending.removeLast(pending.count - snapshot.pendingCount)
    errors.removeLast(errors.count - snapshot.errorCount)
    failed = false
  }
}
