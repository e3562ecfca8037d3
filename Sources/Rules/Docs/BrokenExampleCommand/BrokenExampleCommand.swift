import LintModel
import LintRuleKit
import LintSourceText

/// A documented command runs a missing script, or passes an option or value that the script does not accept.
struct BrokenExampleCommand: ProjectRule {
  enum Fact {
    case accepts(AcceptedOptions)
    case shows([ShownCommand], Downloads)
  }

  let options: NoOptions

  func facts(in file: SourceFile) -> [Fact] {
    guard file.role != .vendored, file.role != .generated, file.role != .test else { return [] }
    var facts: [Fact] = []
    var reader = ShownCommandReader()
    let bytes = file.text.bytes
    if file.language == .python {
      facts += AcceptedOptions(file).map { [.accepts($0)] } ?? []
      if let doc = file.model.declarations.first?.doc { reader.readDocstring(bytes, doc.range) }
    } else if file.language == .markdown, !ExampleFact.isAboutThePast(file.reference.projectPath) {
      for example in file.model.examples { reader.read(example) }
      if file.reference.path.hasSuffix(".md") { reader.readProse(bytes, besides: file.model.examples) }
    }
    if !reader.commands.isEmpty { facts.append(.shows(reader.commands, Downloads(bytes))) }
    return facts
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    var accepted: [String: AcceptedOptions] = [:]
    for file in facts {
      for case .accepts(let options) in file.facts { accepted[file.file.projectPath] = options }
    }
    let lines = CommandLines(accepted, project)
    let own = OwnRepository(project)
    let scripts = ProjectScripts(project, own)
    for file in facts {
      for case .shows(let commands, let downloads) in file.facts {
        let isElsewhere = downloads.isElsewhere(own)
        for var command in commands {
          command.followsChange = command.followsChange || isElsewhere
          check(command, in: file.file, scripts, lines, &collector)
        }
      }
    }
  }

  private func check(
    _ command: ShownCommand, in file: FileReference, _ scripts: ProjectScripts, _ lines: CommandLines,
    _ collector: inout FindingCollector
  ) {
    if let (path, meant) = scripts.missing(command, shownIn: file.projectPath) {
      collector.add(
        .missing(path, meant: meant), at: Location(path: file.path, range: command.range), symbol: path)
      return
    }
    guard let script = scripts.script(of: command, shownIn: file.projectPath), let options = lines.options(of: script)
    else { return }
    for flag in command.flags {
      if !options.accepts(flag.text) {
        collector.add(
          .unknown(flag.text, of: script, options), at: Location(path: file.path, range: flag.range), symbol: script)
      } else if let value = flag.value, let choices = options.choices[flag.text], !choices.contains(value) {
        collector.add(
          .outside(choices, value, flag.text, of: script), at: Location(path: file.path, range: flag.range),
          symbol: script)
      }
    }
    if let operand = command.operand, options.isClosed, options.positionals.isEmpty, !options.takesWords,
      !options.ignoresUnknown, operand.text.contains(where: { $0.isNumber || "./_".contains($0) })
    {
      collector.add(
        .unexpected(operand.text, of: script), at: Location(path: file.path, range: operand.range), symbol: script)
    }
  }
}

extension Message {
  fileprivate static func missing(_ path: String, meant: String?) -> Message {
    let advice = meant.map { "did you mean '\($0)'?" } ?? "update the command"
    return "the script '\(path)' does not exist; \(advice)"
  }

  fileprivate static func unknown(_ flag: String, of script: String, _ options: AcceptedOptions) -> Message {
    let name = String(flag.drop { $0 == "-" })
    let advice =
      if options.positionals.contains(name) {
        "pass '\(name)' as a positional argument"
      } else if options.spellings.contains("-" + flag) {
        "did you mean '-\(flag)'?"
      } else if flag.count > 2, let nearest = Suggestion.nearest(to: flag, among: options.spellings.sorted()) {
        "did you mean '\(nearest)'?"
      } else {
        "remove it"
      }
    let effect = options.ignoresUnknown ? " and ignores it" : ""
    return "'\(script)' has no option '\(flag)'\(effect); \(advice)"
  }

  fileprivate static func outside(
    _ choices: [String], _ value: String, _ flag: String, of script: String
  ) -> Message {
    let list = choices.prefix(4).map { "'\($0)'" }.joined(separator: ", ")
    let rest = choices.count > 4 ? " and \(choices.count - 4) more" : ""
    return "'\(flag)' of '\(script)' does not accept '\(value)'; its choices are \(list)\(rest)"
  }

  fileprivate static func unexpected(_ word: String, of script: String) -> Message {
    "'\(script)' takes no positional arguments, but gets '\(word)'; pass it with an option, or remove it"
  }
}
