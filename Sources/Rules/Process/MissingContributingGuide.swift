import LintModel
import LintProject
import LintRuleKit
import LintSourceText

/// Nothing says how to work on the project: how to set it up, what has to pass, which rules of the house hold.
struct MissingContributingGuide: ProjectRule {
  struct Options: RuleOptions {
    /// Parts of the names of files that are such a guide.
    var names: [String]
    /// Files of code from which on more than one person is expected to work on a project.
    var minimumFiles: Int
  }

  let options: Options

  func check(_ facts: [FileFacts<NoFact>], _ project: ProjectIndex, _ report: inout Report) {
    guard let repository = project.repository, !repository.isRetired, let readme = repository.readme,
      let face = repository.face
    else { return }
    let code = project.files.count { $0.role == .library && ($0.language == .python || $0.language == .swift) }
    guard code >= options.minimumFiles, !repository.paths.contains(where: isGuide), !speaks(readme, repository) else {
      return
    }
    report.add(.missing, at: face, symbol: "")
  }

  private func isGuide(_ path: String) -> Bool {
    let name = Paths.name(of: path).lowercased()
    let ending = Paths.ending(of: path)
    guard ["", "md", "rst", "txt", "adoc", "markdown", "html"].contains(ending) else { return false }
    return options.names.contains { name.hasPrefix($0) }
  }

  /// Whether the README has a section on it, or leads to a page elsewhere.
  private func speaks(_ readme: String, _ repository: Repository) -> Bool {
    guard let text = repository.text(of: readme) else { return false }
    let words = String(decoding: text.bytes, as: UTF8.self).lowercased()
    return options.names.contains { words.contains($0) } || words.contains("pull request")
      || words.contains("contribution")
  }
}

extension Message {
  fileprivate static var missing: Message {
    "nothing says how to work on this project; add a CONTRIBUTING.md with the setup, the checks that have to pass and the rules of the house"
  }
}
