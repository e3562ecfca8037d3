import LintModel
import LintProject
import LintRuleKit
import LintSourceText

/// Lints a project: first each file, then all facts together, then filters the findings.
package enum Engine {
  package static func run(_ request: Request) -> RunResult {
    let files = request.project.files
    var outcomes = read(request)
    let found = projectFindings(request, outcomes)
    let rules = Dictionary(request.projectRules.map { ($0.id, $0) }) { first, _ in first }
    let places = Dictionary(files.indices.map { (files[$0].shownPath, $0) }) { first, _ in first }
    for finding in found {
      guard let index = places[finding.location.path] else { continue }
      let file = files[index]
      guard file.isReported, let severity = request.ruleSet(file).severity(of: finding.rule) else { continue }
      if let reference = outcomes[index].entry?.file {
        guard reference.role != .generated, reference.role != .vendored, rules[finding.rule]?.reports(reference) ?? true
        else { continue }
      }
      var finding = finding
      finding.severity = min(severity, finding.ceiling ?? severity)
      outcomes[index].findings.append(finding)
    }
    let covers = Dictionary(request.projectRules.map { ($0.id, $0.header.covers) }) { first, _ in first }
    for index in files.indices where outcomes[index].findings.count > 1 {
      CoveredFindings.remove(from: &outcomes[index].findings, request.ruleSet(files[index]), covers)
    }
    return result(request, outcomes)
  }

  /// The vocabulary of a project's reported files, without findings.
  package static func repositoryVocabulary(of request: Request, _ vocabulary: Vocabulary) -> RepositoryVocabulary {
    var request = request
    request.vocabulary = vocabulary
    request.projectRules = []
    let none = RuleSet([])
    request.ruleSet = { _ in none }
    let outcomes = read(request)
    let reported = zip(request.project.files, outcomes).filter(\.0.isReported).compactMap(\.1.names)
    return RepositoryVocabulary(reported, vocabulary, index(of: outcomes, request))
  }

  private static func read(_ request: Request) -> [FilePhase.Outcome] {
    let files = request.project.files
    var phase = FilePhase(request)
    phase.readPackages()
    return WorkQueue.map(files, order: largestFirst(files), jobs: request.jobs) { [phase] in phase.run($0) }
  }

  private static func index(of outcomes: [FilePhase.Outcome], _ request: Request) -> ProjectIndex {
    var index = ProjectIndex()
    index.repository = Repository(request.project, contents: request.contents)
    index.coverageFloors = request.coverage?.settings.floors
    for outcome in outcomes {
      if let entry = outcome.entry { index.add(entry) }
    }
    return index
  }

  private static func projectFindings(_ request: Request, _ outcomes: [FilePhase.Outcome]) -> [Finding] {
    guard !request.projectRules.isEmpty else { return [] }
    var index = index(of: outcomes, request)
    index.finish(request.project.layout)
    // Rules about names wait for the vocabulary; the others need not.
    let names = request.projectRules.filter { $0.vocabulary != nil }
    let tasks = [names] + request.projectRules.filter { $0.vocabulary == nil }.map { [$0] }
    return WorkQueue.map(tasks, order: Array(tasks.indices), jobs: request.jobs) { [index] rules in
      var findings: [Finding] = []
      if rules.first?.vocabulary != nil, let vocabulary = request.vocabulary {
        let repositoryVocabulary = RepositoryVocabulary(outcomes.compactMap(\.names), vocabulary, index)
        for rule in rules { findings += rule.check(repositoryVocabulary) }
      } else {
        for rule in rules { findings += rule.check(outcomes.compactMap { $0.facts[rule.id] }, index) }
      }
      return findings
    }.flatMap { $0 }
  }

  /// The files that take longest first, so that no worker is left with one at the end.
  package static func largestFirst(_ files: [ProjectFile]) -> [Int] {
    guard files.count > 1 else { return Array(files.indices) }
    let sizes = files.map { FileSystem.size(of: $0.absolutePath) ?? 0 }
    return files.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
  }

  private static func result(_ request: Request, _ outcomes: [FilePhase.Outcome]) -> RunResult {
    var result = RunResult()
    for (file, outcome) in zip(request.project.files, outcomes) where file.isReported {
      var outcome = outcome
      let kept = filter(&outcome, request.ruleSet(file), known: request.knownRules)
      result.findings += kept
      if !kept.isEmpty { result.texts[file.shownPath] = outcome.text?.asWritten }
      result.files += 1
      result.bytes += outcome.bytes
      result.lines += outcome.lines
      result.suppressed += outcome.suppressions?.count ?? 0
      result.isIncomplete = result.isIncomplete || outcome.isUnreadable
    }
    for problem in request.project.problems {
      let finding = Finding.unreadable(problem.shownPath, problem.message, .error)
      result.findings.append(finding)
      result.isIncomplete = true
    }
    result.findings.sort(by: Finding.precedes)
    addTexts(to: &result, request)
    return result
  }

  /// Leaves out what comments suppress, and adds what is wrong with the comments.
  private static func filter(
    _ outcome: inout FilePhase.Outcome, _ rules: RuleSet, known: Set<String>
  ) -> [Finding] {
    guard var suppressions = outcome.suppressions else { return outcome.findings }
    // In order, so that of two comments for one finding it is always the same that counts as used.
    var kept = outcome.findings.sorted(by: Finding.precedes).filter { !suppressions.suppress($0) }
    let role = outcome.entry?.file.role
    if let severity = rules.severity(of: UnusedSuppression.id), role != .generated, role != .vendored {
      let idle = suppressions.findings(known: known) { rules.severity(of: $0) != nil }
      kept += idle.map { finding in
        var finding = finding
        finding.severity = severity
        return finding
      }
    }
    outcome.suppressions = suppressions
    return kept
  }

  /// Reads again what the report will show and the first phase let go.
  private static func addTexts(to result: inout RunResult, _ request: Request) {
    var wanted: Set<String> = []
    for finding in result.findings {
      wanted.insert(finding.location.path)
      for evidence in finding.related { wanted.insert(evidence.location.path) }
    }
    let phase = FilePhase(request)
    for file in request.project.files where wanted.contains(file.shownPath) && result.texts[file.shownPath] == nil {
      result.texts[file.shownPath] = phase.text(of: file)?.asWritten
    }
  }
}
