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
      if [".md", ".rst"].contains(where: file.reference.projectPath.hasSuffix) {
        reader.readProse(bytes, besides: file.model.examples)
      }
    }
    guard !reader.commands.isEmpty else { return facts }
    let programs = Set(reader.commands.lazy.filter { $0.form == .file }.map(\.program))
    let created = programs.filter { CreatedScript.isDescribed($0, in: bytes) }
    let commands = reader.commands.map { command in
      var command = command
      if command.form == .file, created.contains(command.program) { command.followsChange = true }
      return command
    }
    facts.append(.shows(commands, Downloads(bytes)))
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
    var missing = MissingFiles()
    for file in facts {
      for case .shows(let commands, let downloads) in file.facts {
        let isElsewhere = downloads.isElsewhere(own)
        for var command in commands {
          command.followsChange = command.followsChange || isElsewhere
          let found = scripts.missing(command, shownIn: file.file.projectPath) { path in
            lines.options(of: path).map { options in command.flags.allSatisfy { options.accepts($0.text) } } ?? true
          }
          if let (path, meant) = found {
            missing.add(path, meant, at: Location(path: file.file.path, range: command.range))
            continue
          }
          for name in command.files {
            guard let (path, meant) = scripts.missing(name.text, of: command, shownIn: file.file.projectPath) else {
              continue
            }
            missing.add(path, meant, at: Location(path: file.file.path, range: name.range))
          }
          check(command, in: file.file, scripts, lines, &collector)
        }
      }
    }
    missing.report(to: &collector)
  }

  private func check(
    _ command: ShownCommand, in file: FileReference, _ scripts: ProjectScripts, _ lines: CommandLines,
    _ collector: inout FindingCollector
  ) {
    guard let script = scripts.script(of: command, shownIn: file.projectPath), let options = lines.options(of: script)
    else { return }
    // What cannot be told apart, in one command, is one flaw.
    var strangers: [ShownCommand.Flag] = []
    for flag in command.flags {
      if !options.accepts(flag.text) {
        let advice = Message.advice(flag.text, options)
        guard let advice else {
          strangers.append(flag)
          continue
        }
        collector.add(
          .unknown([flag.text], of: script, options, advice), at: Location(path: file.path, range: flag.range),
          symbol: script)
      } else if let value = flag.value, let choices = options.choices[flag.text], !choices.contains(value) {
        collector.add(
          .outside(choices, value, flag.text, of: script), at: Location(path: file.path, range: flag.range),
          symbol: script)
      }
    }
    if let first = strangers.first {
      collector.add(
        .unknown(strangers.map(\.text), of: script, options, strangers.count > 1 ? "remove them" : "remove it"),
        at: Location(path: file.path, range: first.range), symbol: script,
        count: strangers.count > 1 ? strangers.count : nil)
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
  /// What to write instead; nil if nothing is near.
  fileprivate static func advice(_ flag: String, _ options: AcceptedOptions) -> String? {
    let name = String(flag.drop { $0 == "-" })
    if options.positionals.contains(name) { return "pass '\(name)' as a positional argument" }
    if options.spellings.contains("-" + flag) { return "did you mean '-\(flag)'?" }
    guard flag.count > 2 else { return nil }
    return Suggestion.nearest(to: flag, among: options.spellings.sorted()).map { "did you mean '\($0)'?" }
  }

  fileprivate static func unknown(
    _ flags: [String], of script: String, _ options: AcceptedOptions, _ advice: String
  ) -> Message {
    let names = flags.map { "'\($0)'" }
    let list =
      names.count > 1 ? "s \(names.dropLast().joined(separator: ", ")) or \(names[names.count - 1])" : " \(names[0])"
    let effect = options.ignoresUnknown ? " and ignores \(flags.count > 1 ? "them" : "it")" : ""
    return "'\(script)' has no option\(list)\(effect); \(advice)"
  }

  fileprivate static func outside(
    _ choices: [String], _ value: String, _ flag: String, of script: String
  ) -> Message {
    let list = choices.prefix(4).map { "'\($0)'" }.joined(separator: ", ")
    let rest = choices.count > 4 ? " and \(choices.count - 4) more" : ""
    return "'\(flag)' of '\(script)' does not accept '\(value)'; its choices are \(list)\(rest)"
  }

  fileprivate static func unexpected(_ word: String, of script: String) -> Message {
    "'\(script)' takes no positional arguments, but receives '\(word)'; pass it with an option, or remove it"
  }
}
