import Lint
import LintEngine
import LintModel
import LintProject
import LintRuleKit
import PythonFrontend
import SwiftFrontend

/// The index of a scratch project, as project rules see it.
func projectIndex(_ files: [(path: String, text: String)]) throws -> ProjectIndex {
  let folder = try ScratchFolder()
  try folder.write(".git/HEAD", "")
  for file in files { try folder.write(file.path, file.text) }
  let frontends: [any Frontend] = [PythonFrontend(), SwiftFrontend()]
  let finder = ProjectFinder(workingDirectory: folder.path, fileExtensions: Set(frontends.flatMap(\.fileExtensions)))
  var index = ProjectIndex()
  for project in try finder.projects(of: ["."]) {
    let phase = FilePhase(
      Request(project: project, frontends: frontends, ruleSet: { _ in RuleSet([]) }, projectRules: [], knownRules: []))
    for file in project.files {
      if let source = phase.source(of: file) { index.add(source) }
    }
    index.finish(project.layout)
  }
  return index
}
