import Lint

/// Two string literals join into one text, and the blank between two words is missing at the joint.
struct LostBlank: FileRule {
  let options: NoOptions

  func check(_ file: SourceFile, _ report: inout Report) {
    guard file.role != .generated, file.role != .vendored else { return }
    for concatenation in file.model.concatenations where !concatenation.isElement {
      let isProse = Prose(concatenation)
      for join in concatenation.joins {
        guard let words = isProse.runTogether(at: join) else { continue }
        report.add(
          .lostBlank(words.left, words.right), at: join, in: file,
          fix: Fix(
            "end the first literal with a blank", isSafe: false,
            edits: [.init(SourceRange(start: join.start, end: join.start), " ")]))
      }
    }
  }
}

/// A joined text, read as people read it.
private struct Prose {
  private let concatenation: Concatenation
  /// Sentences have blanks; paths, patterns, keys and encoded data have few or none.
  private let isSentence: Bool

  init(_ concatenation: Concatenation) {
    self.concatenation = concatenation
    let words = concatenation.text.plain.split(whereSeparator: \.isWhitespace)
    let plainWords = words.count { word in
      word.drop { "([`'\"".contains($0) }.prefix { !",.;:)]`'\"!?".contains($0) }.allSatisfy(\.isLetter)
    }
    let needed = concatenation.use == .other ? 6 : 3
    isSentence = plainWords >= needed && plainWords * 3 >= words.count * 2
  }

  /// The words on both sides of a joint that run together; nil where the joint reads well or is no joint of words.
  func runTogether(at join: SourceRange) -> (left: String, right: String)? {
    guard isSentence, let left = literal(endingAt: join.start), let right = literal(startingAt: join.end) else {
      return nil
    }
    let leftWord = left.suffix(left.reversed().prefix { !$0.isWhitespace }.count)
    let rightWord = right.prefix { !$0.isWhitespace }
    guard let last = leftWord.last, let first = rightWord.first, first.isASCII, first.isLetter else { return nil }
    // A literal that is one unbroken piece continues a name, a path or a number more often than a sentence.
    guard left.contains(where: \.isWhitespace) || right.contains(where: \.isWhitespace) else { return nil }
    // A dotted name may follow a word of prose, but not a part of a name.
    guard Self.isWord(rightWord) || Self.announcers.contains(leftWord.lowercased()), !leftWord.contains("://") else {
      return nil
    }
    switch last {
    case ",", ";": return Self.isWord(leftWord) ? (String(leftWord), String(rightWord)) : nil
    case ".", "!", "?":
      return first.isUppercase && Self.isWord(leftWord) ? (String(leftWord), String(rightWord)) : nil
    case _ where last.isASCII && last.isLetter:
      // A blank elsewhere in both shows that both are prose, not the halves of one long word.
      return Self.isWord(leftWord) && left.contains(where: \.isWhitespace)
        ? (String(leftWord), String(rightWord)) : nil
    default: return nil
    }
  }

  /// Words after which anything but the rest of a word comes.
  private static let announcers: Set<String> = [
    "a", "an", "and", "as", "be", "but", "by", "for", "from", "got", "in", "is", "not", "of", "or", "received", "see",
    "than", "that", "the", "to", "use", "using", "via", "with",
  ]

  /// Letters with the punctuation of prose around them: no path, no identifier, no markup.
  private static func isWord(_ text: Substring) -> Bool {
    let core = text.drop { "(`'\"".contains($0) }
    let letters = core.prefix { $0.isASCII && $0.isLetter || $0 == "'" || $0 == "-" }
    return !letters.isEmpty && core.dropFirst(letters.count).allSatisfy { ".,;:!?)`'\"".contains($0) }
  }

  private func literal(endingAt offset: UInt32) -> String? {
    concatenation.text.pieces.last { $0.range.end == offset }.flatMap(Self.literal)
  }

  private func literal(startingAt offset: UInt32) -> String? {
    concatenation.text.pieces.first { $0.range.start == offset }.flatMap(Self.literal)
  }

  private static func literal(_ piece: Text.Piece) -> String? {
    if case .literal(let text) = piece.content { text } else { nil }
  }
}

extension String {
  /// The characters after the last blank.
  fileprivate var lastWord: Substring {
    guard let blank = lastIndex(where: \.isWhitespace) else { return self[...] }
    return self[index(after: blank)...]
  }
}

extension Message {
  fileprivate static func lostBlank(_ left: String, _ right: String) -> Message {
    "'\(left)' and '\(right)' run together where two string literals join; put a blank between them"
  }
}
