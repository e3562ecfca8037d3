import LintModel
import LintRuleKit
import LintSourceText

/// What is wrong with the arguments of a call.
enum CallFlaw {
  case unknown(ExampleUse.Passed.Keyword, nearest: String?, known: [String])
  case tooMany(Int, of: Int)
  case missing(String)

  var range: SourceRange? {
    if case .unknown(let keyword, _, _) = self { return keyword.range }
    return nil
  }

  /// Nil if the call is right, or cannot be judged.
  init?(_ passed: ExampleUse.Passed, to callable: Callable) {
    if callable.isOpen || callable.isProperty { return nil }
    let parameters = callable.parameters
    let byKeyword = parameters.filter { $0.kind == .positionalOrKeyword || $0.kind == .keywordOnly }
    if !parameters.contains(where: { $0.kind == .variadicKeyword }) {
      let wrong = passed.keywords.first { keyword in !byKeyword.contains { $0.name == keyword.name } }
      if let wrong {
        let given = Set(passed.keywords.map(\.name))
        let free = byKeyword.map(\.name).filter { !given.contains($0) }
        self = .unknown(
          wrong, nearest: Suggestion.nearest(to: wrong.name, among: free), known: byKeyword.map(\.name))
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
  static func broken(_ flaw: CallFlaw, _ callee: String, in language: Language = .python) -> Message {
    let isSwift = language == .swift
    switch flaw {
    case .unknown(let keyword, let nearest, let known):
      let advice =
        nearest.map { "did you mean '\($0)'?" } ?? (known.isEmpty ? "remove it" : "it takes \(known.quoted())")
      return "'\(callee)' has no \(isSwift ? "argument label" : "parameter") '\(keyword.name)'; \(advice)"
    case .tooMany(let count, let most):
      let limit = counted(most, isSwift ? "unlabeled argument" : "positional argument")
      return """
        '\(callee)' takes at most \(limit), but \(count) are passed; \
        \(isSwift ? "label the rest" : "pass the rest by keyword"), or remove them
        """
    case .missing(let name):
      return "'\(callee)' requires '\(name)', which is not passed; add it"
    }
  }
}
