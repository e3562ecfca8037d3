import LintModel
import LintSourceText

/// Where brackets nest deeper than any file that people wrote, or nil.
///
/// swift-syntax limits its nesting, but looks ahead through `[[[[...` without a limit, which overflows the stack.
func excessiveNesting(in bytes: UnsafeBufferPointer<UInt8>, limit: Int = 500) -> SyntaxProblem? {
  var depth = 0
  for (offset, byte) in bytes.enumerated() {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: "}"): depth = max(0, depth - 1)
    default: continue
    }
    if depth > limit {
      let start = UInt32(clamping: offset)
      return SyntaxProblem(
        message: "expected at most \(limit) nested brackets, found more; the file was not read",
        range: SourceRange(start: start, end: start + 1))
    }
  }
  return nil
}
