/// The state of one parse: where the lexer stands, and the nodes built so far in post-order.
///
/// A node is emitted when its last token is read; `mark`, the number of nodes when its first token was met, tells which
/// nodes are below it. After an error inside a statement the token stays `.failure` until recovery, so that every loop
/// and every expectation falls through without checks of its own.
struct Parser {
  let source: UnsafePointer<UInt8>
  let count: Int
  let classes: UnsafePointer<ByteClass>
  let traits: UnsafePointer<UInt8>
  let keywordWords: UnsafePointer<UInt64>
  let keywordTokens: UnsafePointer<Token>
  let facts: UnsafePointer<TokenFacts>

  /// The current token, its first byte and the byte after it; the lexer goes on from `position`.
  var token = Token.newline
  var tokenStart = 0
  var position: Int
  /// The end of the token before the current one.
  var previousEnd: Int
  var stringStyle = StringPieceStyle(rawValue: 0)
  var stringIsEscaped = false

  var bracketDepth = 0
  /// Where the brackets around the position were opened, by depth from 1.
  let brackets: UnsafeMutablePointer<Int>
  /// The bracket depth directly inside the current replacement field of an f-string; -1 outside.
  var fieldDepth = -1
  /// The f-strings around the position; when it is not 0, the outermost one's quotes and depth are kept for recovery.
  var formattedNesting = 0
  var formattedStyle = StringPieceStyle(rawValue: 0)
  var formattedQuote: UInt8 = 0
  var formattedDepth = 0
  /// How deep constructs without brackets, such as lambdas, are nested.
  var recursion = 0

  var isAtLineStart = true
  var pendingDedents = 0
  let indents: UnsafeMutablePointer<Indent>
  var indentCount = 1
  /// The line recovery went back to last: it never goes back to the same one twice.
  var lastReturn = 0
  /// Where the current logical line begins, for recovery.
  var statementStart = 0
  var lastLineFailed = false
  /// The end of the last token before the line end consumed last: where compound statements end.
  var lastLineEnd = 0

  var failed = false
  var failedToken = Token.failure

  var nodes: UnsafeMutablePointer<RawNode>
  var nodeCount = 0
  var nodeCapacity: Int
  var comments: [Range<UInt32>] = []
  var groups: [Range<UInt32>] = []
  var errors: [ParseError] = []
  var pending: [PendingOperator] = []

  static let maximumBracketDepth = 200
  static let maximumIndents = 100
  static let maximumRecursion = 200
  /// Zero bytes after the source, so that the lexer may look ahead without checks.
  static let padding = 32

  struct Indent {
    var column: Int32
    /// The column with tabs one wide: where it disagrees, tabs and blanks are mixed inconsistently.
    var tabColumn: Int32
  }

  /// An operator whose node is emitted after its last operand.
  struct PendingOperator {
    var kind: NodeKind
    var operation: UInt16
    var start: Int
    var mark: Int
  }

  init(source: UnsafePointer<UInt8>, count: Int, start: Int) {
    self.source = source
    self.count = count
    let tables = LexicalTables.shared
    classes = tables.classes
    traits = tables.traits
    keywordWords = tables.keywordWords
    keywordTokens = tables.keywordTokens
    facts = tables.tokens
    position = start
    previousEnd = start
    indents = .allocate(capacity: Parser.maximumIndents)
    indents[0] = Indent(column: 0, tabColumn: 0)
    brackets = .allocate(capacity: Parser.maximumBracketDepth + 2)
    nodeCapacity = count / 3 + 64
    nodes = .allocate(capacity: nodeCapacity)
  }

  // MARK: - Emitting nodes

  @inline(__always)
  mutating func emit(
    _ kind: NodeKind, _ start: Int, _ end: Int, _ mark: Int, flags: NodeFlags = NodeFlags(rawValue: 0),
    payload: UInt16 = 0
  ) {
    if nodeCount == nodeCapacity { growNodes() }
    nodes[nodeCount] = RawNode(
      start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
      subtreeEnd: UInt32(truncatingIfNeeded: nodeCount &- mark &+ 1), kind: kind, flags: flags, payload: payload)
    nodeCount &+= 1
  }

  /// Emits a node from `start` to the end of the token before the current one.
  @inline(__always)
  mutating func finish(
    _ kind: NodeKind, _ start: Int, _ mark: Int, flags: NodeFlags = NodeFlags(rawValue: 0), payload: UInt16 = 0
  ) {
    emit(kind, start, previousEnd, mark, flags: flags, payload: payload)
  }

  /// Emits the current token as a leaf and goes on.
  @inline(__always)
  mutating func takeLeaf(_ kind: NodeKind, payload: UInt16 = 0) {
    emit(kind, tokenStart, position, nodeCount, payload: payload)
    advance()
  }

  @inline(never)
  private mutating func growNodes() {
    let capacity = nodeCapacity * 2
    let grown = UnsafeMutablePointer<RawNode>.allocate(capacity: capacity)
    grown.update(from: nodes, count: nodeCount)
    nodes.deallocate()
    nodes = grown
    nodeCapacity = capacity
  }

  // MARK: - Expecting tokens

  @inline(__always)
  mutating func accept(_ wanted: Token) -> Bool {
    guard token == wanted else { return false }
    advance()
    return true
  }

  @inline(__always)
  mutating func expect(_ wanted: Token, _ description: StaticString) {
    if token == wanted { advance() } else { failExpecting(description) }
  }

  /// Emits the current name as an `identifier`, or fails.
  @inline(__always)
  mutating func takeIdentifier(_ description: StaticString) {
    if token == .name {
      takeLeaf(.identifier)
    } else {
      failExpecting(description)
      emit(.identifier, previousEnd, previousEnd, nodeCount)
    }
  }
}
