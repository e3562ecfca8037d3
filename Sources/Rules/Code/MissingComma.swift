import LintModel
import LintRuleKit
import LintSourceText

/// A comma is missing between two strings in a list, so that they are concatenated into one.
struct MissingComma: FileRule {
  struct Options: RuleOptions {
    /// Minimum number of strings in a list before a concatenated element is reported.
    var minimumElements: Int
    /// Maximum length in characters of a concatenated element that is reported.
    var maximumLength: Int
  }

  let options: Options

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    var lists: [UInt32: [(left: String, right: String, join: SourceRange)]] = [:]
    for concatenation in file.model.concatenations {
      guard let display = concatenation.display, isListOfStrings(display) else { continue }
      let pieces = concatenation.text.pieces.compactMap { piece -> String? in
        if case .literal(let text) = piece.content { text } else { nil }
      }
      guard pieces.count == concatenation.joins.count + 1, fits(pieces, among: display, in: file.text) else { continue }
      for (index, join) in concatenation.joins.enumerated() {
        lists[display.strings[0].start, default: []].append((pieces[index], pieces[index + 1], join))
      }
    }
    for (_, lost) in lists.sorted(by: { $0.key < $1.key }) {
      guard let first = lost.first else { continue }
      collector.add(
        .lostComma(first.left, first.right, more: lost.count - 1), at: first.join, in: file,
        related: lost.dropFirst().map {
          Evidence(
            "'\($0.left)' and '\($0.right)', too", at: Location(path: file.reference.path, range: $0.join))
        }, count: lost.count > 1 ? lost.count : nil)
    }
  }

  /// Whether few elements are concatenated: if most are, the author splits long strings on purpose.
  private func isListOfStrings(_ display: Concatenation.Display) -> Bool {
    display.strings.count >= options.minimumElements && display.joined * 4 <= display.strings.count
      && display.others <= display.strings.count / 8
  }

  /// Whether each literal looks like the other elements but the concatenation does not: no sentence, path or pattern
  /// continues from one to the next, and both would have fit on a line.
  private func fits(_ pieces: [String], among display: Concatenation.Display, in text: SourceText) -> Bool {
    let lengths = display.strings.map { text[$0].count - 2 }.sorted()
    guard let shortest = lengths.first, let longest = lengths.last else { return false }
    let joined = pieces.reduce(0) { $0 + $1.count }
    return joined <= options.maximumLength && pieces.allSatisfy { (shortest...longest).contains($0.count) }
      && joined > lengths[lengths.count / 2] && !zip(pieces, pieces.dropFirst()).contains { isContinued($0, $1) }
  }

  private func isContinued(_ left: String, _ right: String) -> Bool {
    guard let last = left.last, let first = right.first else { return true }
    return last.isWhitespace || first.isWhitespace
  }
}

extension Message {
  fileprivate static func lostComma(_ left: String, _ right: String, more: Int) -> Message {
    if more > 0 {
      let others = more == 1 ? "another pair in this list is" : "\(more) other pairs in this list are"
      return "'\(left)' and '\(right)' are concatenated into one element, and \(others), too; add the commas"
    }
    return "'\(left)' and '\(right)' are concatenated into one element; add a comma between them"
  }
}
