import LintSerialization

/// Settings that override every configuration file, from the command line or an editor.
package struct ConfigurationOverrides: Sendable {
  /// Rules to run instead of the configured ones: ids, families or `all`, each entry separated by commas.
  package var select: [String] = []
  /// Rules to run in addition to the configured ones.
  package var extendSelect: [String] = []
  /// Rules not to run, even if selected elsewhere.
  package var ignore: [String] = []
  package var allowsPreview = false
  /// `key=value` assignments, such as `rules.missing-space.severity=error`.
  package var assignments: [String] = []
  /// The configuration file to use instead of the nearest one.
  package var file: String?
  /// Whether no configuration file is read.
  package var isIsolated = false

  package init() {}

  /// The overrides as layers to lay over a configuration.
  ///
  /// - Throws: Where an assignment does not parse or a name is unknown.
  func layers(in folder: String) throws(YAMLError) -> [Configuration.Layer] {
    var layers: [Configuration.Layer] = []
    for assignment in assignments {
      layers.append(Configuration.Layer(folder: folder, settings: try Settings.decode(assignment: assignment)))
    }
    var settings = Settings()
    if !select.isEmpty { settings.select = names(select, of: "--select") }
    if !extendSelect.isEmpty { settings.extendSelect = names(extendSelect, of: "--extend-select") }
    if !ignore.isEmpty { settings.ignore = names(ignore, of: "--ignore") }
    if allowsPreview { settings.preview = true }
    return layers + [Configuration.Layer(folder: folder, settings: settings)]
  }

  private func names(_ values: [String], of option: String) -> [Located<String>] {
    var column = 0
    return values.flatMap { $0.split { $0 == "," || $0 == " " } }.map { name in
      column += 1
      return Located(String(name), at: Mark(path: option, line: 1, column: column))
    }
  }
}
