import LintModel
import LintSourceText
import PythonSyntax

/// Comments that address mllint.
enum DirectiveComments {
  static func read(_ tree: Tree) -> [Directive] {
    tree.comments.compactMap { comment in
      let bytes = tree.source[Int(comment.lowerBound)..<Int(comment.upperBound)]
      let text = bytes.dropFirst().drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      guard text.starts(with: "mllint:".utf8) else { return nil }
      return Directive(
        text: String(decoding: text, as: UTF8.self), range: SourceRange(comment),
        standsAlone: standsAlone(comment.lowerBound, in: tree))
    }
  }

  /// Comments that silence other tools or leave something to do.
  static func taggedComments(_ tree: Tree) -> [TaggedComment] {
    var taggedComments: [TaggedComment] = []
    let bytes = tree.source
    for comment in tree.comments {
      TaggedComment.read(
        Int(comment.lowerBound)..<Int(comment.upperBound), of: bytes, sign: UInt8(ascii: "#"), into: &taggedComments)
    }
    return taggedComments
  }

  private static func standsAlone(_ offset: UInt32, in tree: Tree) -> Bool {
    for byte in tree.source[..<Int(offset)].reversed() {
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return true
      case UInt8(ascii: " "), UInt8(ascii: "\t"), 0x0C: continue
      default: return false
      }
    }
    return true
  }
}
