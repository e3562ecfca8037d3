import LintModel
import LintSourceText

/// Raises a bare `Exception` instead of the error that fits.
struct ErrorTypePlanter: Planter {
  let rule = "generic-error-type"
  let flaw = "raise a bare Exception"

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    file.model.raiseSites.compactMap { site in
      guard site.form == .raise, !site.isCaughtHere, !site.isInHandler, let type = site.errorType,
        ["ValueError", "TypeError", "KeyError", "IndexError", "RuntimeError"].contains(type.text)
      else { return nil }
      return Plant(file, [Fix.Edit(type.range, "Exception")], expected: site.range)
    }
  }
}
