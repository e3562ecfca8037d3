import LintEngine
import LintModel
import LintProject
import LintReporting
import LintRuleKit
import LintSourceText
import LintWorkspace

/// Plants flaws in a project, in memory alone, and compares what is then found with what was found before.
package struct Validation: Sendable {
  let request: Request
  let options: ValidationOptions
  let planters: [any Planter]
  let project: PlantingProject
  private let baseline: [Finding]
  let sources: [SourceFile]
  let files: [String: ProjectFile]

  /// Reads and checks the project as it is.
  package init(
    _ path: String, in workspace: Workspace, _ options: ValidationOptions, planters: [any Planter] = PlanterCatalog.all
  ) throws {
    let projects = try workspace.projects(of: [path])
    guard let found = projects.first else { throw WorkspaceError("'\(path)' has no files to validate; name a folder") }
    let plan = try workspace.plan(CheckTarget(paths: [path], projects: [found]))
    guard let request = plan.requests.first else { throw WorkspaceError("'\(path)' cannot be planned") }
    self.request = request
    self.options = options
    self.planters = planters
    let phase = FilePhase(request)
    let files = request.project.files
    let sources = WorkQueue.map(files, order: Engine.largestFirst(files), jobs: request.jobs) { phase.source(of: $0) }
    self.sources = sources.compactMap { $0 }
    self.files = Dictionary(files.map { ($0.shownPath, $0) }) { first, _ in first }
    let vocabularies = try workspace.vocabularies(of: [found])
    project = PlantingProject(
      self.sources, paths: request.project.paths,
      names: vocabularies.first.map { LeadingNames($0.repositoryVocabulary) } ?? LeadingNames())
    baseline = Engine.run(request).findings
  }

  /// Plants, checks and compares.
  ///
  /// - Parameter progress: Called after each run with the runs done and all runs.
  package func run(progress: (Int, Int) -> Void = { _, _ in }) -> ValidationReport {
    let selection = SiteSelection(self, baseline)
    var report = ValidationReport(
      rows: planters.indices.map {
        ValidationReport.Row(
          rule: planters[$0].rule, flaw: planters[$0].flaw, sites: selection.sites[$0],
          minimumSites: planters[$0].minimumSites)
      }, rulesWithoutSites: [], seed: options.seed, runs: 0)
    let batches = PlantingBatches(selection.plants, planters, onlyOne: options.plantsOneByOne).batches
    for (index, batch) in batches.enumerated() {
      for (planted, outcome) in outcomes(of: batch) { report.rows[planted.planter].outcomes.append(outcome) }
      progress(index + 1, batches.count)
    }
    report.runs = batches.count
    report.rows = report.rows.filter { runs($0.rule) && $0.sites > 0 }.sorted {
      ($0.rule, $0.flaw) < ($1.rule, $1.flaw)
    }
    let known = Set(report.rows.map(\.rule))
    report.rulesWithoutSites = request.activeRules.filter { runs($0) && !known.contains($0) }.sorted()
    return report
  }

  func runs(_ rule: String) -> Bool {
    request.activeRules.contains(rule) && (options.rules.isEmpty || options.rules.contains(rule))
  }

  private func outcomes(of batch: [PlantedFile]) -> [(PlantedFile, ValidationReport.Outcome)] {
    var request = request
    for planted in batch {
      request.contents[planted.file.absolutePath] = planted.after
      let removed = Set(planted.plant.removed.compactMap { files[$0]?.path })
      guard !removed.isEmpty else { continue }
      request.project.files.removeAll { removed.contains($0.path) }
      request.project.paths.removeAll { removed.contains($0) }
    }
    let byPath = Dictionary(batch.map { ($0.file.shownPath, $0) }) { first, _ in first }
    let keys = FindingKeys(baseline) { byPath[$0.path]?.moved($0) ?? $0 }
    let result = Engine.run(request)
    let new = keys.new(in: result.findings)
    return batch.map { planted in
      (planted, outcome(of: planted, in: batch, result.findings, new: new, keys))
    }
  }

  private func outcome(
    of planted: PlantedFile, in batch: [PlantedFile], _ findings: [Finding], new: [Finding], _ keys: FindingKeys
  ) -> ValidationReport.Outcome {
    let planter = planters[planted.planter]
    let rules = planter.equivalents.union([planter.rule])
    let hits = new.filter { rules.contains($0.rule) && planted.isHit(by: $0) }
    let isListed = findings.contains { finding in
      finding.rule == planter.rule
        && (planted.expected.contains { keys.lists(finding, in: $0, of: planted.file.shownPath) }
          || keys.counts(more: finding, in: planted.file.shownPath))
    }
    // In a batch, what is new in other files may be the doing of another plant.
    let others = new.filter { finding in
      guard batch.count == 1 || finding.location.path == planted.file.shownPath else { return false }
      if rules.contains(finding.rule), planted.isHit(by: finding) { return false }
      return !planter.companions.contains(finding.rule)
    }
    let lines = LineTable(SourceText(bytes: planted.before))
    let place = planted.plant.edits.first?.range.start ?? 0
    let shown = { (finding: Finding) in
      "\(finding.rule) in \(files[finding.location.path]?.path ?? finding.location.path): \(finding.message)"
    }
    return ValidationReport.Outcome(
      path: planted.file.path, line: lines.position(of: place).line, isFound: !hits.isEmpty || isListed,
      diff: diff(of: planted), others: others.map(shown))
  }

  private func diff(of planted: PlantedFile) -> String {
    if !planted.plant.removed.isEmpty { return planted.plant.removed.map { "removed \($0)\n" }.joined() }
    guard planted.plant.rewriting == nil else { return "rewrote \(planted.file.path)\n" }
    return String(
      decoding: UnifiedDiff.write(planted.file.path, planted.before, planted.after), as: UTF8.self)
  }
}
