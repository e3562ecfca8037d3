import LintModel
import LintSourceText
import PythonSyntax

extension Lowering {
  /// `os.getenv("DATA_HOME")`, `os.environ.get("DATA_HOME", "~")`, and helpers such as `flag_from_env("DATA_HOME")`.
  mutating func addEnvironmentRead(_ call: Call, callee: Node) {
    let isStandard: Bool
    if callee.textEquals("get") || callee.textEquals("pop") || callee.textEquals("setdefault") {
      guard call.function.kind == .attribute, let object = call.function.firstChild?.lastName,
        Self.mentionsEnvironment(object)
      else { return }
      isStandard = true
    } else {
      guard Self.mentionsEnvironment(callee) else { return }
      isStandard = callee.textEquals("getenv")
    }
    guard let first = call.arguments.first(where: { _ in true }) else { return }
    // A helper may take several names, of which it reads the first that is set.
    let names = first.kind == .list || first.kind == .tuple ? first.children.map { $0 } : [first]
    for node in names {
      guard let name = variableName(node, resolvesConstants: isStandard) else { continue }
      if callee.textEquals("setdefault") || callee.textEquals("setenv") || callee.textEquals("putenv") {
        model.keys.setVariables.insert(name.text)
      } else {
        addEnvironmentVariable(name, at: call.node, default: call.arguments.dropFirst().first { _ in true })
      }
    }
  }

  /// `os.environ["DATA_HOME"]`, read or set, and `env["DATA_HOME"] = value` for a process to start.
  mutating func addEnvironmentSubscript(_ node: Node) {
    guard let object = node.firstChild?.lastName, Self.mentionsEnvironment(object), let key = node.lastChild,
      let name = variableName(key, resolvesConstants: object.textEquals("environ"))
    else { return }
    if let parent = parents.last, parent.kind == .assign || parent.kind == .deleteStatement,
      parent.kind == .deleteStatement || parent.lastChild != node
    {
      if parent.kind == .assign { model.keys.setVariables.insert(name.text) }
    } else {
      addEnvironmentVariable(name, at: node, default: nil)
    }
  }

  /// `"DATA_HOME" in os.environ`; and of a dictionary, which may be a process's environment, the key.
  mutating func noteEnvironmentText(_ node: Node) {
    guard let parent = parents.last else { return }
    switch parent.kind {
    case .comparison:
      guard parent.lastChild?.lastName?.textEquals("environ") == true,
        let name = variableName(node, resolvesConstants: false)
      else { return }
      addEnvironmentVariable(name, at: parent, default: nil)
    case .dictionary:
      guard let first = node.firstChild, first.bytes.count > 4, first.bytes[1] >= UInt8(ascii: "A"),
        first.bytes[1] <= UInt8(ascii: "Z"), let name = variableName(node, resolvesConstants: false)
      else { return }
      model.keys.setVariables.insert(name.text)
    default: return
    }
  }

  private mutating func addEnvironmentVariable(_ name: LintSourceText.Name, at node: Node, default value: Node?) {
    guard environmentVariables.insert(name.text).inserted else { return }
    var option = OptionDetails(style: .environmentVariable, spellings: [name])
    option.defaultValue = value?.text
    add(option, named: name, at: SourceRange(node))
  }

  /// A literal that could name a variable: in capitals, with an underscore; or a constant that holds one.
  private func variableName(_ node: Node, resolvesConstants: Bool) -> LintSourceText.Name? {
    var literal = node
    if resolvesConstants, node.kind == .name, let value = Constants(tree: tree).value(of: node) { literal = value }
    guard var name = literalName(literal), name.text.utf8.count < 80, name.text.utf8.contains(UInt8(ascii: "_")),
      name.text.utf8.allSatisfy({
        $0 == UInt8(ascii: "_") || $0 >= 0x41 && $0 <= 0x5A || $0 >= 0x30 && $0 <= 0x39
      })
    else { return nil }
    name.range = SourceRange(node)
    return name
  }

  /// `environ`, `getenv`, `parse_flag_from_env`, `child_env`; not `make_envs`.
  private static func mentionsEnvironment(_ node: Node) -> Bool {
    let bytes = node.bytes
    guard bytes.count >= 3 else { return false }
    for start in 0...(bytes.count - 3) where bytes[start] | 0x20 == UInt8(ascii: "e") {
      guard bytes[start + 1] | 0x20 == UInt8(ascii: "n"), bytes[start + 2] | 0x20 == UInt8(ascii: "v") else { continue }
      return true
    }
    return false
  }
}
