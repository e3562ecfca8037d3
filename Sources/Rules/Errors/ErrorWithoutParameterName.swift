import LintModel
import LintRuleKit
import LintSourceText

/// An error message does not name the argument that failed the check.
struct ErrorWithoutParameterName: FileRule {
  let options: NoOptions

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    for site in file.model.raiseSites
    where site.form == .raise || site.form == .throw || site.form == .precondition {
      guard !site.isCaughtHere, case .text(let text) = site.message, text.unfilled.isEmpty,
        let owner = site.owner, isAmbiguous(owner, in: file),
        !FailureReason(text, site, in: file).isAbsenceOrConflict, !EarlierChecks(in: file).ruleOut(site)
      else { continue }
      let tested = site.guardedParameters.filter {
        [.comparison, .membership, .type].contains($0.test) && $0.part == .failed
      }
      guard !tested.isEmpty, site.guardedParameters.allSatisfy({ !isNamed($0.name, by: text) }) else { continue }
      // A helper function that receives the name as an argument formats it into the message.
      let parameters = file.model.declarations[owner].parameters
      guard !text.values.contains(where: { value in parameters.contains { $0.name.text == value } }),
        file.model.declarations[owner].isPublic || file.language == .swift
      else { continue }
      guard text.plain.split(separator: " ").count <= 12 || !text.showsValue else { continue }
      let other = named(by: text, among: parameters)
      guard other != nil || isGeneric(text.plain, tested) else { continue }
      collector.add(.withoutName(tested[0].name, instead: other), at: text.range, in: file, of: site.owner)
    }
  }

  /// Whether the text could be about any argument: "the input must be a list". Other texts, such as "epsilon is
  /// negative", may refer to the argument by a domain term.
  private func isGeneric(_ text: String, _ tested: [RaiseSite.GuardedParameter]) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }
    if words.contains("you") { return false }
    return words.contains(where: Self.pronouns.contains)
      || tested.contains { $0.test == .type && $0.source == $0.name }
  }

  private static let pronouns: Set<Substring> = [
    "this", "it", "input", "inputs", "value", "values", "argument", "arguments", "parameter", "parameters",
  ]

  private func isAmbiguous(_ owner: Int, in file: SourceFile) -> Bool {
    file.model.declarations[owner].parameters.count > 1
  }

  private func isNamed(_ name: String, by text: MessageTemplate) -> Bool {
    let words = MessageWords(text.plain)
    return words.holds(name) || text.values.contains { $0.contains(name) }
      || Name.words(of: name).contains { $0.count > 2 && words.holds($0.count > 4 ? $0.prefix(4) : $0) }
  }

  private func named(by text: MessageTemplate, among parameters: [Parameter]) -> String? {
    let words = text.plain.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    return parameters.map(\.name.text).first { name in
      (name.contains("_") || text.plain.contains("`\(name)`") || text.plain.contains("'\(name)'"))
        && words.contains { $0 == name }
    }
  }
}

extension Message {
  fileprivate static func withoutName(_ name: String, instead other: String?) -> Message {
    if let other {
      return "the message names '\(other)', but the argument that failed the check is '\(name)'; correct the name"
    }
    return "the message does not name '\(name)', the argument that failed the check; add the name"
  }
}
