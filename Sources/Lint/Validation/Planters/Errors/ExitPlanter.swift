import LintModel
import LintSourceText

/// Ends the caller's process where the code reported an error.
struct ExitPlanter: Planter {
  let rule = "exit-in-library"
  let flaw = "end the process instead of raising an error"
  let languages: Set<Language> = [.python, .swift]
  private let programs: Set<Substring> = [
    "main", "cli", "run", "test", "app", "script", "command", "cmd", "exit", "quit", "worker", "handler", "usage",
    "launch",
    "signal", "error", "parse", "args", "argv",
  ]

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    guard file.role == .library else { return [] }
    return file.model.raiseSites.compactMap { site in
      guard site.form == .raise || site.form == .throw, !site.isCaughtHere, !site.isInHandler,
        let owner = site.owner.map({ file.model.declarations[$0] }), owner.isPublic,
        programs.isDisjoint(with: owner.name.words), owner.name.text != "__init__",
        file.language == .python || file.text[SourceRange(start: 0, end: 2000)].contains("import Foundation\n")
      else { return nil }
      return Plant(file, replace: site.range, with: "exit(1)")
    }
  }
}
