import LintModel
import LintSourceText

/// Cuts a message before the value that ends it.
enum MessageEnd {
  /// The literal text of the pieces without the words that announce a value; nil if too little remains, or if it
  /// cannot be written between plain quotes.
  static func shortened(_ pieces: ArraySlice<MessageTemplate.Piece>) -> String? {
    var words = pieces.flatMap { piece in
      if case .literal(let text) = piece.content { text.split(separator: " ").map(String.init) } else { [String]() }
    }
    while let word = words.last, announcing.contains(word.lowercased().filter(\.isLetter)) { words.removeLast() }
    var text = words.joined(separator: " ")
    while let last = text.last, ",:;.('`[\"=".contains(last) { text.removeLast() }
    guard words.count > 3, !text.contains(where: { "\"\\{}\n".contains($0) }) else { return nil }
    return text
  }

  private static let announcing: Set<String> = [
    "", "got", "received", "found", "was", "is", "but", "given", "instead", "it", "provided", "value", "not", "you",
    "passed",
    "have", "has", "currently",
  ]
}
