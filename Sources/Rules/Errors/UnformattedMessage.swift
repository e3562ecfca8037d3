import LintModel
import LintRuleKit
import LintSourceText

/// A message holds a placeholder that nothing fills, so its reader sees `{size}` instead of the size.
struct UnformattedMessage: FileRule {
  let options: NoOptions

  func check(_ file: SourceFile, _ report: inout Report) {
    for failure in file.model.failures {
      guard case .text(let text) = failure.said, let first = text.unfilled.first else { continue }
      report.add(
        .unformatted(first.text, more: text.unfilled.count - 1, in: file.language), at: first.range, in: file,
        of: failure.owner)
    }
  }
}

extension Message {
  fileprivate static func unformatted(_ placeholder: String, more: Int, in language: Language) -> Message {
    let others = more > 0 ? " (and \(more) more)" : ""
    let cure =
      switch (language, placeholder.hasPrefix("%")) {
      case (.swift, _): "interpolate the value with \\(...)"
      case (_, true): "fill it with % or use an f-string"
      case (_, false): "make the literal an f-string"
      }
    return "'\(placeholder)'\(others) is shown as it stands, since nothing formats this message; \(cure)"
  }
}
