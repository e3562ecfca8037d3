import LintCatalog
import LintProject

/// The effective settings of a project, in the format of a configuration file: `--show-settings`.
package struct EffectiveSettings {
  let project: Project
  /// The configuration file, relative to the working directory; nil without one.
  let file: String?
  let configuration: Configuration
  let rules: [ConfiguredRule]
  /// Rules that are skipped because the repository's configuration of ruff covers them.
  let covered: [PageHeader]

  package func write() -> String {
    let isChosen = configuration.profile() != nil
    let profile = configuration.profile() ?? project.profile
    var lines = [
      "# \(project.root): \(file.map { "configured by \($0)" } ?? "no configuration file; defaults")",
      "profile: \(profile.rawValue)\(isChosen ? "" : "  # inferred from manifests and folders")",
      "preview: \(configuration.allowsPreview)", "fail_on: \(configuration.failOn.rawValue)",
    ]
    if !configuration.skipCoveredBy.isEmpty {
      lines.append("skip_covered_by: [\(configuration.skipCoveredBy.map(\.rawValue).joined(separator: ", "))]")
    }
    for header in covered {
      let counterparts = header.similar.filter(\.isAlternative).map(\.title).joined(separator: "; ")
      lines.append("# \(header.rule) is skipped, covered by \(counterparts)")
    }
    lines += ["select: [\(rules.map(\.id).joined(separator: ", "))]", "rules:"]
    lines += rules.map { rule in
      let options = (rule.options.pairs ?? []).map { ", \($0.key): \($0.value.flow)" }.joined()
      return "  \(rule.id): {severity: \(rule.severity.rawValue)\(options)}"
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
