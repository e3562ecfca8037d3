import LintSourceText

/// A text that people will read: an error message, a help text. Literal pieces and values in order.
public struct MessageTemplate: Sendable {
  public var range: SourceRange
  public var pieces: [Piece]
  /// Places that look like values to be filled in, `{name}` or `%s`, which nothing fills.
  public var unfilled: [Placeholder]
  /// Where more could be said; nil if the text is put together elsewhere, or in a way that a word would break.
  public var tail: Tail?
  /// True if the error's type words it, and `range` is where the error is made.
  public var isElsewhere = false

  /// The last literal of a text that stands where it is used.
  public struct Tail: Sendable {
    public enum Form: Sendable {
      /// Characters only; Python's becomes a template by an `f` before it.
      case plain
      /// A template that is filled where it stands: Python's f-string, any literal of Swift.
      case interpolated
      /// A template that is filled by what follows it, with `%` or `.format`.
      case template
    }

    public var form: Form
    /// The literal with its quotes and prefix.
    public var literal: SourceRange
    /// The characters between the quotes.
    public var characters: SourceRange

    public init(form: Form, literal: SourceRange, characters: SourceRange) {
      self.form = form
      self.literal = literal
      self.characters = characters
    }
  }

  /// One string literal of the text, or one value put into it.
  public struct Piece: Sendable {
    public enum Content: Sendable, Equatable {
      /// Literal characters, escapes decoded.
      case literal(String)
      /// A value shown in the text: the expression's source, as in `{size}` or `\(size)`.
      case value(String)
      /// A value shown together with its own name, as in Python's `{size=}`.
      case namedValue(String)
    }

    public var content: Content
    /// The piece in the source; of a literal its characters without prefix and quotes.
    public var range: SourceRange

    public init(_ content: Content, at range: SourceRange) {
      self.content = content
      self.range = range
    }
  }

  public struct Placeholder: Sendable {
    /// As written: `{size}`, `%d`.
    public var text: String
    public var range: SourceRange
    /// Its name, if that has no value where the text stands.
    public var unknown: String?
    /// What the unknown name was probably meant to be.
    public var meant: String?

    public init(text: String, range: SourceRange) {
      self.text = text
      self.range = range
    }
  }

  public init(range: SourceRange, pieces: [Piece], unfilled: [Placeholder] = []) {
    self.range = range
    self.pieces = pieces
    self.unfilled = unfilled
  }

  /// The literal characters alone, a value shown as `{}`.
  public var plain: String {
    pieces.reduce(into: "") { result, piece in
      if case .literal(let text) = piece.content { result += text } else { result += "{}" }
    }
  }

  /// Where some bytes of `plain` are in the source; the piece that holds them where escapes hide the exact place.
  public func range(of place: Range<Int>) -> SourceRange {
    var start = 0
    for piece in pieces {
      guard case .literal(let text) = piece.content else {
        start += 2
        continue
      }
      let count = text.utf8.count
      defer { start += count }
      guard place.lowerBound >= start, place.upperBound <= start + count else { continue }
      guard Int(piece.range.end - piece.range.start) == count else { return piece.range }
      let origin = Int(piece.range.start) - start
      return SourceRange(start: UInt32(origin + place.lowerBound), end: UInt32(origin + place.upperBound))
    }
    return range
  }

  /// True if the text shows at least one value.
  public var showsValue: Bool { pieces.contains { if case .literal = $0.content { false } else { true } } }

  /// The sources of the values shown.
  public var values: [String] {
    pieces.compactMap {
      switch $0.content {
      case .literal: nil
      case .value(let source), .namedValue(let source): source
      }
    }
  }
}

/// Two or more string literals that the language joins into one text without a sign between them.
public struct Concatenation: Sendable {
  /// What the joined text is for.
  public enum Use: String, Sendable { case error, warning, help, log, doc, other }

  public var use: Use
  /// Literal pieces and values in source order; see `joins` for where one literal ends and the next begins.
  public var text: MessageTemplate
  /// For each join: the end of the characters on its left, and the start of those on its right.
  public var joins: [SourceRange]
  /// True inside a list, tuple, set or dictionary display of strings, where a missing comma is the likelier flaw.
  public var isElement: Bool
  /// What it is among, if it is an element itself, without parentheses of its own.
  public var display: Display?

  /// A list, tuple or set that is written out.
  public struct Display: Sendable {
    /// The places of its elements that are one string literal each.
    public var strings: [SourceRange]
    /// The number of its elements that are joined literals.
    public var joined: Int
    /// The number of all others.
    public var others: Int

    public init(strings: [SourceRange], joined: Int, others: Int) {
      self.strings = strings
      self.joined = joined
      self.others = others
    }
  }

  public init(use: Use, text: MessageTemplate, joins: [SourceRange], isElement: Bool) {
    self.use = use
    self.text = text
    self.joins = joins
    self.isElement = isElement
  }
}
