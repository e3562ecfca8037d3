import LintModel
import LintRuleKit
import LintSourceText

/// A message contains a placeholder that is never filled, so users see `{size}` instead of the size.
struct UnformattedMessage: FileRule {
  let options: NoOptions

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    for site in file.model.raiseSites {
      guard case .text(let text) = site.message, let first = text.unfilled.first else { continue }
      let unknown = text.unfilled.first { $0.unknown != nil }
      collector.add(
        .unformatted(first.text, more: text.unfilled.count - 1, unknown, in: file.language), at: first.range, in: file,
        of: site.owner)
    }
  }
}

extension Message {
  fileprivate static func unformatted(
    _ placeholder: String, more: Int, _ unknown: MessageTemplate.Placeholder?, in language: Language
  ) -> Message {
    let subject = more > 0 ? "\(placeholder.inQuotes) and \(more) more are" : "\(placeholder.inQuotes) is"
    let advice =
      switch (language, placeholder.hasPrefix("%")) {
      case (.swift, _): "interpolate the value with \\(...)"
      case (_, true): "apply % to the string, or use an f-string"
      case (_, false): "add an f prefix" + (unknown.map(correction) ?? "")
      }
    return "\(subject) printed literally because the string is never formatted; \(advice)"
  }

  /// With the prefix alone, the error would be a NameError.
  private static func correction(_ field: MessageTemplate.Placeholder) -> String {
    let name = (field.unknown ?? "").inQuotes
    if let meant = field.meant { return " and replace the undefined \(name) by \(meant.inQuotes)" }
    return " and correct the undefined \(name)"
  }
}
