import LintModel
import LintRuleKit
import LintSourceText

/// Any error is taken, and nothing is done or said about it.
struct SwallowedError: FileRule {
  let options: NoOptions

  func check(_ file: SourceFile, _ report: inout Report) {
    guard file.role == .library || file.role == .script else { return }
    for handler in file.model.silentHandlers where !handler.isExplained && isBroad(handler, in: file.language) {
      guard handler.attempt == .other || handler.attempt == .alternative else { continue }
      report.add(.swallowed(handler, in: file.language), at: handler.range, in: file, of: handler.owner)
    }
  }

  private func isBroad(_ handler: SilentHandler, in language: Language) -> Bool {
    handler.caught.isEmpty || handler.caught.contains { $0 == "Exception" || $0 == "BaseException" }
  }
}

extension Message {
  fileprivate static func swallowed(_ handler: SilentHandler, in language: Language) -> Message {
    switch language {
    case .swift: "any error ends here and nobody hears of it; handle it, or say in a comment why it does not matter"
    default: "every error ends here, mistakes in the code included; catch the one that is expected, or log it"
    }
  }
}
