import LintCatalog
import LintProject

/// The effective settings of a project, in the format of a configuration file: `--show-settings`.
package struct EffectiveSettings {
  let project: Project
  /// The configuration file, relative to the working directory; nil without one.
  let file: String?
  let configuration: Configuration
  let rules: [ConfiguredRule]

  package func write() -> String {
    let isChosen = configuration.profile() != nil
    let profile = configuration.profile() ?? project.profile
    var lines = [
      "# \(project.root): \(file.map { "configured by \($0)" } ?? "no configuration file; defaults")",
      "profile: \(profile.rawValue)\(isChosen ? "" : "  # inferred from manifests and folders")",
      "preview: \(configuration.allowsPreview)", "fail_on: \(configuration.failOn.rawValue)",
      "select: [\(rules.map(\.id).joined(separator: ", "))]", "rules:",
    ]
    lines += rules.map { rule in
      let options = (rule.options.pairs ?? []).map { ", \($0.key): \($0.value.flow)" }.joined()
      return "  \(rule.id): {severity: \(rule.severity.rawValue)\(options)}"
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
