@_spi(Testing) import SwiftParser
@_spi(RawSyntax) import SwiftSyntax

/// Measures how deeply swift-syntax would recurse, so that a file can be rejected before it is parsed.
///
/// The parser limits the nesting of brackets and of nothing else: `try try ...`, `A<A<...`, `else if` and blocks without
/// braces recurse once per token, and its lookahead takes quadratic time there. The scan therefore counts, for every
/// open bracket, the tokens since the parser was last back at that bracket. Their sum is the path to the current token;
/// each recursion of the parser consumes a token of it.
struct NestingScan {
  enum Excess { case brackets, path, work }

  static let maximumBrackets = 500
  /// The costliest token takes 3 KB of stack, and any thread has 8 MB.
  static let maximumPath = 2000
  /// A unit of work, one token of the path looked at once more, takes about 0.2 microseconds.
  private static let maximumWork = 12_000_000
  private static let workPerToken = 48

  /// What is open: a bracket, `#if`, a `<` that may begin generic arguments, or the file.
  private struct Level {
    var opening: RawTokenKind
    /// The index of the innermost level here that is no `<`.
    var base: Int
    /// Since the last statement or comma.
    var tokens = 0
    /// The commas of the statement. In brackets, nothing is left of an element after its comma.
    var commas = 0
    /// Whether a keyword waits for its block. If the `{` is missing, the parser reads statements as the block anyway.
    var awaitsBlock = false
    var isRepeat = false
    /// Whether the statement has begun: the parser looks past all attributes and modifiers at each of them.
    var hasContent = false
    /// How many nested `[` up to here may begin types. The parser looks ahead twice at each of them.
    var squares = 0
    /// How many times `actor` is here without a name. Again, the parser looks ahead twice at each of them.
    var actors = 0
  }

  private var levels = [Level(opening: .endOfFile, base: 0)]
  private var path = 0
  private var brackets = 0
  private var work = 0
  private var count = 0
  private var previous = NestingToken()
  private var beforePrevious = NestingToken()
  /// Whether a statement, or an element of a list, may end after the token before.
  private var previousEnds = false
  private var closedAngle = false
  private var closedRepeat = false

  /// What exceeds a limit, and the offset of the token at which it does; nil for a file that is safe to parse.
  static func excess(in bytes: UnsafeBufferPointer<UInt8>) -> (excess: Excess, offset: Int)? {
    // No path is longer than the file.
    guard bytes.count > 16 else { return nil }
    if LexicalWork.isExcessive(in: bytes) { return (.work, 0) }
    var scan = NestingScan()
    var quotes = LexicalWork()
    var tracker = LookaheadTracker()
    return withUnsafeMutablePointer(to: &tracker) { tracker in
      var lexemes = Lexer.tokenize(bytes, lookaheadTracker: tracker, experimentalFeatures: [])
      var offset = 0
      while let lexeme = lexemes.next(), lexeme.rawTokenKind != .endOfFile {
        let start = offset + lexeme.textRange.lowerBound
        if let excess = scan.take(NestingToken(lexeme)) { return (excess, start) }
        if quotes.isExceeded(by: lexeme.tokenText, bytesLeft: bytes.count - start) { return (.work, start) }
        offset += lexeme.byteLength
      }
      return nil
    }
  }

  private mutating func take(_ token: NestingToken) -> Excess? {
    previousEnds = closedAngle || previous.endsStatement(after: beforePrevious)
    if token.startsLine, previousEnds, !token.continuesStatement { endStatement() }
    noteBlock(before: token)
    closedAngle = false
    switch token.kind {
    case .leftParen, .leftSquare, .leftBrace, .poundIf: open(token.kind)
    case .rightParen: close(.leftParen)
    case .rightSquare: close(.leftSquare)
    case .rightBrace: close(.leftBrace)
    case .poundElse, .poundElseif: beginAlternative()
    case .poundEndif: close(.poundIf)
    case .comma: passComma()
    case .stringSegment, .regexLiteralPattern: break
    default:
      if token.isOperator, token.text.first == UInt8(ascii: "<") { open(.leftAngle) }
      if token.isOperator, token.text.first == UInt8(ascii: ">") { closeAngles(token.text) }
    }
    if token.isContent(after: previous) { levels[levels.count - 1].hasContent = true }
    if token.kind == .atSign { levels[levels.count - 1].hasContent = false }
    beforePrevious = previous
    previous = token
    return countToken(token)
  }

