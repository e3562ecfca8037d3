import LintModel
import SwiftSyntax

extension Lowering {
  /// The documentation comment in front of a declaration.
  func doc(of node: some SyntaxProtocol) -> Doc? {
    let end = min(node.positionAfterSkippingLeadingTrivia.utf8Offset, bytes.count)
    let start = min(node.position.utf8Offset, end)
    guard end - start > 3 else { return nil }
    let comments = Comment.all(in: start..<end, of: bytes).filter(\.isDoc)
    guard let last = comments.last else { return nil }
    // A blank line ends a comment: only what is nearest documents the declaration.
    var group = [last]
    for comment in comments.dropLast().reversed() {
      guard let next = group.last, !last.isBlock, !comment.isBlock, !hasBlankLine(comment.end..<next.start) else {
        break
      }
      group.append(comment)
    }
    var reader = DocReader(lines: group.reversed().flatMap { lines(of: $0) }, bytes: bytes)
    return reader.read()
  }

  private func hasBlankLine(_ gap: Range<Int>) -> Bool {
    var lineEnds = 0
    for index in gap {
      if bytes[index] == UInt8(ascii: "\n")
        || bytes[index] == UInt8(ascii: "\r") && bytes[index + 1] != UInt8(ascii: "\n")
      {
        lineEnds += 1
      } else if bytes[index] != UInt8(ascii: " "), bytes[index] != UInt8(ascii: "\t"), !isLineEnd(bytes[index]) {
        lineEnds = 0
      }
      if lineEnds > 1 { return true }
    }
    return false
  }

  /// The comment's lines without its signs.
  private func lines(of comment: Comment) -> [DocReader.Line] {
    guard comment.isBlock else { return [DocReader.Line(comment.start + 3..<comment.end, bytes)] }
    var lines: [DocReader.Line] = []
    var start = comment.start + 3
    let end = max(start, comment.isTerminated ? comment.end - 2 : comment.end)
    while start <= end {
      var stop = start
      while stop < end, !isLineEnd(bytes[stop]) { stop += 1 }
      lines.append(DocReader.Line(start..<stop, bytes))
      if stop + 1 < end, bytes[stop] == UInt8(ascii: "\r"), bytes[stop + 1] == UInt8(ascii: "\n") { stop += 1 }
      start = stop + 1
    }
    // A column of stars at the lines' starts is decoration; where only some lines have one, they are list items.
    let inner = lines.dropFirst().filter { !$0.isSpace }
    if !inner.isEmpty, inner.allSatisfy({ bytes[$0.start] == UInt8(ascii: "*") }) {
      for index in lines.indices.dropFirst() where !lines[index].isSpace {
        lines[index] = DocReader.Line(lines[index].start + 1..<lines[index].end, bytes)
      }
    }
    return lines
  }
}
