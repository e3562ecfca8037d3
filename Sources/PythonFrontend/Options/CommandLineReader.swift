import PythonSyntax

extension Lowering {
  /// Reads what the file does with its command line: a second look at the few files that have one.
  mutating func readCommandLine(_ root: Node) {
    let options = model.declarations.indices.filter { index in
      model.declarations[index].option?.style.isOfCommand == true
    }
    guard !options.isEmpty || model.commandLine.declaresArguments else { return }
    var namespaces = NamespaceReader(root: root, declarations: model.declarations)
    namespaces.follow()
    var parser = ParserReader(root: root, model: model)
    parser.read()
    model.commandLine.isParsed = parser.isParsed
    model.commandLine.isOpen = model.commandLine.isOpen || parser.isOpen
    model.commandLine.hasCommands = parser.hasCommands
    model.commandLine.sources = parser.sources.sorted()
    model.commandLine.ignoresUnknown = parser.ignoresUnknown
    model.commandLine.receivers = namespaces.receivers.sorted()
    model.commandLine.providers = namespaces.providers.sorted()
    model.commandLine.isSpread = namespaces.isSpread
    model.commandLine.isKept = namespaces.isKept
    model.commandLine.isRecorded = namespaces.isRecorded
    for index in options { readUse(ofOption: index, parser) }
    readUndeclared(root, parser)
    clearSwitches(options, parser)
  }

  /// A flag that sets its own default has an effect where another one sets the same value, or a later default replaces
  /// its own: `--fast` beside `--slow` with `dest="fast"`.
  private mutating func clearSwitches(_ options: [Int], _ parser: ParserReader) {
    for index in options where model.declarations[index].option?.brokenBoolean?.flaw == .cannotBeSwitched {
      guard let destination = model.declarations[index].option?.destination, !destination.isEmpty else { continue }
      let isShared = options.contains { $0 != index && model.declarations[$0].option?.destination == destination }
      if isShared || parser.overridden.contains(destination) { model.declarations[index].option?.brokenBoolean = nil }
    }
  }

  /// What else could give the parsed values an attribute: a parser of another file, a function that they are handed to,
  /// an assignment, an update of the whole.
  private mutating func readUndeclared(_ root: Node, _ parser: ParserReader) {
    let line = model.commandLine
    guard line.isParsed, line.declaresArguments, !line.isOpen, !line.hasCommands, line.sources.isEmpty,
      line.receivers.isEmpty, !line.isKept,
      !["setattr", "__dict__", "vars", "Namespace", "AttributeError", "hasattr", "namespace"].contains(
        where: model.mentions.contains)
    else { return }
    let options = model.declarations.compactMap(\.option)
    guard options.allSatisfy({ !$0.style.isOfCommand || $0.style == .argparse }) else { return }
    let known = Set(options.map(\.destination)).union(parser.overridden)
    var reads = NamespaceReads(root: root)
    model.commandLine.undeclared = reads.names().filter {
      !known.contains($0.text) && !model.setAttributes.contains($0.text) && !$0.text.hasPrefix("_")
        && !model.calls.texts.contains($0.text)
    }
  }

  private mutating func readUse(ofOption index: Int, _ parser: ParserReader) {
    guard var option = model.declarations[index].option else { return }
    if option.destination.isEmpty {
      option.destination = String(option.spellings.first?.text.drop { $0 == "-" } ?? "").replacing("-", with: "_")
    }
    if parser.overridden.contains(option.destination) { option.defaultValue = nil }
    switch option.style {
    case .click, .typer, .fire, .jsonargparse, .tyro:
      // The function's own parameter.
      let owner = model.declarations[index].parent.map { model.declarations[$0] }
      let parameter = owner?.parameters.first { $0.name.text == option.destination }
      option.isRead = option.isRead || parameter?.use.isRead ?? true
    default:
      option.isRead =
        option.isRead || parser.reads.contains(option.destination)
        || parser.holders[model.declarations[index].range.start] == true
        // Of several switches, one may be the default.
        || option.isSwitch && parser.alternatives.contains(model.declarations[index].range.start)
    }
    model.declarations[index].option = option
  }
}
