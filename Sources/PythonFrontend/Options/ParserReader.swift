import LintModel
import PythonSyntax

/// Determines whether a file parses a command line, whether all its options are visible, and which names are read.
struct ParserReader {
  let root: Node
  let model: FileModel
  let functions: Set<String>
  private(set) var isParsed = false
  private(set) var hasCommands = false
  var isOpen = false
  /// Functions of other files that add options to the parsers of this one, as written.
  private(set) var sources: Set<String> = []
  /// Whether a parser drops what it does not know, and whether one refuses it.
  var isDropped = false
  private var isStrict = false
  /// Destinations whose default is set apart from their declaration.
  private(set) var overridden: Set<String> = []
  /// Attributes, and texts other than those that declare an option.
  private(set) var reads = IdentifierSet()
  /// Whether the variables that hold a flag of absl are read, by the place of the flag.
  private(set) var holders: [UInt32: Bool] = [:]
  /// Where the options of groups are declared of which only one may be given.
  private(set) var alternatives: Set<UInt32> = []
  private var exclusiveGroups: Set<String> = []
  var parsers: Set<String> = []
  private var holderNames: [String: UInt32] = [:]

  init(root: Node, model: FileModel) {
    self.root = root
    self.model = model
    functions = Set(model.declarations.filter { $0.isCallable || $0.kind == .type }.map(\.name.text))
    if model.declarations.contains(where: { $0.option?.style == .click || $0.option?.style == .typer }) {
      isParsed = true
      isOpen = model.declarations.contains { declaration in
        declaration.attributes.contains { Self.isCommand($0.text) }
          && declaration.attributes.contains { !Self.isPlain($0.text) }
      }
    }
    // Every module may add flags to the one list of absl.
    if model.declarations.contains(where: { $0.option?.style == .absl || $0.option?.style == .tensorflowFlags }) {
      isParsed = true
      isOpen = true
    }
  }

  private static func isCommand(_ decorator: String) -> Bool {
    ["command", "group", "callback"].contains { decorator.hasSuffix($0) }
  }

  private static func isPlain(_ decorator: String) -> Bool {
    isCommand(decorator)
      || ["option", "argument", "version_option", "help_option", "pass_context", "pass_obj"].contains {
        decorator.hasSuffix($0)
      }
  }

  /// Whether unknown options are dropped silently.
  var ignoresUnknown: Bool { isDropped && !isStrict }

  mutating func read() {
    noteParsers()
    var walker = Walker(root)
    while let node = walker.next() {
      switch node.kind {
      case .call: read(Call(unchecked: node), walker.ancestors)
      case .attribute:
        if !node.isStored, let name = node.lastChild { reads.insert(bytes: name.bytes) }
      case .stringLiteral: readText(node, walker.ancestors)
      case .name where !node.isStored:
        if let place = holderNames[node.text] { holders[place] = true }
        readParser(node, walker.ancestors)
      case .keywordArgument:
        if node.firstChild?.textEquals("ignore_unknown_options") == true { isOpen = true }
      default: break
      }
    }
  }

  /// Variables that hold parsers and groups: what options are added to, and what is made by a call that makes one.
  private mutating func noteParsers() {
    // What another file's function makes comes with options of its own.
    var strangers: [(name: String, maker: Node)] = []
    defer { for stranger in strangers where parsers.contains(stranger.name) { noteSource(stranger.maker) } }
    for node in root.descendants {
      if node.kind == .assign, let call = node.lastChild.flatMap(Call.init), let callee = call.function.lastName {
        let isFlag = callee.bytes.starts(with: "DEFINE_".utf8)
        for target in node.children where target.kind == .name {
          if isFlag { holderNames[target.text] = call.node.start }
          if callee.textEquals("add_mutually_exclusive_group") { exclusiveGroups.insert(target.text) }
          if Self.makesParser(callee) {
            parsers.insert(target.text)
          } else if !functions.contains(callee.text) {
            strangers.append((target.text, call.function))
          }
        }
        if isFlag { holders[call.node.start] = false }
      }
      guard node.kind == .call, let function = Call(node)?.function, function.kind == .attribute,
        let method = function.lastChild, let object = function.firstChild, object.kind == .name,
        method.textEquals("add_argument") || method.textEquals("parse_args")
      else { continue }
      parsers.insert(object.text)
    }
  }

  private static func makesParser(_ callee: Node) -> Bool {
    callee.text.hasSuffix("ArgumentParser") || callee.textEquals("add_argument_group")
      || callee.textEquals("add_mutually_exclusive_group") || callee.textEquals("add_parser")
      || callee.textEquals("add_subparsers")
  }

  private mutating func read(_ call: Call, _ ancestors: [Node]) {
    guard let callee = call.function.lastName else { return }
    switch callee.text {
    case "add_argument":
      if let group = call.function.firstChild, exclusiveGroups.contains(group.text) {
        alternatives.insert(call.node.start)
      }
    case "add_subparsers": hasCommands = true
    case "parse_args", "parse_intermixed_args":
      isParsed = true
      isStrict = true
      // The parser of another file: `options.get_parser().parse_args()`.
      if let object = call.function.firstChild, object.kind == .call {
        let maker = Call(object)?.function
        if maker?.lastName.map({ functions.contains($0.text) || $0.textEquals("ArgumentParser") }) != true {
          noteSource(maker)
        }
      }
    case "parse_known_args", "parse_known_intermixed_args":
      isParsed = true
      readRest(of: call.node, ancestors)
    case "parse_args_into_dataclasses", "parse_args_and_config", "parse_dict", "parse_json_file":
      isParsed = true
    case "cli", "auto_cli", "CLI", "Fire", "LightningCLI":
      isParsed = true
      // Fields of fields, methods of objects and the trainer's own options are flags too.
      if !isPlain(call) { isOpen = true }
    case "set_defaults":
      for keyword in call.keywords { overridden.insert(keyword.name.text) }
      if call.argumentList.unpacked.contains(where: { _ in true }) { isOpen = true }
    case let name where name.hasSuffix("ArgumentParser"):
      readMaker(call, name)
    case let name where name.lowercased().contains("parser") && !Self.makesParser(callee) && !functions.contains(name):
      noteSource(call.function)
    default: break
    }
  }

  /// A function that may add options, of another file if its name tells which.
  private mutating func noteSource(_ function: Node?) {
    if let name = function?.dottedName { sources.insert(name) } else { isOpen = true }
  }

  /// A parser that is handed to code of another file comes back with options of its own.
  private mutating func readParser(_ node: Node, _ ancestors: [Node]) {
    guard !isOpen, parsers.contains(node.text), let parent = ancestors.last,
      parent.kind == .arguments || parent.kind == .keywordArgument,
      let call = ancestors.last(where: { $0.kind == .call }).flatMap(Call.init)
    else { return }
    if parent.kind == .keywordArgument, parent.firstChild?.textEquals("parents") == true { return }
    if let callee = call.function.lastName, functions.contains(callee.text) || callee.textEquals("print") { return }
    noteSource(call.function)
  }

  private mutating func readText(_ node: Node, _ ancestors: [Node]) {
    guard let piece = node.firstChild, piece.end - piece.start < 64 else { return }
    // The names and choices of an option do not read it.
    if let call = ancestors.last(where: { $0.kind == .call }).flatMap(Call.init), let callee = call.function.lastName,
      callee.textEquals("add_argument") || callee.bytes.starts(with: "DEFINE_".utf8)
        || callee.bytes.starts(with: "mark_".utf8)
    {
      return
    }
    reads.insert(StringPieceText.value(of: piece))
  }
}
