import LintModel
import LintSourceText
import PythonSyntax

extension Lowering {
  /// `parser.add_argument("--lr", type=float, help="...")`
  mutating func addArgument(_ call: Call) {
    model.commandLine.declaresArguments = true
    for names in spellings(of: call) { addArgument(call, spelled: names) }
  }

  private mutating func addArgument(_ call: Call, spelled names: [LintSourceText.Name]) {
    guard let name = names.max(by: { $0.text.count < $1.text.count }), isParser(call) else { return }
    var option = OptionDetails(style: .argparse, spellings: names.sorted { $0.text.count > $1.text.count })
    option.type = call.keyword("type")?.text
    option.action = call.keyword("action").map { literalName($0)?.text ?? $0.text }
    option.defaultValue = call.keyword("default").map { constant($0) }
    option.defaultConstant = call.keyword("default").flatMap { $0.kind == .name ? $0.text : nil }
    option.hasChoices = call.keyword("choices") != nil
    option.choices = choices(of: call, option.type)
    option.destination = call.keyword("dest").flatMap(literalName)?.text ?? Self.destination(of: names)
    option.hasUnreadableHelp = call.argumentList.unpacked.contains { _ in true }
    if option.action == "help" || option.action == "version" { option.isHidden = true }
    // The rest of the command line, passed on to another command, and what launchers of processes pass by themselves.
    if let count = call.keyword("nargs"),
      count.lastName?.textEquals("REMAINDER") == true || count.text.contains("...")
    {
      option.isHidden = true
      model.commandLine.isOpen = true
    }
    if names.contains(where: { $0.text == "--local_rank" || $0.text == "--local-rank" }) { option.isHidden = true }
    // A custom action may do anything; a configuration file is read by the parser itself.
    option.isRead = option.action.map { !Self.stores($0) } == true || call.keyword("is_config_file") != nil
    readHelp(call.keyword("help"), into: &option)
    option.brokenBoolean = brokenBoolean(call, option)
    add(option, named: name, at: SourceRange(call.node))
  }

  /// The values of `choices=` if each is a text and nothing changes what the user types.
  private func choices(of call: Call, _ type: String?) -> [String] {
    guard let list = call.keyword("choices"), list.kind == .list || list.kind == .tuple || list.kind == .set,
      type == nil || type == "str"
    else { return [] }
    let values = list.children.compactMap { literalName($0)?.text }
    return values.count == list.children.count(where: { _ in true }) ? values : []
  }

  /// Whether an action of argparse does no more than keep what is given.
  private static func stores(_ action: String) -> Bool {
    ["store", "append", "extend", "count"].contains { action.hasPrefix($0) }
      || action.hasSuffix("BooleanOptionalAction")
  }

  /// The spellings of the option that a call declares; of several options where it is in a loop over their names.
  private mutating func spellings(of call: Call) -> [[LintSourceText.Name]] {
    let arguments = Array(call.arguments)
    let names = arguments.compactMap(literalName).filter { !$0.text.isEmpty }
    if !names.isEmpty { return [names] }
    guard let first = arguments.first else { return [] }
    if let names = ComputedName(first, in: parents, Constants(tree: tree)) {
      return names.values.map { [LintSourceText.Name($0, at: SourceRange(first))] }
    }
    model.commandLine.isOpen = true
    return []
  }

  /// `learning_rate` of `--learning-rate`: the first long spelling, or the first at all.
  private static func destination(of names: [LintSourceText.Name]) -> String {
    let name = names.first { $0.text.hasPrefix("--") } ?? names.first
    let text = String(name?.text.drop { $0 == "-" } ?? "")
    return name?.text.hasPrefix("-") == true ? text.replacing("-", with: "_") : text
  }

  /// What a default stands for: a name's value where the module assigns a constant to it once.
  func constant(_ node: Node) -> String {
    guard node.kind == .name, let value = Constants(tree: tree).value(of: node) else { return node.text }
    switch value.kind {
    case .stringLiteral, .integerLiteral, .floatLiteral, .trueLiteral, .falseLiteral, .noneLiteral: return value.text
    default: return node.text
    }
  }

  /// Other libraries have an `add_argument` too: a browser's options take one bare string.
  private func isParser(_ call: Call) -> Bool {
    if call.argumentList.keywords.contains(where: { _ in true }) || call.function.kind == .name { return true }
    let object = call.function.firstChild?.lastName?.text.lowercased() ?? ""
    return object.contains("parser") || object.contains("group") || object == "p" || object == "ap"
  }

  private func brokenBoolean(_ call: Call, _ option: OptionDetails) -> OptionDetails.BrokenBoolean? {
    for keyword in call.keywords where keyword.name.textEquals("type") && keyword.value.textEquals("bool") {
      return .init(.anyTextIsTrue, at: SourceRange(keyword.node))
    }
    let constant: NodeKind
    switch option.action {
    case "store_true": constant = .trueLiteral
    case "store_false": constant = .falseLiteral
    default: return nil
    }
    for keyword in call.keywords where keyword.name.textEquals("default") && keyword.value.kind == constant {
      return .init(.cannotBeSwitched, at: SourceRange(keyword.node))
    }
    return nil
  }
}
