import LintModel
import LintProject
import LintRuleKit
import LintSourceText

/// The project has no contributing guide that explains setup, required checks and conventions.
struct MissingContributingGuide: ProjectRule {
  struct Options: RuleOptions {
    /// Prefixes of file names that identify a contributing guide.
    var names: [String]
    /// Minimum number of library source files before the project is reported.
    var minimumFiles: Int
  }

  let options: Options

  func check(_ facts: [FileFacts<NoFact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    guard let repository = project.repository, !repository.isArchived, let readme = repository.readme,
      let reportingLocation = repository.reportingLocation
    else { return }
    let code = project.files.count { $0.role == .library && ($0.language == .python || $0.language == .swift) }
    guard code >= options.minimumFiles, !repository.paths.contains(where: isGuide), !mentionsGuide(readme, repository)
    else { return }
    collector.add(.missing, at: reportingLocation, symbol: "")
  }

  private func isGuide(_ path: String) -> Bool {
    let name = Paths.name(of: path).lowercased()
    let fileExtension = Paths.fileExtension(of: path)
    guard ["", "md", "rst", "txt", "adoc", "markdown", "html"].contains(fileExtension) else { return false }
    return options.names.contains { name.hasPrefix($0) }
  }

  /// Whether the README has a section on contributing, or links to a guide.
  private func mentionsGuide(_ readme: String, _ repository: Repository) -> Bool {
    guard let text = repository.text(of: readme) else { return false }
    let words = String(decoding: text.bytes, as: UTF8.self).lowercased()
    return options.names.contains { words.contains($0) } || words.contains("pull request")
      || words.contains("contribution")
  }
}

extension Message {
  fileprivate static var missing: Message {
    "this project has no contributing guide; add a CONTRIBUTING.md that covers setup, required checks and conventions"
  }
}
