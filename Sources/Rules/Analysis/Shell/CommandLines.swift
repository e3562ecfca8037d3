import LintModel
import LintRuleKit

/// The options that the scripts of a project accept, including those that functions in other files add.
struct CommandLines {
  private let accepted: [String: AcceptedOptions]
  private let project: ProjectIndex

  /// - Parameter accepted: The options that each file declares, by its path in the project.
  init(_ accepted: [String: AcceptedOptions], _ project: ProjectIndex) {
    self.accepted = accepted
    self.project = project
  }

  /// Nil if the file parses no command line.
  func options(of script: String) -> AcceptedOptions? {
    guard let own = accepted[script], own.isParsed else { return nil }
    var seen: Set<String> = [script]
    return merged(own, &seen)
  }

  private func merged(_ own: AcceptedOptions, _ seen: inout Set<String>) -> AcceptedOptions {
    var result = own
    for source in own.sources {
      guard case .function(_, let module) = project.modules.find(source, exists: project.exists) else {
        result.merge(nil)
        continue
      }
      let path = module.file.projectPath
      guard seen.insert(path).inserted else { continue }
      result.merge(accepted[path].map { merged($0, &seen) })
    }
    return result
  }
}
