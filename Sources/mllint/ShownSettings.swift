import LintCatalog
import LintProject
import LintWorkspace

/// What holds where mllint runs, as a configuration that would say the same: `--show-settings`.
struct ShownSettings {
  let project: Project
  /// The configuration file, as people read it; nil where there is none.
  let file: String?
  let configuration: Configuration
  let rules: [AnyRule]

  func write() -> String {
    let isChosen = configuration.profile() != nil
    let profile = configuration.profile() ?? project.profile
    var lines = [
      "# \(project.root): \(file.map { "configured by \($0)" } ?? "no configuration file, the defaults")",
      "profile: \(profile.rawValue)\(isChosen ? "" : "  # told by manifests and folders")",
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
