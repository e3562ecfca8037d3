import ArgumentParser
import LintWorkspace

/// Which rules run, and how: the configuration, and what the command line lays over it.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Run these rules instead of the configured ones: ids, families or 'all', separated by commas; repeatable.",
      discussion: "A rule in preview, or for other profiles than the project's, runs if it is named itself.",
      valueName: "rule"))
  var select: [String] = []

  @Option(
    help: ArgumentHelp("Run these rules besides the configured ones; written as for --select.", valueName: "rule"))
  var extendSelect: [String] = []

  @Option(
    help: ArgumentHelp("Leave these rules out, whatever selects them; written as for --select.", valueName: "rule"))
  var ignore: [String] = []

  @Flag(help: "Run rules in preview too: those whose measured precision is below 0.9, or rests on too little.")
  var preview = false

  @Option(
    help: ArgumentHelp(
      "Use this configuration file instead of the nearest one, or set one value: 'rules.missing-space.severity=error'.",
      valueName: "file|key=value"))
  var config: [String] = []

  @Flag(help: "Read no configuration file: every rule runs as its page says.")
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
