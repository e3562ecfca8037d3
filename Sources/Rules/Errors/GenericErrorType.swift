import LintModel
import LintRuleKit
import LintSourceText

/// An error of no kind: nobody can take it without taking every other.
struct GenericErrorType: FileRule {
  struct Options: RuleOptions {
    /// Types that say nothing about what went wrong.
    var types: [String]
  }

  let options: Options

  func check(_ file: SourceFile, _ report: inout Report) {
    guard file.role == .library || file.role == .script else { return }
    for failure in file.model.failures where !failure.isCaughtHere {
      guard let type = failure.errorType, options.types.contains(type.text) else { continue }
      // An `NSError` that is handed on, or made from what a system call left, is none of ours.
      guard file.language != .swift || failure.form == .throw else { continue }
      guard !file.enclosing(failure.owner).contains(where: { $0.kind == .test }) else { continue }
      let fitting = ErrorKind(failure)
      report.add(.generic(type.text, fitting, in: file.language), at: type.range, in: file, of: failure.owner)
    }
  }
}

extension Message {
  fileprivate static func generic(_ type: String, _ kind: ErrorKind, in language: Language) -> Message {
    switch language {
    case .swift: "'\(type)' tells callers nothing that they could handle; throw a case of an error type of your own"
    default:
      "'\(type)' can only be caught together with everything else; raise \(kind.type), since \(kind.reason)"
    }
  }
}
