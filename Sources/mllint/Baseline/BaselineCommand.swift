import ArgumentParser
import Lint
import LintReporting
import LintWorkspace

struct BaselineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline", abstract: "Maintain the baseline, the file of known findings.",
    discussion: """
      'mllint check --write-baseline \(Baseline.fileName)' records the existing findings; with \
      'baseline: \(Baseline.fileName)' in mllint.yml, checks report only new ones.
      """,
    subcommands: [Prune.self])

  struct Prune: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "prune", abstract: "Remove entries whose findings are fixed; never add any.")

    @Argument(help: "The baseline file; default: the configuration's 'baseline', or \(Baseline.fileName).")
    var file: String?

    @OptionGroup var configuring: ConfigurationOptions
    @OptionGroup var files: FileOptions

    func run() throws {
      let paths = ["."]
      var workspace = try Workspace.builtIn()
      workspace.overrides = configuring.overrides
      let plan = try workspace.plan(try files.target(paths, in: workspace))
      let path = file ?? BaselineOptions.file(plan.configuration) ?? Baseline.fileName
      let before = try BaselineOptions.read(path)
      var result = plan.run()
      let gone = BaselineOptions.apply(before, to: &result, plan, paths: paths)
      let after = before.without(gone)
      if after != before { try Output.write(Array(after.write().utf8), toFile: path) }
      let count = gone.reduce(0) { $0 + $1.count }
      let rest = after.entries.count
      Output.complain(
        "removed \(count) fixed finding\(count == 1 ? "" : "s") from \(path); "
          + "\(rest) \(rest == 1 ? "entry" : "entries") left")
    }
  }
}
