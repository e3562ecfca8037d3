import LintModel
import LintSourceText

/// Why a file is not parsed, or nil: swift-syntax would overflow the stack, or take very long.
func excessiveNesting(in bytes: UnsafeBufferPointer<UInt8>) -> SyntaxProblem? {
  guard let (excess, offset) = NestingScan.excess(in: bytes) else { return nil }
  let message =
    switch excess {
    case .brackets: "expected at most \(NestingScan.maximumBrackets) nested brackets, found more; the file was not read"
    case .path: "expected at most \(NestingScan.maximumPath) tokens in one statement, found more; the file was not read"
    case .work: "the file takes mllint too long to parse and was not read; exclude it if it is generated"
    }
  let start = UInt32(clamping: offset)
  return SyntaxProblem(message: message, range: SourceRange(start: start, end: start + 1), isLimit: true)
}
