import LintModel
import LintRuleKit

/// An error message shows the rejected value but not what was expected.
struct ErrorWithoutExpectation: FileRule {
  let options: NoOptions

  func check(_ file: SourceFile, _ report: inout Report) {
    guard file.role == .library || file.role == .script else { return }
    for failure in file.model.failures where !failure.isCaughtHere {
      guard failure.form != .warning, failure.form != .assert, let required = failure.required,
        case .text(let text) = failure.said, text.showsValue, text.unfilled.isEmpty,
        failure.tested.contains(where: { $0.test == .comparison || $0.test == .shape })
      else { continue }
      // "3 names for 2 files" shows both sides, and so implies what is expected.
      guard Set(text.values).count == 1, let value = text.values.first, let refused = failure.tested.first?.name,
        value.contains(refused)
      else { continue }
      let words = MessageWords(text.plain)
      // `error-without-choices` reports "Invalid rate".
      guard !words.refuses, !words.statesExpectation, !words.holds(" not "), !words.holds(" no "),
        !words.holds("cannot"),
        !text.values.contains(where: { $0.uppercased().contains("ERR") || $0.lowercased().contains("msg") })
      else { continue }
      report.add(.withoutExpectation(required), at: text.range, in: file, of: failure.owner)
    }
  }
}

extension Message {
  fileprivate static func withoutExpectation(_ required: String) -> Message {
    "the message shows the received value but not what was expected; state the condition '\(required)'"
  }
}
