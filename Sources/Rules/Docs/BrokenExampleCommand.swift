import Lint

/// A command of a document passes a script of the project a flag that it does not take.
struct BrokenExampleCommand: ProjectRule {
  enum Fact: Codable {
    case accepts(AcceptedOptions)
    case shows(ShownCommand)
  }

  let options: NoOptions

  func facts(in file: SourceFile) -> [Fact] {
    guard file.role != .vendored, file.role != .generated, file.role != .test else { return [] }
    if file.language == .python { return AcceptedOptions(file.model).map { [.accepts($0)] } ?? [] }
    guard file.language == .markdown, !ExampleFact.isAboutThePast(file.reference.projectPath) else { return [] }
    return file.model.examples.flatMap(ShownCommand.all).map { .shows($0) }
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ report: inout Report) {
    var accepted: [String: AcceptedOptions] = [:]
    for file in facts {
      for case .accepts(let options) in file.facts { accepted[file.file.projectPath] = options }
    }
    guard !accepted.isEmpty else { return }
    let scripts = ProjectScripts(project)
    for file in facts {
      for case .shows(let command) in file.facts {
        guard let script = scripts.script(of: command, shownIn: file.file.projectPath), let options = accepted[script]
        else { continue }
        for flag in command.flags where !options.accepts(flag.text) {
          report.add(
            .unknown(flag.text, of: script, options),
            at: Location(path: file.file.path, range: flag.range), symbol: script)
        }
      }
    }
  }
}

/// The Python files of a project, as commands name them.
private struct ProjectScripts {
  private var byName: [Substring: [FileReference]] = [:]
  private var byModule: [String: [FileReference]] = [:]

  init(_ project: ProjectIndex) {
    for file in project.files where file.language == .python && !file.path.hasSuffix(".ipynb") {
      byName[Paths.name(of: file.projectPath), default: []].append(file)
      byModule[file.module, default: []].append(file)
    }
  }

  /// The path of the one file that a command can mean; nil where it may mean several, or another project's.
  func script(of command: ShownCommand, shownIn document: String) -> String? {
    if command.isModule {
      let found = (byModule[command.program] ?? []) + (byModule[command.program + ".__main__"] ?? [])
      return found.count == 1 ? found[0].projectPath : nil
    }
    let path = command.program.hasPrefix("./") ? String(command.program.dropFirst(2)) : command.program
    guard !path.hasPrefix("/"), !path.hasPrefix("..") else { return nil }
    let found = (byName[Paths.name(of: path)] ?? []).map(\.projectPath)
    for place in [Paths.join(Paths.folder(of: document), path), path] where found.contains(place) { return place }
    let alike = found.filter { $0.hasSuffix("/" + path) }
    return alike.count == 1 && found.count == 1 ? alike[0] : nil
  }
}

extension Message {
  fileprivate static func unknown(_ flag: String, of script: String, _ options: AcceptedOptions) -> Message {
    let name = String(flag.dropFirst(2))
    let advice =
      if options.positionals.contains(name) {
        "pass '\(name)' by its position"
      } else if let nearest = Suggestion.nearest(to: flag, among: options.spellings.sorted()) {
        "did you mean '\(nearest)'?"
      } else {
        "leave it out"
      }
    return "'\(script)' takes no '\(flag)', so that this fails; \(advice)"
  }
}
