import LintModel
import LintRuleKit
import LintSourceText

/// A message contains a placeholder that is never filled, so users see `{size}` instead of the size.
struct UnformattedMessage: FileRule {
  let options: NoOptions

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    for site in file.model.raiseSites {
      guard case .text(let text) = site.message, let first = text.unfilled.first else { continue }
      collector.add(
        .unformatted(first.text, more: text.unfilled.count - 1, in: file.language), at: first.range, in: file,
        of: site.owner)
    }
  }
}

extension Message {
  fileprivate static func unformatted(_ placeholder: String, more: Int, in language: Language) -> Message {
    let subject = more > 0 ? "\(placeholder.inQuotes) and \(more) more are" : "\(placeholder.inQuotes) is"
    let advice =
      switch (language, placeholder.hasPrefix("%")) {
      case (.swift, _): "interpolate the value with \\(...)"
      case (_, true): "apply % to the string, or use an f-string"
      case (_, false): "add an f prefix"
      }
    return "\(subject) printed literally because the string is never formatted; \(advice)"
  }
}
