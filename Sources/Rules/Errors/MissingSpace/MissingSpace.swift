import LintModel
import LintRuleKit
import LintSourceText

/// A space is missing between two joined string literals.
struct MissingSpace: FileRule {
  let options: NoOptions

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    for concatenation in file.model.concatenations where !concatenation.isElement {
      if file.role == .test, concatenation.use == .other, isExpected(concatenation, in: file.text) { continue }
      guard hasTightJoin(concatenation, in: file.text), isSentence(concatenation) else { continue }
      let literals = split(concatenation)
      for (index, join) in concatenation.joins.enumerated() where index + 1 < literals.count {
        let joint = StringConcatenation(
          left: literals[index], right: literals[index + 1], isMessage: concatenation.use != .other)
        guard let joint, joint.runsTogether else { continue }
        collector.add(
          .lostBlank(joint.leftWord, joint.rightWord), at: join, in: file,
          fix: Fix(
            "add a space at the end of the first literal", isSafe: false,
            edits: [.init(SourceRange(start: join.start, end: join.start), " ")]))
      }
    }
  }

  /// `msg = ("..." "...")`, `match="..." "..."`: a test expects the text as the code says it, and the space is lost there.
  private func isExpected(_ concatenation: Concatenation, in text: SourceText) -> Bool {
    let start = concatenation.text.range.start
    let before = text[SourceRange(start: start > 60 ? start - 60 : 0, end: start)].lowercased()
    let words = before.split { !$0.isLetter }.suffix(3)
    return before.contains("=") && words.contains { word in Self.expectations.contains { word.contains($0) } }
  }

  private static let expectations = ["msg", "message", "match", "expect", "error", "regex", "warning"]

  /// Most joins have a space: comparing two bytes avoids reading the text.
  private func hasTightJoin(_ concatenation: Concatenation, in text: SourceText) -> Bool {
    concatenation.joins.contains { join in
      guard join.start > 0, join.start <= join.end, Int(join.end) < text.bytes.count else { return false }
      return text.bytes[Int(join.start) - 1] != UInt8(ascii: " ") && text.bytes[Int(join.end)] != UInt8(ascii: " ")
    }
  }

  /// Sentences consist of plain words; paths, patterns, keys, code and encoded data have few or none.
  private func isSentence(_ concatenation: Concatenation) -> Bool {
    let isMessage = concatenation.use != .other
    let words = concatenation.text.pieces.compactMap { piece -> [Substring]? in
      if case .literal(let text) = piece.content { text.runs { $0 > 0x20 } } else { nil }
    }.joined()
    let plainWords = words.count { word in
      let core = word.utf8.drop { "([`'\"".utf8.contains($0) }
      let letters = core.prefix(while: \.isLetterByte)
      return !letters.isEmpty && core.dropFirst(letters.count).allSatisfy { ".,;:)]`'\"!?".utf8.contains($0) }
        && (isMessage || letters.dropFirst().allSatisfy { $0 >= 0x61 })
    }
    return isMessage
      ? plainWords >= 3 && plainWords * 2 >= words.count : plainWords >= 6 && plainWords * 3 >= words.count * 2
  }

  /// The pieces of each of the joined literals.
  private func split(_ concatenation: Concatenation) -> [[MessageTemplate.Piece]] {
    var literals: [[MessageTemplate.Piece]] = [[]]
    var joins = concatenation.joins[...]
    for piece in concatenation.text.pieces {
      while let join = joins.first, piece.range.start >= join.end {
        literals.append([])
        joins.removeFirst()
      }
      literals[literals.count - 1].append(piece)
    }
    return literals
  }
}

extension Message {
  fileprivate static func lostBlank(_ left: String, _ right: String) -> Message {
    "\(left.inQuotes) and \(right.inQuotes) run together where two string literals join; add a space between them"
  }
}
