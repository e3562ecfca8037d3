import LintModel
import LintRuleKit
import LintSourceText

/// A documented command runs a missing script, or passes an option that the script does not have.
struct BrokenExampleCommand: ProjectRule {
  enum Fact {
    case accepts(AcceptedOptions)
    case shows(ShownCommand)
  }

  let options: NoOptions

  func facts(in file: SourceFile) -> [Fact] {
    guard file.role != .vendored, file.role != .generated, file.role != .test else { return [] }
    if file.language == .python { return AcceptedOptions(file).map { [.accepts($0)] } ?? [] }
    guard file.language == .markdown, !ExampleFact.isAboutThePast(file.reference.projectPath) else { return [] }
    // In a clone of another repository, the scripts are those of that repository.
    let text = String(decoding: file.text.bytes, as: UTF8.self)
    let isElsewhere = ["git clone", "wget ", "curl ", "pip install git"].contains { text.contains($0) }
    return file.model.examples.flatMap(ShownCommand.all).map { command in
      var command = command
      command.followsChange = command.followsChange || isElsewhere
      return .shows(command)
    }
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    var accepted: [String: AcceptedOptions] = [:]
    for file in facts {
      for case .accepts(let options) in file.facts { accepted[file.file.projectPath] = options }
    }
    let lines = CommandLines(accepted, project)
    let scripts = ProjectScripts(project)
    for file in facts {
      for case .shows(let command) in file.facts {
        if let (path, nearest) = scripts.missing(command, shownIn: file.file.projectPath, project) {
          collector.add(
            .missing(path, nearest: nearest), at: Location(path: file.file.path, range: command.range), symbol: path)
          continue
        }
        guard let script = scripts.script(of: command, shownIn: file.file.projectPath),
          let options = lines.options(of: script)
        else { continue }
        for flag in command.flags where !options.accepts(flag.text) {
          collector.add(
            .unknown(flag.text, of: script, options),
            at: Location(path: file.file.path, range: flag.range), symbol: script)
        }
      }
    }
  }
}

extension Message {
  fileprivate static func missing(_ path: String, nearest: String?) -> Message {
    let advice = nearest.map { "did you mean '\($0)'?" } ?? "show the current command"
    return "the script '\(path)' does not exist; \(advice)"
  }

  fileprivate static func unknown(_ flag: String, of script: String, _ options: AcceptedOptions) -> Message {
    let name = String(flag.dropFirst(2))
    let advice =
      if options.positionals.contains(name) {
        "pass '\(name)' as a positional argument"
      } else if let nearest = Suggestion.nearest(to: flag, among: options.spellings.sorted()) {
        "did you mean '\(nearest)'?"
      } else {
        "remove it"
      }
    let effect = options.ignoresUnknown ? " and ignores it" : ""
    return "'\(script)' has no option '\(flag)'\(effect); \(advice)"
  }
}
