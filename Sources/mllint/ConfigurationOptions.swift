import ArgumentParser
import LintSerialization
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
      "Use this configuration file instead of the nearest one, or set one value: 'rules.lost-blank.severity=error'.",
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

  /// The command line's own settings, which win over every file.
  func overlay(in folder: String) throws(YAMLError) -> [Configuration.Layer] {
    var layers: [Configuration.Layer] = []
    for assignment in config where assignment.contains("=") {
      layers.append(Configuration.Layer(folder: folder, settings: try Settings.decode(assignment: assignment)))
    }
    var settings = Settings()
    if !select.isEmpty { settings.select = names(select, of: "--select") }
    if !extendSelect.isEmpty { settings.extendSelect = names(extendSelect, of: "--extend-select") }
    if !ignore.isEmpty { settings.ignore = names(ignore, of: "--ignore") }
    if preview { settings.preview = true }
    return layers + [Configuration.Layer(folder: folder, settings: settings)]
  }

  /// The file that `--config` names; nil leaves it to each file's surroundings.
  var file: String? { config.last { !$0.contains("=") } }

  private func names(_ values: [String], of option: String) -> [Located<String>] {
    var column = 0
    return values.flatMap { $0.split { $0 == "," || $0 == " " } }.map { name in
      column += 1
      return Located(String(name), at: Mark(path: option, line: 1, column: column))
    }
  }
}
