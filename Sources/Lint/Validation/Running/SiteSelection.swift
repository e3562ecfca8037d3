import LintEngine
import LintModel
import LintProject
import LintSourceText

/// The sites of every planter, and those that a seed chooses.
struct SiteSelection {
  /// The number of sites of each planter.
  private(set) var sites: [Int]
  private(set) var plants: [PlantedFile] = []

  init(_ validation: Validation, _ baseline: [Finding]) {
    sites = validation.planters.map { _ in 0 }
    let flawed = Dictionary(grouping: baseline) { "\($0.rule)\n\($0.location.path)" }
    for (index, planter) in validation.planters.enumerated() where validation.runs(planter.rule) {
      var found = validation.sources.flatMap { Self.plants(of: planter, in: $0, validation) }
      // A place that the rule reports anyway cannot show whether it would.
      found.removeAll { plant in
        (flawed["\(planter.rule)\n\(plant.path)"] ?? []).contains { finding in
          plant.expected.isEmpty || plant.expected.contains { $0.touches(finding.location.range) }
        }
      }
      sites[index] = found.count
      var generator = SeededGenerator(seed: validation.options.seed &+ UInt64(index) &* 1_000_003)
      found.shuffle(using: &generator)
      var chosen: [PlantedFile] = []
      // One flaw of a kind in each file as long as there are files, then others.
      var seen: Set<String> = []
      let spread = found.filter { seen.insert($0.path).inserted }
      seen = []
      let rest = found.filter { !seen.insert($0.path).inserted }
      for plant in spread + rest where chosen.count < validation.options.sites {
        if let planted = Self.planted(plant, index, planter, validation) { chosen.append(planted) }
      }
      plants += chosen
    }
  }

  private static func plants(of planter: any Planter, in file: SourceFile, _ validation: Validation) -> [Plant] {
    guard planter.languages.contains(file.language), file.isEditable || planter is NotebookPlanter,
      file.role != .generated, file.role != .vendored, let place = validation.files[file.reference.path],
      place.isReported,
      let rule = validation.request.ruleSet(place).rules.first(where: { $0.id == planter.rule }),
      planter is WorkflowPlanter || rule.reports(file.reference)
    else { return [] }
    return planter.plants(in: file, validation.project)
  }

  /// Makes the plant; nil where the file would no longer be what it was, apart from the flaw.
  private static func planted(
    _ plant: Plant, _ index: Int, _ planter: any Planter, _ validation: Validation
  ) -> PlantedFile? {
    guard let file = validation.files[plant.path],
      let before = validation.request.contents[file.absolutePath] ?? (try? FileSystem.read(file.absolutePath)),
      let planted = PlantedFile(plant, by: index, in: file, before)
    else { return nil }
    if plant.rewriting != nil || !plant.removed.isEmpty || planter is SyntaxPlanter { return planted }
    var request = validation.request
    request.contents[file.absolutePath] = planted.after
    guard let source = FilePhase(request).source(of: file), source.model.syntaxErrors.isEmpty else { return nil }
    return planted
  }
}
