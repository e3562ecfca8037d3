import LintModel

extension SourceFile {
  /// Whether the text of a declaration mentions deprecation: some of its parameters exist only for old callers.
  func mentionsDeprecation(in declaration: Declaration) -> Bool {
    let range = Int(declaration.range.start)..<Int(declaration.range.end)
    var matched = 0
    for byte in text.bytes[range.clamped(to: text.bytes.indices)] {
      matched = byte == Self.mark[matched] ? matched + 1 : byte == Self.mark[0] ? 1 : 0
      if matched == Self.mark.count { return true }
    }
    return false
  }

  private static let mark = Array("deprecat".utf8)
}
