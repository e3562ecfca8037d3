import LintModel
import LintRuleKit
import LintSourceText

/// An error is raised with a generic type, which callers cannot catch without catching every other error.
struct GenericErrorType: FileRule {
  struct Options: RuleOptions {
    /// Error types that do not say what went wrong.
    var types: [String]
  }

  let options: Options

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    for site in file.model.raiseSites where !site.isCaughtHere {
      guard let type = site.errorType, options.types.contains(type.text) else { continue }
      // An `NSError` that is forwarded or made from an error code of the system is not the project's choice.
      guard file.language != .swift || site.form == .throw else { continue }
      guard !file.enclosing(site.owner).contains(where: { $0.kind == .test }) else { continue }
      let fitting = ErrorKind(site)
      collector.add(.generic(type.text, fitting, in: file.language), at: type.range, in: file, of: site.owner)
    }
  }
}

extension Message {
  fileprivate static func generic(_ type: String, _ kind: ErrorKind, in language: Language) -> Message {
    switch language {
    case .swift: "'\(type)' gives callers nothing specific to handle; throw a case of a custom error type"
    default: "callers that catch '\(type)' also catch every other error; raise \(kind.type), because \(kind.reason)"
    }
  }
}
