import LintModel
import LintRuleKit
import LintSourceText

/// A program reads an option from its parsed command line that its parser does not declare.
struct UndeclaredOption: FileRule {
  let options: NoOptions

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    let known = Set(file.model.declarations.lazy.compactMap(\.option?.destination))
    var said: Set<String> = []
    for name in file.model.commandLine.undeclared where said.insert(name.text).inserted {
      collector.add(
        .undeclared(name.text, nearest: Suggestion.nearest(to: name.text, among: known.sorted())), at: name.range,
        in: file)
    }
  }
}

extension Message {
  fileprivate static func undeclared(_ name: String, nearest: String?) -> Message {
    let advice = nearest.map { "did you mean '\($0)'?" } ?? "declare it, or do not read it"
    return "no option is named '\(name)', so reading it raises an AttributeError; \(advice)"
  }
}
