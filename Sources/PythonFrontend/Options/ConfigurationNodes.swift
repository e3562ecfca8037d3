import LintModel
import LintSourceText
import PythonSyntax

extension Lowering {
  /// Keys that code declares with their defaults: `_C.SOLVER.LR = 0.1` of yacs, `config.lr = 0.1` of ml_collections.
  ///
  /// What a script sets in a configuration that it got from elsewhere is not a declaration.
  mutating func addConfigurationNode(_ node: Node, target: Node) {
    guard node.kind == .assign, let value = node.lastChild, value != target else { return }
    let isSection = Self.makesConfiguration(value)
    if target.kind == .name {
      guard isSection, declaresConfiguration else { return }
      configurationRoots.insert(target.text)
      return
    }
    guard target.kind == .attribute, var path = target.dottedName else { return }
    guard let dot = path.firstIndex(of: "."), isConfigurationRoot(path[..<dot]) else { return }
    path.removeSubrange(...dot)
    guard !path.utf8.contains(where: { $0 == UInt8(ascii: "(") }), let last = target.lastChild else { return }
    var option = OptionDetails(
      style: .configurationNode, spellings: [LintSourceText.Name(path, at: SourceRange(target))])
    option.key = OptionDetails.Key()
    option.key?.isSection = isSection
    option.defaultValue = value.text.utf8.count < 200 ? value.text : nil
    switch KeyComment.find(in: text.bytes, from: Int(node.start), to: Int(node.end)) {
    case .own(let comment):
      let bytes = text.bytes(in: comment)
      option.help = MessageTemplate(
        range: comment, pieces: [MessageTemplate.Piece(.literal(String(decoding: bytes, as: UTF8.self)), at: comment)])
    case .ofGroup: option.hasUnreadableHelp = true
    case .none: break
    }
    add(option, named: LintSourceText.Name(last), at: SourceRange(node))
    declaredKeyEnd = target.subtreeEnd
  }

  /// A comment on one key often tells of another: `# times GAMMA at each of these steps`.
  mutating func noteCommentedKeys() {
    for comment in tree.comments {
      let bytes = tree.source[Int(comment.lowerBound)..<Int(comment.upperBound)]
      for word in bytes.split(whereSeparator: { !$0.isIdentifierByte }) where word.count > 1 {
        model.keys.capitals.insert(bytes: word)
      }
    }
  }

  /// `CN()`, `CfgNode()`, `ml_collections.ConfigDict()`, `edict()`.
  private static func makesConfiguration(_ value: Node) -> Bool {
    guard value.kind == .call, let callee = value.firstChild?.lastName else { return false }
    return callee.textEquals("CN") || callee.textEquals("CfgNode") || callee.textEquals("ConfigDict")
      || callee.textEquals("edict") || callee.textEquals("EasyDict") || callee.textEquals("ConfigNode")
  }

  /// At a module's top, or in a function that gives a configuration back.
  private var declaresConfiguration: Bool {
    guard let scope = scopes.last else { return true }
    guard scope.isFunction else { return false }
    return Self.isAboutConfiguration(model.declarations[scope.declaration].name.text)
  }

  private func isConfigurationRoot(_ name: Substring) -> Bool {
    if configurationRoots.contains(String(name)) { return true }
    // `def add_deeplab_config(cfg):` of a project that adds its own keys.
    guard let scope = scopes.last, scope.isFunction, name == "cfg" || name == "config" || name == "_C" else {
      return false
    }
    let function = model.declarations[scope.declaration]
    return function.name.text.hasPrefix("add_") && Self.isAboutConfiguration(function.name.text)
      && function.parameters.first?.name.text == String(name)
  }

  private static func isAboutConfiguration(_ name: String) -> Bool {
    name.contains("config") || name.contains("cfg")
  }
}
