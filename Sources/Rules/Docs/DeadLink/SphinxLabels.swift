import LintRuleKit
import LintSourceText

/// The labels of Sphinx sites. MyST resolves `[text](#label)` in all pages of a site.
struct SphinxLabels {
  /// The folders with a `conf.py`, and the labels of the pages below them.
  private var labels: [String: Set<String>] = [:]
  private let project: ProjectIndex

  init(_ facts: [FileFacts<DeadLink.Fact>], _ project: ProjectIndex) {
    self.project = project
    for file in facts where file.facts.contains(where: { !$0.labels.isEmpty }) {
      guard let site = site(of: file.file.projectPath) else { continue }
      for fact in file.facts { labels[site, default: []].formUnion(fact.labels) }
    }
  }

  func lead(to label: Substring, from path: String) -> Bool {
    guard !labels.isEmpty, let site = site(of: path) else { return false }
    return labels[site]?.contains(label.lowercased()) ?? false
  }

  /// The nearest folder above a page that configures a site.
  private func site(of path: String) -> String? {
    var folder = Paths.folder(of: path)
    while !folder.isEmpty {
      if project.exists(Paths.join(folder, "conf.py")) == true { return folder }
      folder = Paths.folder(of: folder)
    }
    return nil
  }
}
