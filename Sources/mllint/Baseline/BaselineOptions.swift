import ArgumentParser
import LintEngine
import LintModel
import LintProject
import LintReporting
import LintSerialization
import LintSourceText
import LintWorkspace

/// Which findings are known already.
struct BaselineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Leave out the findings that this file lists; by default the configuration's 'baseline'.", valueName: "file"))
  var baseline: String?

  @Option(
    help: ArgumentHelp("Write all findings to this file as known, instead of reporting them.", valueName: "file"))
  var writeBaseline: String?

  func validate() throws {
    if let baseline, writeBaseline != nil {
      throw ValidationError(
        "--write-baseline starts anew, and --baseline '\(baseline)' would be ignored; leave out one of them")
    }
  }

  /// The file that a configuration names.
  static func file(_ configuration: Configuration) -> String? {
    configuration.baseline.map { Paths.relative($0, to: Paths.workingDirectory()) }
  }

  /// Leaves out what is known, and returns what is mended: entries of rules that ran, in files that were asked for.
  func apply(to result: inout RunResult, _ plan: CheckPlan, paths: [String]) throws -> [Baseline.Entry] {
    guard writeBaseline == nil, let file = baseline ?? Self.file(plan.configuration) else { return [] }
    return Self.apply(try Self.read(file), to: &result, plan, paths: paths)
  }

  static func apply(
    _ baseline: Baseline, to result: inout RunResult, _ plan: CheckPlan, paths: [String]
  ) -> [Baseline.Entry] {
    let judgement = baseline.judge(result.findings)
    result.findings = judgement.open
    result.baselined = judgement.tolerated
    let here = Paths.workingDirectory()
    let named = paths.map { Paths.absolute($0, in: here) }
    let active = plan.requests.reduce(into: Set<String>()) { $0.formUnion($1.activeRules) }
    return judgement.gone.filter { entry in
      let path = Paths.absolute(entry.path, in: here)
      return active.contains(entry.rule) && named.contains { $0 == path || Paths.below(path, in: $0) != nil }
    }
  }

  /// Says that a baseline holds more than is needed.
  static func complain(_ gone: [Baseline.Entry]) {
    let count = gone.reduce(0) { $0 + $1.count }
    guard count > 0 else { return }
    Output.complain(
      "\(count) finding\(count == 1 ? "" : "s") of the baseline \(count == 1 ? "is" : "are") mended; "
        + "'mllint baseline prune' drops \(count == 1 ? "it" : "them")")
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
