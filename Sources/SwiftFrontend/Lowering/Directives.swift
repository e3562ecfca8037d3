import LintModel
import LintSourceText
import SwiftSyntax

/// Comments that begin with `mllint:`. Most files hold none, so that their bytes are searched before their comments.
func directives(in tree: SourceFileSyntax, _ bytes: UnsafeBufferPointer<UInt8>) -> [Directive] {
  guard bytes.contains(directiveMark) else { return [] }
  var result: [Directive] = []
  for token in tree.tokens(viewMode: .sourceAccurate) {
    let text = token.positionAfterSkippingLeadingTrivia.utf8Offset
    let end = token.endPositionBeforeTrailingTrivia.utf8Offset
    for trivia in [token.position.utf8Offset..<text, end..<token.endPosition.utf8Offset] where !trivia.isEmpty {
      for comment in Comment.all(in: trivia, of: bytes) {
        if let directive = directive(of: comment, bytes) { result.append(directive) }
      }
    }
  }
  return result
}

private let directiveMark = Array("mllint:".utf8)

private func directive(of comment: Comment, _ bytes: UnsafeBufferPointer<UInt8>) -> Directive? {
  var start = comment.start + 2
  while start < comment.end, bytes[start] == UInt8(ascii: "/") || bytes[start] == UInt8(ascii: "*") { start += 1 }
  var end = comment.isBlock && comment.isTerminated ? comment.end - 2 : comment.end
  while start < end, isBlankByte(bytes[start]) { start += 1 }
  while end > start, isBlankByte(bytes[end - 1]) { end -= 1 }
  guard start + directiveMark.count <= end, bytes[start..<start + directiveMark.count].elementsEqual(directiveMark)
  else { return nil }
  let text = String(decoding: bytes[start..<end], as: UTF8.self)
  let after = comment.end >= bytes.count || isLineEnd(bytes[comment.end]) || !comment.isBlock
  return Directive(
    text: text, range: SourceRange(start: UInt32(comment.start), end: UInt32(comment.end)),
    standsAlone: after && startsLine(comment.start, bytes))
}

/// True if only whitespace precedes the offset on its line.
func startsLine(_ offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  var index = offset
  while index > 0, bytes[index - 1] == UInt8(ascii: " ") || bytes[index - 1] == UInt8(ascii: "\t") { index -= 1 }
  return index == 0 || isLineEnd(bytes[index - 1])
}

func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

func isBlankByte(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || isLineEnd(byte) }

extension Collection<UInt8> where Index == Int {
  /// Whether the bytes of a mark occur here.
  func contains(_ mark: [UInt8]) -> Bool {
    guard let first = mark.first else { return true }
    var index = startIndex
    while index + mark.count <= endIndex {
      if self[index] == first, self[index..<index + mark.count].elementsEqual(mark) { return true }
      index += 1
    }
    return false
  }
}
