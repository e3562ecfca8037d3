import LintModel
import LintRuleKit
import LintSourceText

/// An error, or a precondition, that says nothing to the person who meets it.
struct MissingErrorMessage: FileRule {
  struct Options: RuleOptions {
    /// Errors of the standard libraries that say nothing by themselves.
    var errors: [String]
  }

  let options: Options

  func check(_ file: SourceFile, _ report: inout Report) {
    guard file.role == .library || file.role == .script || file.role == .example else { return }
    for failure in file.model.failures {
      guard case .nothing = failure.said, !failure.isCaughtHere, !isExpectedToSayNothing(failure, in: file) else {
        continue
      }
      switch failure.form {
      case .raise, .throw:
        guard let type = failure.errorType, options.errors.contains(lastName(of: type)),
          !answersLookup(lastName(of: type), failure, in: file)
        else { continue }
        report.add(.silent(type.text, failure.condition), at: failure.range, in: file, of: failure.owner)
      case .precondition:
        // Inside a module, who meets it has the source at hand, and the debugger stops at the line.
        guard let owner = failure.owner, file.model.declarations[owner].isPublic else { continue }
        report.add(.unexplained(failure.condition), at: failure.range, in: file, of: failure.owner)
      // `fatalError()` is SwiftLint's, `assert` is for those who debug, and a warning always has a text.
      case .fatalError, .assert, .warning: continue
      }
    }
  }

  /// An abstract or empty body raises to say that there is nothing yet; a test may raise what it likes.
  private func isExpectedToSayNothing(_ failure: Failure, in file: SourceFile) -> Bool {
    file.enclosing(failure.owner).contains {
      $0.kind == .test || !$0.flags.isDisjoint(with: [.isAbstract, .isStub, .isPrivate])
    }
  }

  /// `raise KeyError` in `__getitem__` is how Python's lookups say no; the interpreter catches it more often than people.
  private func answersLookup(_ type: String, _ failure: Failure, in file: SourceFile) -> Bool {
    guard let owner = failure.owner else { return false }
    switch file.model.declarations[owner].name.text {
    case "__getitem__", "__delitem__", "__missing__", "__next__":
      return ["KeyError", "IndexError", "LookupError"].contains(type)
    case "__len__", "__length_hint__", "__iter__", "__hash__", "__bool__": return type == "TypeError"
    default: return false
    }
  }

  private func lastName(of type: Name) -> String {
    type.text.split(separator: ".").last.map(String.init) ?? type.text
  }
}

extension Message {
  fileprivate static func silent(_ type: String, _ condition: String?) -> Message {
    "this \(type) says nothing\(Self.when(condition)); say what was expected and what was received"
  }

  fileprivate static func unexplained(_ condition: String?) -> Message {
    "this precondition says nothing\(Self.when(condition)); say what was expected and what was received"
  }

  /// The condition where it is short enough to read inside a sentence.
  private static func when(_ condition: String?) -> String {
    guard let condition, condition.utf8.count <= 40, !condition.contains("\n") else { return "" }
    return " about '\(condition)'"
  }
}
