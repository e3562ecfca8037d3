import Lint

/// A command of a document runs a script of the project that is not there, or passes it a flag that it does not take.
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
    // In the copy of another repository its own scripts are meant.
    let text = String(decoding: file.text.bytes, as: UTF8.self)
    let isElsewhere = ["git clone", "wget ", "curl ", "pip install git"].contains { text.contains($0) }
    return file.model.examples.flatMap(ShownCommand.all).map { command in
      var command = command
      command.followsChange = command.followsChange || isElsewhere
      return .shows(command)
    }
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ report: inout Report) {
    var accepted: [String: AcceptedOptions] = [:]
    for file in facts {
      for case .accepts(let options) in file.facts { accepted[file.file.projectPath] = options }
    }
    let scripts = ProjectScripts(project)
    for file in facts {
      for case .shows(let command) in file.facts {
        if let (path, nearest) = scripts.missing(command, shownIn: file.file.projectPath, project) {
          report.add(
            .missing(path, nearest: nearest), at: Location(path: file.file.path, range: command.range), symbol: path)
          continue
        }
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

  /// The path of a script that is nowhere, though its folder is there and holds others; and one that may be meant.
  func missing(
    _ command: ShownCommand, shownIn document: String, _ project: ProjectIndex
  ) -> (path: String, nearest: String?)? {
    let path = command.program.hasPrefix("./") ? String(command.program.dropFirst(2)) : command.program
    guard !command.isModule, !command.isBare, !command.followsChange, path.contains("/"), !path.hasPrefix("/"),
      !path.hasPrefix("."),
      byName[Paths.name(of: path)] == nil, !path.contains("path/to"), !path.contains("your")
    else { return nil }
    for place in [Paths.join(Paths.folder(of: document), path), path] {
      let folder = Paths.folder(of: place)
      let beside = byName.values.joined().filter { Paths.folder(of: $0.projectPath) == folder }
      guard project.exists(folder) == true, project.exists(place) == false, !beside.isEmpty else { continue }
      let names = beside.map { String(Paths.name(of: $0.projectPath)) }.sorted()
      return (place, Suggestion.nearest(to: String(Paths.name(of: path)), among: names))
    }
    return nil
  }
}

extension Message {
  fileprivate static func missing(_ path: String, nearest: String?) -> Message {
    let advice = nearest.map { "did you mean '\($0)'?" } ?? "show the script that does this now"
    return "there is no '\(path)', so that this fails; \(advice)"
  }

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
