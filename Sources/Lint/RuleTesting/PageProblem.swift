import LintCatalog
import LintEngine
import LintProject
import LintSourceText

/// What a page lacks. Conventions for pages, beyond what the strict decoder checks.
package enum PageProblem: Hashable, CustomStringConvertible {
  case noHelp(option: String)
  case reservedOption
  case goodAndBad(example: String)
  case assertsNothing(example: String)
  case marksInGood(example: String)
  case unpaired(example: String)
  case noMessage(example: String)
  case fixedGood(example: String)
  case unshownFix
  case convention(message: String)
  case languageWithoutExample(Language)
  case unmeasured

  /// - Parameter isCustom: Whether the page is a custom rule: a project's own convention needs no
  ///   proof.
  package static func all(in page: RulePage, isCustom: Bool = false) -> [PageProblem] {
    var problems: [PageProblem] = []
    for (name, option) in page.options {
      if option.help.allSatisfy(\.isWhitespace) { problems.append(.noHelp(option: name)) }
      if name == "severity" { problems.append(.reservedOption) }
    }
    for example in page.examples { problems += all(in: example) }
    if page.isFixable, !page.examples.contains(where: { $0.fixed != nil }) { problems.append(.unshownFix) }
    // The engine's built-in rules state facts: one language suffices, and there is nothing to measure.
    guard !EngineRules.types.contains(where: { $0.id == page.rule }) else { return problems }
    for language in page.languages where !page.examples.contains(where: { $0.shows(language) }) {
      problems.append(.languageWithoutExample(language))
    }
    if !isCustom, page.stability == .stable, !page.precision.contains(where: { $0.share ?? 0 >= 0.9 }) {
      problems.append(.unmeasured)
    }
    return problems
  }

  private static func all(in example: RuleExample) -> [PageProblem] {
    guard (example.bad == nil) != (example.good == nil) else { return [.goodAndBad(example: example.title)] }
    guard let texts = try? example.files.map({ try MarkedText($0.1) }) else {
      return [.unpaired(example: example.title)]
    }
    var problems: [PageProblem] = []
    let marks = texts.reduce(0) { $0 + $1.ranges.count }
    if example.bad != nil, marks == 0 { problems.append(.assertsNothing(example: example.title)) }
    if example.good != nil, marks > 0 || example.says != nil { problems.append(.marksInGood(example: example.title)) }
    if example.bad != nil, example.says?.isEmpty != false { problems.append(.noMessage(example: example.title)) }
    if example.bad == nil, example.fixed != nil { problems.append(.fixedGood(example: example.title)) }
    for message in example.says ?? [] where !followsConvention(message) {
      problems.append(.convention(message: message))
    }
    return problems
  }

  /// Lower case unless it begins with a name or a type, no full stop, one line.
  private static func followsConvention(_ message: String) -> Bool {
    guard let first = message.first, let last = message.last else { return false }
    return !first.isUppercase && !".!".contains(last) && !message.contains("\n")
  }

  package var description: String {
    switch self {
    case .noHelp(let option): "the option '\(option)' has no help"
    case .reservedOption: "an option cannot be called 'severity', which every rule has"
    case .goodAndBad(let example): "'\(example)' must be either good or bad"
    case .assertsNothing(let example): "'\(example)' is bad, but marks no range"
    case .marksInGood(let example): "'\(example)' is good, but has marks or 'says'"
    case .unpaired(let example): "'\(example)' has an unbalanced mark"
    case .noMessage(let example): "'\(example)' is bad, but has no 'says'"
    case .fixedGood(let example): "'\(example)' is good; remove 'fixed'"
    case .unshownFix: "no example shows the fix; write the fixed file under 'fixed:', next to 'bad:'"
    case .convention(let message): "'\(message)' must begin in lower case, end without a full stop and be one line"
    case .languageWithoutExample(let language): "no example shows \(language.rawValue)"
    case .unmeasured: "a stable rule needs a measured precision of at least 0.9"
    }
  }
}

extension RuleExample {
  fileprivate func shows(_ language: Language) -> Bool {
    files.contains { file in
      switch Paths.fileExtension(of: file.0) {
      case "py", "ipynb": language == .python
      case "swift": language == .swift
      case let fileExtension: TextFrontend.language(ofEnding: fileExtension) == language
      }
    }
  }
}
