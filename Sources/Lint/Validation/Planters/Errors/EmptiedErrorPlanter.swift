import LintModel
import LintSourceText

/// Drops the message of an error: `raise ValueError()`, `precondition(count > 0)`.
struct EmptiedErrorPlanter: Planter {
  let rule = "missing-error-message"
  let flaw = "drop the message of an error"
  let languages: Set<Language> = [.python, .swift]
  let companions: Set<String> = ["error-without-value"]

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    file.model.raiseSites.compactMap { site in
      guard !site.isCaughtHere, !site.isInHandler, case .text(let message) = site.message, isEmptiable(site),
        site.range.contains(message.range), let range = file.argumentWithComma(message.range),
        site.range.contains(range)
      else { return nil }
      return Plant(file, [Fix.Edit(range, "")], expected: site.range)
    }
  }

  /// Only errors that say nothing by their type.
  private func isEmptiable(_ site: RaiseSite) -> Bool {
    switch site.form {
    case .raise: ["ValueError", "TypeError", "RuntimeError", "KeyError"].contains(site.errorType?.text)
    case .precondition, .fatalError: true
    case .throw, .assert, .warning: false
    }
  }
}
