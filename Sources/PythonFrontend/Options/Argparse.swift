import Lint
import PythonSyntax

extension Lowering {
  /// `parser.add_argument("--lr", type=float, help="...")`
  mutating func addArgument(_ call: Call) {
    guard call.function.kind == .attribute else { return }
    let names = call.arguments.compactMap(literalName).filter { !$0.text.isEmpty }
    guard let name = names.max(by: { $0.text.count < $1.text.count }), isParser(call) else { return }
    var option = OptionDetails(style: .argparse, spellings: names.sorted { $0.text.count > $1.text.count })
    option.type = call.keyword("type")?.text
    option.action = call.keyword("action").map { literalName($0)?.text ?? $0.text }
    option.defaultValue = call.keyword("default")?.text
    option.hasUnreadableHelp = call.argumentList.unpacked.contains { _ in true }
    if option.action == "help" || option.action == "version" { option.isHidden = true }
    // The rest of the command line, handed on to another command, and what launchers of processes pass by themselves.
    if call.keyword("nargs")?.lastName?.textEquals("REMAINDER") == true { option.isHidden = true }
    if names.contains(where: { $0.text == "--local_rank" || $0.text == "--local-rank" }) { option.isHidden = true }
    readHelp(call.keyword("help"), into: &option)
    option.brokenBoolean = brokenBoolean(call, option)
    add(option, named: name, at: SourceRange(call.node))
  }

  /// Other libraries have an `add_argument` too: a browser's options take one bare string.
  private func isParser(_ call: Call) -> Bool {
    if call.argumentList.keywords.contains(where: { _ in true }) { return true }
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
