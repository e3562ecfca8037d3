import LintModel
import LintRuleKit
import LintSourceText

/// What kind of failure a message reports, as far as it decides what the message should show.
struct FailureReason {
  /// Whether the failure is that something was not given, or that two things were: no value would tell more.
  let isAbsenceOrConflict: Bool

  init(_ text: MessageTemplate, _ site: RaiseSite, in file: SourceFile) {
    let words = text.plain.lowercased().split { !$0.isLetter && $0 != "'" && $0 != "`" && $0 != "_" }
    isAbsenceOrConflict =
      Self.tellsConflict(words) || Self.tellsAbsence(words) || Self.asksWhetherGiven(site, text, in: file)
  }

  /// "cannot specify both rate and schedule", "rate and schedule are mutually exclusive"
  private static func tellsConflict(_ words: [Substring]) -> Bool {
    if words.contains("mutually") { return true }
    guard let both = words.firstIndex(of: "both") else { return false }
    return words[..<both].suffix(4).contains(where: giving.contains) || words[both...].dropFirst().prefix(1) == ["at"]
      || words[..<both].last == "not"
  }

  /// "the axis must be specified if there are several", "no contrast is given"
  private static func tellsAbsence(_ words: [Substring]) -> Bool {
    // "could not determine the rank, please provide it"
    if words.contains("please"), words.contains("could"), words.contains(where: giving.contains) { return true }
    for (index, word) in words.enumerated() where index > 0 && given.contains(word) {
      let next = words.dropFirst(index + 1).first ?? ""
      guard !["as", "in", "with", "to", "by", "on"].contains(next) else { continue }
      if words[index - 1] == "be", word != "set" || ["when", "if", "using", "for", ""].contains(next) { return true }
      if words.first == "no", index < 6 { return true }
    }
    return false
  }

  /// `if offset != 0` where 0 is the default: whether the argument was given. A message that states the value is about
  /// the value.
  private static func asksWhetherGiven(_ site: RaiseSite, _ text: MessageTemplate, in file: SourceFile) -> Bool {
    guard let owner = site.owner, let condition = site.condition, site.guardedParameters.count == 1,
      let tested = site.guardedParameters.first, tested.source == tested.name, tested.test == .comparison
    else { return false }
    let sign = site.form == .assert ? " == " : " != "
    guard condition.hasPrefix(tested.name + sign),
      let parameter = file.model.declarations[owner].parameters.first(where: { $0.name.text == tested.name }),
      let normal = parameter.defaultValue
    else { return false }
    let value = condition.dropFirst(tested.name.count + sign.count)
    guard value == normal else { return false }
    return value.count == 2 || !text.plain.contains(value)
  }

  private static let giving: Set<Substring> = [
    "specify", "specifying", "set", "setting", "provide", "providing", "pass", "passing", "give", "giving", "use",
    "using", "define", "supply",
  ]
  private static let given: Set<Substring> = [
    "specified", "provided", "supplied", "defined", "given", "passed", "set",
  ]
}
