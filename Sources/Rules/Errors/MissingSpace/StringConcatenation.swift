import LintModel

/// The join between two adjacent string literals, with the words on both sides.
struct StringConcatenation {
  let leftWord: String
  let rightWord: String
  private let left: String
  private let right: String
  private let endsWithValue: Bool
  private let startsWithValue: Bool
  private let isMessage: Bool

  init?(left: [MessageTemplate.Piece], right: [MessageTemplate.Piece], isMessage: Bool) {
    guard let last = left.last, let first = right.first else { return nil }
    self.left = left.map(Self.shown).joined()
    self.right = right.map(Self.shown).joined()
    leftWord = String(self.left.suffix(self.left.reversed().prefix { !$0.isWhitespace }.count))
    rightWord = String(self.right.prefix { !$0.isWhitespace })
    endsWithValue = last.isValue
    startsWithValue = first.isValue
    self.isMessage = isMessage
  }

  /// Whether words or sentences run together here. False if a space is present, or if the literals are not prose.
  var runsTogether: Bool {
    guard let last = leftWord.last, let first = rightWord.first, !leftWord.contains("://") else { return false }
    // A literal without whitespace more often continues a name, a path or a number than a sentence.
    let isLeftProse = left.contains(where: \.isWhitespace)
    let isRightProse = right.contains(where: \.isWhitespace)
    guard isLeftProse || isRightProse else { return false }
    let areProse = isLeftProse && isRightProse
    if endsWithValue { return areProse && isMessage && goesOn }
    if startsWithValue { return isLeftProse && isMessage && Self.announcers.contains(leftWord.lowercased()) }
    let isLeftWord = Self.isWord(leftWord)
    let isRightWord = Self.isWord(rightWord) && first.isASCII && first.isLetter
    // A dotted name can follow a word of prose, but not a part of a name.
    let isNext = isRightWord || first.isASCII && first.isLetter && Self.announcers.contains(leftWord.lowercased())
    switch last {
    case ",", ";":
      return isLeftWord && (isNext || areProse && opensQuotation)
        || areProse && isMessage && isRightWord && !rightWord.contains(",") && first.isLowercase && rightWord.count > 1
    case ".", "!", "?":
      if isRightWord, first.isUppercase { return isLeftWord || areProse && isMessage && !isPathLike }
      return areProse && (isLeftWord && opensQuotation || isMessage && !isPathLike && goesOn)
    case "`", ")", "'", "\"": return areProse && isMessage && closesQuotation && goesOn
    case ":": return areProse && isMessage && isLeftWord && isRightWord && leftWord.count > 2
    case _ where last.isASCII && last.isLetter:
      // Whitespace elsewhere in both shows that both are prose, not the halves of one long word.
      guard isLeftWord, isLeftProse else { return false }
      return isNext || isRightProse && (opensQuotation || opensRemark)
    default: return false
    }
  }

  /// Whether the right literal begins with a word that is never the second half of another.
  private var goesOn: Bool {
    Self.isWord(rightWord) && Self.followers.contains(String(rightWord.prefix(while: \.isLetter)))
  }

  /// Whether the last character closes a quotation: its quotation marks or parentheses are balanced.
  private var closesQuotation: Bool {
    guard let mark = leftWord.last else { return false }
    return mark == ")" ? left.contains("(") : left.count { $0 == mark }.isMultiple(of: 2)
  }

  /// Whether the right literal begins a quotation: its quotation marks are balanced on both sides.
  private var opensQuotation: Bool {
    guard let mark = rightWord.first, mark == "`" || mark == "'" || mark == "\"", rightWord.count > 1 else {
      return false
    }
    let quoted = right.dropFirst()
    return left.count { $0 == mark }.isMultiple(of: 2) && right.count { $0 == mark }.isMultiple(of: 2)
      && quoted.first.map { !$0.isWhitespace && !$0.isPunctuation } == true
  }

  /// `(default: 3)` is a remark; `(x)` can be the arguments of the preceding name.
  private var opensRemark: Bool {
    guard isMessage || right.lowercased().hasPrefix("(default"), rightWord.first == "(",
      leftWord.allSatisfy(\.isLowercase)
    else { return false }
    let inside = right.dropFirst().prefix { $0 != ")" }
    let words = inside.split(separator: " ")
    return words.count > 1 && words[0].prefix { $0 != ":" }.allSatisfy { $0.isLetter || $0 == "." }
      && !words[0].hasSuffix(",")
  }

  /// Whether the last word contains a dot or slash inside: a file, a module, a version.
  private var isPathLike: Bool {
    zip(leftWord, leftWord.dropFirst()).contains { ($0 == "." && $1.isLetter) || $0 == "/" || $0 == "\\" }
  }

  /// Words that are complete, so that a new word must follow.
  private static let announcers: Set<String> = [
    "a", "an", "and", "are", "as", "be", "but", "by", "for", "found", "from", "got", "if", "in", "is", "not", "of",
    "or", "received", "see", "set", "than", "that", "the", "to", "use", "using", "was", "via", "with",
  ]

  /// Words that always begin a new word.
  private static let followers: Set<String> = [
    "and", "are", "but", "cannot", "depending", "does", "due", "expected", "for", "found", "from", "has", "have", "in",
    "instead", "is", "must", "or", "received", "required",
    "should", "that", "to", "was", "when", "which", "with", "Expected", "Found", "Got", "However", "If", "Make",
    "Please",
    "Received", "See", "Set", "The", "This", "Use",
  ]

  /// Letters with the punctuation of prose around them, rather than a path, an identifier or markup.
  private static func isWord(_ text: String) -> Bool {
    let core = text.drop { "(`'\"".contains($0) }
    let letters = core.prefix { $0.isASCII && $0.isLetter || $0 == "'" || $0 == "-" }
    return !letters.isEmpty && core.dropFirst(letters.count).allSatisfy { ".,;:!?)`'\"".contains($0) }
  }

  private static func shown(_ piece: MessageTemplate.Piece) -> String {
    switch piece.content {
    case .literal(let text): text
    case .value(let source), .namedValue(let source): "{\(String(source.filter { !$0.isWhitespace }))}"
    }
  }
}

extension MessageTemplate.Piece {
  fileprivate var isValue: Bool { if case .literal = content { false } else { true } }
}
