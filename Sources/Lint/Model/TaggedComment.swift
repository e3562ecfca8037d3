import LintSourceText

/// A comment that is more than prose: it silences another tool, or leaves something to do.
///
/// Front ends collect these from the comments that they see anyway; rules parse the text.
public struct TaggedComment: Sendable, Equatable {
  public enum Kind: UInt8, Sendable {
    /// `# noqa`, `# type: ignore`, `// swiftlint:disable all`.
    case suppression
    /// `TODO`, `FIXME`, `XXX`, `HACK`.
    case task
  }

  public var kind: Kind
  /// From the comment's sign, or the sign within it that the word follows, to the comment's end.
  public var range: SourceRange

  public init(kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  /// Reads one comment: the word after its sign tells, or after another sign within it, as in `# why  # noqa`.
  ///
  /// - Parameters:
  ///   - comment: The comment with its signs, as offsets of `bytes`.
  ///   - bytes: The file.
  ///   - sign: `#` or `/`.
  ///   - taggedComments: The comments found so far; new ones are appended.
  public static func read(
    _ comment: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, sign: UInt8, into taggedComments: inout [TaggedComment]
  ) {
    var index = comment.lowerBound
    while index < comment.upperBound {
      guard bytes[index] == sign else {
        index += 1
        continue
      }
      let start = index
      while index < comment.upperBound, isFiller(bytes[index]) { index += 1 }
      guard let kind = kind(at: index, before: comment.upperBound, of: bytes) else { continue }
      let range = SourceRange(start: UInt32(start), end: UInt32(comment.upperBound))
      taggedComments.append(TaggedComment(kind: kind, range: range))
      // What follows a task is its text; what follows a suppression may be another, which is part of this one.
      return
    }
  }

  private static func isFiller(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "#") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: " ")
      || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "@")
  }

  private static func kind(at start: Int, before end: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Kind? {
    guard end - start >= 3 else { return nil }
    switch bytes[start] {
    case UInt8(ascii: "T"), UInt8(ascii: "F"), UInt8(ascii: "X"), UInt8(ascii: "H"):
      return tasks.contains { isWord($0, at: start, before: end, of: bytes) } ? .task : nil
    case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"), UInt8(ascii: "p"), UInt8(ascii: "r"),
      UInt8(ascii: "f"), UInt8(ascii: "s"):
      return suppressions.contains { isWord($0, at: start, before: end, of: bytes) } ? .suppression : nil
    default: return nil
    }
  }

  private static func isWord(
    _ word: StaticString, at start: Int, before end: Int, of bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let size = word.utf8CodeUnitCount
    guard start + size <= end else { return false }
    for offset in 0..<size where bytes[start + offset] != word.utf8Start[offset] { return false }
    guard start + size < end else { return true }
    let next = bytes[start + size] | 0x20
    return !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next) && next != UInt8(ascii: "_")
      && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next)
  }

  private static let tasks: [StaticString] = ["TODO", "FIXME", "XXX", "HACK"]
  private static let suppressions: [StaticString] = [
    "noqa", "NOQA", "type", "pylint", "pyright", "pyre", "ruff", "flake8", "nosec", "swiftlint", "swift-format-ignore",
    "swift-format-ignore-file",
  ]
}