  /// The lines of a string literal are tokens of their own, and nothing nests in them.
  private mutating func countToken(_ token: NestingToken) -> Excess? {
    if token.kind != .stringSegment {
      levels[levels.count - 1].tokens += 1
      path += 1
    }
    count += 1
    work += path
    if brackets > Self.maximumBrackets { return .brackets }
    if path > Self.maximumPath { return .path }
    return work > Self.maximumWork + Self.workPerToken * count ? .work : nil
  }

  // MARK: Brackets

  private mutating func open(_ kind: RawTokenKind) {
    let around = levels[levels.count - 1]
    var level = Level(opening: kind, base: kind == .leftAngle ? around.base : levels.count)
    switch kind {
    case .leftBrace:
      level.isRepeat = levels[around.base].isRepeat
      levels[around.base].awaitsBlock = false
      levels[around.base].isRepeat = false
      levels[around.base].actors = 0
    case .leftSquare:
      level.squares = around.squares + 1
      work += 1 << min(level.squares, 40)
    case .leftParen, .leftAngle: level.squares = around.squares
    default: break
    }
    levels.append(level)
    if kind != .leftAngle { brackets += 1 }
  }

  /// Closes the innermost level of a kind. A `}` and an `#endif` also close what is open inside them, others do not.
  private mutating func close(_ kind: RawTokenKind) {
    closedRepeat = false
    guard let index = levels.lastIndex(where: { $0.opening == kind }) else { return }
    let inner = levels[index...]
    if kind == .leftParen || kind == .leftSquare,
      inner.contains(where: { $0.opening == .leftBrace || $0.opening == .poundIf })
    {
      return
    }
    closedRepeat = levels[index].isRepeat
    remove(from: index)
  }

  private mutating func closeAngles(_ text: SyntaxText) {
    for byte in text where byte == UInt8(ascii: ">") {
      guard levels[levels.count - 1].opening == .leftAngle else { return }
      remove(from: levels.count - 1)
      closedAngle = true
    }
  }

  private mutating func remove(from index: Int) {
    for level in levels[index...] {
      path -= level.tokens
      if level.opening != .leftAngle { brackets -= 1 }
    }
    levels.removeLast(levels.count - index)
  }

  // MARK: Statements

  /// The parser returns to the innermost bracket, unless it still waits for a block.
  private mutating func endStatement() {
    let base = levels[levels.count - 1].base
    guard levels[base].hasContent, !levels[base].awaitsBlock, levels[base].opening != .leftParen,
      levels[base].opening != .leftSquare
    else { return }
    remove(from: base + 1)
    path -= levels[base].tokens
    levels[base].tokens = 0
    levels[base].commas = 0
    levels[base].hasContent = false
  }

  private mutating func passComma() {
    let last = levels.count - 1
    guard !levels[last].awaitsBlock, previousEnds else { return }
    path -= levels[last].tokens
    switch levels[last].opening {
    case .leftSquare:
      levels[last].tokens = 0
      levels[last].squares = 0
    case .leftParen: levels[last].tokens = 0
    default:
      levels[last].commas += 1
      levels[last].tokens = levels[last].commas
      path += levels[last].commas
    }
  }

  private mutating func beginAlternative() {
    guard let index = levels.lastIndex(where: { $0.opening == .poundIf }) else { return }
    remove(from: index + 1)
    levels[index].awaitsBlock = false
    levels[index].hasContent = true
    endStatement()
  }

  /// Notes whether the token before introduced a block, which only the next token tells: `for` may be a label.
  private mutating func noteBlock(before next: NestingToken) {
    guard previous.introducesBlock(after: beforePrevious, before: next) else { return }
    if previous.text == "while", closedRepeat { return }
    let base = levels[levels.count - 1].base
    levels[base].awaitsBlock = true
    if previous.text == "actor" {
      levels[base].actors += 1
      work += 8 << min(levels[base].actors, 40)
    }
    levels[base].isRepeat = previous.text == "repeat" && next.kind == .leftBrace
  }
}
