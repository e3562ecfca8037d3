import LintModel
import LintSourceText

/// The texts of a file that text patterns search.
struct PatternTexts {
  private let file: SourceFile

  init(_ file: SourceFile) { self.file = file }

  /// Calls the body with bytes, the part of them that is a text, and where that part begins in the file.
  func forEach(
    in places: Set<PatternTextPlace>, holding expression: TextPattern, _ body: ([UInt8], Range<Int>, UInt32) -> Void
  ) {
    let bytes = file.text.bytes
    let passages =
      (places.contains(.shell) ? file.text.commands : []) + (places.contains(.markdown) ? file.text.prose : [])
    for passage in passages { body(passage.bytes, passage.bytes.indices, passage.start) }
    // Most files hold nothing of what an expression needs.
    guard places != [.shell] || file.reference.path.hasSuffix(".sh"), expression.mayMatch(bytes, bytes.indices) else {
      return
    }
    for range in ranges(in: places) {
      let start = min(Int(range.start), bytes.count)
      body(bytes, start..<max(start, min(Int(range.end), bytes.count)), range.start)
    }
  }

  private func ranges(in places: Set<PatternTextPlace>) -> [SourceRange] {
    var result: [SourceRange] = []
    let whole = SourceRange(start: 0, end: UInt32(file.text.bytes.count))
    if places.contains(.markdown), file.language == .markdown { result.append(whole) }
    if places.contains(.configuration), file.language == .yaml || file.language == .toml { result.append(whole) }
    if places.contains(.shell), file.reference.path.hasSuffix(".sh") { result.append(whole) }
    if places.contains(.doc) { result += docs }
    for failure in file.model.raiseSites where places.contains(.error) || places.contains(.warning) {
      guard places.contains(failure.form == .warning ? .warning : .error), case .text(let text) = failure.message else {
        continue
      }
      result += literals(of: text)
    }
    if places.contains(.help) { result += file.model.declarations.compactMap(\.option?.help).flatMap(literals) }
    guard places.contains(.comment) || places.contains(.string), file.language == .python || file.language == .swift
    else { return result }
    let scan = LexicalScan(file)
    let documented = docs
    if places.contains(.comment) {
      result += scan.comments.filter { comment in
        !documented.contains { $0.start < comment.end && comment.start < $0.end }
      }
    }
    if places.contains(.string) {
      result += scan.strings.filter { string in !documented.contains { $0.contains(string) || string.contains($0) } }
    }
    return result
  }

  private var docs: [SourceRange] { file.model.declarations.compactMap(\.doc?.range) }

  private func literals(of text: MessageTemplate) -> [SourceRange] {
    text.pieces.compactMap { if case .literal = $0.content { $0.range } else { nil } }
  }
}
