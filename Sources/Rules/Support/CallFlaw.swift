import LintModel
import LintRuleKit
import LintSourceText

/// What is wrong with the arguments of a call.
enum CallFlaw {
  case unknown(ExampleUse.Passed.Keyword, nearest: String?)
  case tooMany(Int, of: Int)
  case missing(String)

  var range: SourceRange? {
    if case .unknown(let keyword, _) = self { return keyword.range }
    return nil
  }

  /// Nil where the call is right, or nobody can tell.
  init?(_ passed: ExampleUse.Passed, to callable: Callable) {
    if callable.isOpen || callable.isProperty { return nil }
    let parameters = callable.parameters
    let byKeyword = parameters.filter { $0.kind == .positionalOrKeyword || $0.kind == .keywordOnly }
    if !parameters.contains(where: { $0.kind == .variadicKeyword }) {
      let wrong = passed.keywords.first { keyword in !byKeyword.contains { $0.name == keyword.name } }
      if let wrong {
        let given = Set(passed.keywords.map(\.name))
        let free = byKeyword.map(\.name).filter { !given.contains($0) }
        self = .unknown(wrong, nearest: Suggestion.nearest(to: wrong.name, among: free))
        return
      }
    }
    if passed.isOpen { return nil }
    let places = parameters.filter { $0.kind == .positionalOnly || $0.kind == .positionalOrKeyword }
    if !parameters.contains(where: { $0.kind == .variadicPositional }), passed.count > places.count {
      self = .tooMany(passed.count, of: places.count)
      return
    }
    let names = Set(passed.keywords.map(\.name))
    let required =
      places.dropFirst(passed.count).filter(\.isRequired)
      + parameters.filter { $0.kind == .keywordOnly && $0.isRequired }
    guard let absent = required.first(where: { !names.contains($0.name) }) else { return nil }
    self = .missing(absent.name)
  }
}

extension Message {
  static func broken(_ flaw: CallFlaw, _ callee: String) -> Message {
    switch flaw {
    case .unknown(let keyword, let nearest):
      let advice = nearest.map { "did you mean '\($0)'?" } ?? "leave it out"
      return "'\(callee)' takes no '\(keyword.name)', so that this fails; \(advice)"
    case .tooMany(let count, let most):
      return
        "'\(callee)' takes at most \(most) positional arguments, and this passes \(count); pass the others by keyword"
    case .missing(let name):
      return "'\(callee)' needs '\(name)', which this does not pass; add it"
    }
  }
}
