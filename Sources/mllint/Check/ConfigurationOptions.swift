import ArgumentParser
import LintWorkspace

/// Which rules run, and how: the configuration and its overrides on the command line.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Run only these rules: ids, families or 'all', separated by commas; repeatable.",
      discussion: "A preview rule, or a rule for another profile, runs if its id is listed.",
      valueName: "rule"))
  var select: [String] = []

  @Option(
    help: ArgumentHelp(
      "Run these rules in addition to the configured ones; same syntax as --select.", valueName: "rule"))
  var extendSelect: [String] = []

  @Option(
    help: ArgumentHelp("Never run these rules; same syntax as --select.", valueName: "rule"))
  var ignore: [String] = []

  @Flag(help: "Also run preview rules, whose precision is below 0.9 or not measured yet.")
  var preview = false

  @Option(
    help: ArgumentHelp(
      "Use this configuration file instead of the nearest one, or set a value: 'rules.missing-space.severity=error'.",
      valueName: "file|key=value"))
  var config: [String] = []

  @Flag(help: "Ignore all configuration files; every rule runs with its defaults.")
  var isolated = false

  func validate() throws {
    if isolated, let file = config.first(where: { !$0.contains("=") }) {
      throw ValidationError(
        "--isolated reads no configuration file, but --config names '\(file)'; leave out one of them")
    }
  }

  /// The overrides that these options stand for.
  var overrides: ConfigurationOverrides {
    var overrides = ConfigurationOverrides()
    overrides.select = select
    overrides.extendSelect = extendSelect
    overrides.ignore = ignore
    overrides.allowsPreview = preview
    overrides.assignments = config.filter { $0.contains("=") }
    overrides.file = config.last { !$0.contains("=") }
    overrides.isIsolated = isolated
    return overrides
  }
}
