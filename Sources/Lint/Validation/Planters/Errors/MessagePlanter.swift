import LintModel
import LintSourceText

/// Replaces the message of an error by a worse one.
struct MessagePlanter: Planter {
  let rule: String
  let flaw: String
  var languages: Set<Language> = [.python, .swift]
  var equivalents: Set<String> = []
  var companions: Set<String> = []
  /// The new message with its quotes; nil where the change is no flaw.
  let replacement: @Sendable (RaiseSite, MessageTemplate, SourceFile) -> String?

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    file.model.raiseSites.compactMap { site in
      guard site.form != .warning, site.form != .assert, !site.isCaughtHere, case .text(let message) = site.message,
        site.range.contains(message.range), file.isOneLiteral(message.range), isSeen(site, in: file),
        let text = replacement(site, message, file)
      else { return nil }
      return Plant(file, [Fix.Edit(message.range, text)], expected: site.range)
    }
  }

  /// Whether a caller outside the file can run into it.
  private func isSeen(_ site: RaiseSite, in file: SourceFile) -> Bool {
    guard let owner = site.owner.map({ file.model.declarations[$0] }) else { return false }
    return owner.isCallable && owner.flags.isDisjoint(with: [.isStub, .isAbstract])
      && site.errorType?.text != "NotImplementedError"
  }
}
