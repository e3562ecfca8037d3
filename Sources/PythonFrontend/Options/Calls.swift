import LintModel
import LintSourceText
import PythonSyntax

extension Lowering {
  /// Calls that declare options or warn.
  mutating func addCall(_ node: Node) {
    guard let call = Call(node), let callee = call.function.lastName else { return }
    if callee.textEquals("add_argument") {
      if call.function.kind == .attribute { addArgument(call) }
    } else if !parserMethods.isEmpty, call.function.kind == .name, parserMethods.contains(callee.text) {
      addArgument(call)
    } else if callee.textEquals("warn"), call.function.dottedName == "warnings.warn" {
      uses.append((.warning, node.subtreeEnd))
      addWarning(call, at: node)
    } else if callee.bytes.starts(with: "DEFINE_".utf8) {
      addFlag(call, callee: callee.text)
    } else if callee.bytes.count > 2 {
      addEnvironmentRead(call, callee: callee)
    }
    if isLog(call, callee) {
      uses.append((.log, node.subtreeEnd))
      addOutput(call, isPrint: callee.textEquals("print"), at: node)
    }
  }

  private func isLog(_ call: Call, _ callee: Node) -> Bool {
    if callee.textEquals("print") { return true }
    guard call.function.kind == .attribute, let object = call.function.firstChild?.lastName else { return false }
    return object.textEquals("logger") || object.textEquals("logging") || object.textEquals("log")
      || object.textEquals("_logger")
  }

  mutating func add(_ option: OptionDetails, named name: LintSourceText.Name, at range: SourceRange) {
    model.declarations.append(
      Declaration(kind: .option, name: name, parent: owner, range: range, flags: [.isPublic], option: option))
  }

  /// Reads a help text into an option; a computed one cannot be read.
  func readHelp(_ node: Node?, into option: inout OptionDetails) {
    guard let node else { return }
    if node.lastName?.textEquals("SUPPRESS") == true {
      option.isHidden = true
      return
    }
    if node.kind == .noneLiteral { return }
    if case .text(let text) = MessageText(tree: tree, function: function).read(node) {
      option.help = text
    } else {
      option.hasUnreadableHelp = true
    }
  }

  /// A literal string's characters with their place; nil for any other expression.
  func literalName(_ node: Node) -> LintSourceText.Name? {
    guard node.kind == .stringLiteral, let piece = node.firstChild else { return nil }
    return LintSourceText.Name(StringPieceText.value(of: piece), at: SourceRange(node))
  }
}
