import LintModel
import LintRuleKit

/// An error message shows the rejected value but not what was expected.
struct ErrorWithoutExpectation: FileRule {
  let options: NoOptions

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    for site in file.model.raiseSites where !site.isCaughtHere {
      guard site.form != .warning, site.form != .assert, let required = site.required,
        case .text(let text) = site.message, text.showsValue, text.unfilled.isEmpty,
        site.guardedParameters.contains(where: { $0.test == .comparison || $0.test == .shape })
      else { continue }
      // "3 names for 2 files" shows both sides, and so implies what is expected.
      guard Set(text.values).count == 1, let value = text.values.first,
        let refused = site.guardedParameters.first?.name,
        value.contains(refused)
      else { continue }
      let words = MessageWords(text.plain)
      // `error-without-choices` reports "Invalid rate".
      guard !words.refuses, !words.statesExpectation, !words.holds(" not "), !words.holds(" no "),
        !words.holds("cannot"), !words.repeatsLanguage, !words.tells(constantOf: required),
        // "not enough free pages", "failed to find axis 3": the sense of the comparison is clear.
        !Self.amounts.contains(where: words.holds),
        !text.values.contains(where: { $0.uppercased().contains("ERR") || $0.lowercased().contains("msg") })
      else { continue }
      collector.add(.withoutExpectation(required), at: text.range, in: file, of: site.owner)
    }
  }

  private static let amounts = ["not enough", "insufficient", "failed to find", "failed to locate", "ran out of"]
}

extension Message {
  fileprivate static func withoutExpectation(_ required: String) -> Message {
    "the message shows the received value but not what was expected; state the condition '\(required)'"
  }
}
