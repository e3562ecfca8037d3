import ArgumentParser
import LintEngine
import LintModel
import LintProject
import LintReporting
import LintSerialization
import LintSourceText
import LintWorkspace

/// Which findings are already known.
struct BaselineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Do not report findings listed in this file; default: the configuration's 'baseline'.", valueName: "file"))
  var baseline: String?

  @Option(
    help: ArgumentHelp("Record all findings in this file instead of reporting them.", valueName: "file"))
  var writeBaseline: String?

  func validate() throws {
    if let baseline, writeBaseline != nil {
      throw ValidationError(
        "--write-baseline writes a new baseline and ignores --baseline '\(baseline)'; pass only one of them")
    }
  }

  /// The file that a configuration names.
  static func file(_ configuration: Configuration) -> String? {
    configuration.baseline.map { Paths.relative($0, to: Paths.workingDirectory()) }
  }

  /// Removes known findings, and returns the fixed entries: those of rules that ran, in files that were asked for.
  func apply(to result: inout RunResult, _ plan: CheckPlan, paths: [String]) throws -> [Baseline.Entry] {
    guard writeBaseline == nil, let file = baseline ?? Self.file(plan.configuration) else { return [] }
    return Self.apply(try Self.read(file), to: &result, plan, paths: paths)
  }

  static func apply(
    _ baseline: Baseline, to result: inout RunResult, _ plan: CheckPlan, paths: [String]
  ) -> [Baseline.Entry] {
    let comparison = baseline.judge(result.findings)
    result.findings = comparison.open
    result.baselined = comparison.tolerated
    let here = Paths.workingDirectory()
    let named = paths.map { Paths.absolute($0, in: here) }
    let active = plan.requests.reduce(into: Set<String>()) { $0.formUnion($1.activeRules) }
    return comparison.gone.filter { entry in
      let path = Paths.absolute(entry.path, in: here)
      return active.contains(entry.rule) && named.contains { $0 == path || Paths.below(path, in: $0) != nil }
    }
  }

  /// Says that the baseline has entries without a finding.
  static func complain(_ gone: [Baseline.Entry]) {
    let count = gone.reduce(0) { $0 + $1.count }
    guard count > 0 else { return }
    Output.complain(
      "\(count) finding\(count == 1 ? "" : "s") in the baseline \(count == 1 ? "has" : "have") been fixed; "
        + "'mllint baseline prune' removes \(count == 1 ? "it" : "them")")
  }

  static func read(_ file: String) throws -> Baseline {
    do {
      return try Baseline.read(try FileSystem.read(file), path: file)
    } catch let error as YAMLError {
      throw Failure("\(error)")
    } catch let error as FileSystem.Failure {
      let advice = error.isMissing ? "; write one with 'mllint check --write-baseline \(file)'" : ""
      throw Failure("the baseline '\(file)' cannot be read: \(error.reason)\(advice)")
    }
  }

  /// Writes down all findings.
  static func write(_ findings: [Finding], to file: String) throws {
    let baseline = Baseline(findings)
    try Output.write(Array(baseline.write().utf8), toFile: file)
    let flaws = baseline.entries.reduce(0) { $0 + $1.count }
    Output.complain("wrote \(flaws) known finding\(flaws == 1 ? "" : "s") to \(file)")
  }
}
