import LintModel
import LintRuleKit
import LintSourceText

/// A handler catches every error and does nothing.
struct SwallowedError: FileRule {
  let options: NoOptions

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    for handler in file.model.silentHandlers where !handler.isExplained && isBroad(handler) {
      guard !isHook(handler.owner, in: file) else { continue }
      guard handler.attempt == .other || handler.attempt == .alternative else { continue }
      collector.add(
        .swallowed(by: Self.subject(file.text[handler.range]), in: file.language), at: handler.range, in: file,
        of: handler.owner)
    }
  }

  private static func subject(_ clause: String) -> String {
    if clause.hasPrefix("try?") { return "'try?'" }
    return clause.contains("suppress(") ? "'suppress'" : "this handler"
  }

  /// What a console or a debugger asks an object for, such as completions: without an answer it goes on, and an error or
  /// a log message would disturb the prompt.
  private func isHook(_ owner: Int?, in file: SourceFile) -> Bool {
    guard let owner else { return false }
    let name = file.model.declarations[owner].name.text
    return name == "__dir__" || name == "__repr__" || name == "__rich_repr__" || name.hasPrefix("_ipython_")
      || name.hasPrefix("_repr_") && name.hasSuffix("_")
  }

  private func isBroad(_ handler: SilentHandler) -> Bool {
    handler.caught.isEmpty || handler.caught.contains { $0 == "Exception" || $0 == "BaseException" }
  }
}

extension Message {
  fileprivate static func swallowed(by subject: String, in language: Language) -> Message {
    switch language {
    case .swift: "\(subject) silently discards every error; handle it, or explain in a comment why it can be ignored"
    default: "\(subject) silently discards every error, including bugs; catch only the expected error, or log it"
    }
  }
}
