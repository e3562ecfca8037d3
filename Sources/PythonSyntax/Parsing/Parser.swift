/// The state of a parse: the current token, the lexer, and the nodes built so far in post-order.
///
/// A node is emitted after its last token. `mark` is the number of nodes at its first token: the nodes since then are
/// below it. After an error in a statement, the token is `.failure` until recovery, so that all loops and expectations
/// fall through without checking for errors.
struct Parser {
  let source: UnsafePointer<UInt8>
  let count: Int
  let classes: UnsafePointer<ByteClass>
  let traits: UnsafePointer<UInt8>
  let keywordWords: UnsafePointer<UInt64>
  let keywordTokens: UnsafePointer<Token>
  let facts: UnsafePointer<TokenFacts>

  /// The current token, from `tokenStart` to `position`, where the lexer continues.
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
  /// The bracket depth directly inside the current replacement field; -1 outside of f-strings and t-strings.
  var fieldDepth = -1
  /// The number of f-strings around the position. Recovery needs the style, quote and bracket depth of the outermost.
  var formattedNesting = 0
  var formattedStyle = StringPieceStyle(rawValue: 0)
  var formattedQuote: UInt8 = 0
  var formattedDepth = 0
  /// The nesting depth of lambdas, which have no brackets.
  var recursion = 0

  var isAtLineStart = true
  var pendingDedents = 0
  let indents: UnsafeMutablePointer<Indent>
  var indentCount = 1
  /// The last line that recovery returned to. It never returns to the same line twice.
  var lastReturn = 0
  /// The start of the current logical line, for recovery.
  var statementStart = 0
  var lastLineFailed = false
  /// The end of the last token before the last line end, where compound statements end.
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
  /// The number of zero bytes after the source, so that the lexer can look ahead without checks.
  static let padding = 32

  struct Indent {
    var column: Int32
    /// The column if tabs are one wide. If it disagrees with the other, tabs and spaces are mixed inconsistently.
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
}
