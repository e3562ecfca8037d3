import LintModel
import PythonSyntax

/// The parameters of a function that have not been read yet.
struct ParameterWatch {
  /// The place in the declaration's parameters, beside the name's node.
  typealias Entry = (place: Int, name: Node)

  /// Those that nothing has read so far; a read takes one out, so that most names are compared with few or none.
  var unread: [Entry] = []
  /// Those that may hold options by name: each of their uses counts.
  var dictionaries: [Entry] = []

  init() {}

  init(_ parameters: [LintModel.Parameter], of function: FunctionDefinition) {
    // `self` is not a parameter of the model, and the last ones agree.
    let nodes = function.parameters.all.map(\.name)
    let skipped = nodes.count - parameters.count
    for place in parameters.indices {
      let entry = (place, nodes[place + skipped])
      unread.append(entry)
      if parameters[place].kind == .variadicKeyword || Self.mayHoldOptions(parameters[place]) {
        dictionaries.append(entry)
      }
    }
  }

  private static func mayHoldOptions(_ parameter: LintModel.Parameter) -> Bool {
    switch parameter.name.text {
    case "config", "cfg", "conf", "configs", "configuration", "hparams", "hyperparams", "hyperparameters", "options",
      "opts", "settings":
      true
    default: false
    }
  }
}

extension Lowering {
  /// A name that is read: which parameter of the functions around it that is, and how.
  mutating func noteRead(_ node: Node) {
    for depth in scopes.indices.reversed() where scopes[depth].isFunction {
      if let index = scopes[depth].watch.unread.firstIndex(where: { $0.name.textEquals(node) }) {
        scopes[depth].watch.unread.remove(at: index)
      }
      for entry in scopes[depth].watch.dictionaries where entry.name.textEquals(node) {
        let declaration = scopes[depth].declaration
        if let key = key(lookedUpIn: node) {
          if !model.declarations[declaration].parameters[entry.place].use.keys.contains(key) {
            model.declarations[declaration].parameters[entry.place].use.keys.append(key)
          }
        } else {
          model.declarations[declaration].parameters[entry.place].use.isPassedOn = true
        }
      }
    }
    if Self.readsAllNames(node) { readAll() }
  }

  /// `store_attr()` and its like take every parameter of the function that calls them.
  mutating func readAll() {
    guard let depth = scopes.lastIndex(where: \.isFunction) else { return }
    scopes[depth].watch.unread.removeAll()
    for entry in scopes[depth].watch.dictionaries {
      model.declarations[scopes[depth].declaration].parameters[entry.place].use.isPassedOn = true
    }
  }

  static func readsAllNames(_ node: Node) -> Bool {
    // Nearly every name differs in its first letter.
    switch node.bytes.first {
    case UInt8(ascii: "l"): node.textEquals("locals")
    case UInt8(ascii: "v"): node.textEquals("vars")
    case UInt8(ascii: "e"): node.textEquals("eval") || node.textEquals("exec")
    case UInt8(ascii: "s"): node.textEquals("store_attr") || node.textEquals("save_hyperparameters")
    case UInt8(ascii: "c"): node.textEquals("currentframe")
    case UInt8(ascii: "g"): node.textEquals("getargvalues")
    case UInt8(ascii: "f"): node.textEquals("f_locals")
    default: false
    }
  }

  /// The text by which the name at hand is looked into.
  private func key(lookedUpIn node: Node) -> String? {
    guard let parent = parents.last else { return nil }
    switch parent.kind {
    case .subscript where parent.firstChild == node:
      return parent.lastChild.flatMap(literalName)?.text
    case .attribute:
      guard let method = parent.lastChild, method.textEquals("get") || method.textEquals("pop"),
        parents.count > 1, let call = Call(parents[parents.count - 2]), call.function == parent
      else { return nil }
      var arguments = call.arguments
      return arguments.next().flatMap(literalName)?.text
    case .comparison where parent.lastChild == node: return parent.firstChild.flatMap(literalName)?.text
    default: return nil
    }
  }

  /// Ends the innermost scope: what is still unread then is never read.
  mutating func leaveScope() {
    let scope = scopes.removeLast()
    for entry in scope.watch.unread {
      model.declarations[scope.declaration].parameters[entry.place].use.isRead = false
      if isAcknowledged(entry.name) || isExplained(entry.name, in: scope.node) {
        model.declarations[scope.declaration].parameters[entry.place].use.isAcknowledged = true
      }
    }
  }

  /// Whether a comment on the parameter's line mentions it: `# unused`, `# noqa: ARG001`, `# kept for old callers`.
  private func isAcknowledged(_ name: Node) -> Bool {
    let line = tree.line(at: name.start)
    let comments = tree.comments
    var low = 0
    var high = comments.count
    while low < high {
      let middle = (low + high) / 2
      if comments[middle].lowerBound < name.start { low = middle + 1 } else { high = middle }
    }
    guard low < comments.count, tree.line(at: comments[low].lowerBound) == line else { return false }
    let text = tree.text(of: comments[low]).lowercased()
    return Self.excuses.contains { text.contains($0) }
  }

  /// Whether a comment in a function, or right above it, names a parameter and says who passes it or why it is there.
  private func isExplained(_ name: Node, in function: Node) -> Bool {
    let word = name.text
    let comments = tree.comments
    let first = tree.line(at: function.start)
    var low = 0
    var high = comments.count
    while low < high {
      let middle = (low + high) / 2
      if comments[middle].lowerBound < function.start { low = middle + 1 } else { high = middle }
    }
    var index = low
    // The block of comments right above.
    var line = first
    while index > 0, tree.line(at: comments[index - 1].lowerBound) == line - 1 {
      index -= 1
      line -= 1
    }
    while index < comments.count, comments[index].lowerBound < function.end {
      let text = tree.text(of: comments[index])
      index += 1
      guard text.contains(word) else { continue }
      let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
      guard words.contains(where: { $0 == word }) else { continue }
      let lowered = text.lowercased()
      if (Self.excuses + Self.reasons).contains(where: lowered.contains) { return true }
    }
    return false
  }

  private static let reasons = [
    "accept", "passes", "passed", "no longer", "not needed", "unneeded", "required by", "requires", "expects", "calls",
    "called", "signature", "legacy", "backward", "removed in", "does nothing", "no effect",
  ]

  private static let excuses = [
    "noqa", "pylint", "unused", "not used", "ignor", "compat", "deprecat", "todo", "no-op", "kept", "consisten",
    "nosonar", "placeholder", "place holder", "reserved", "interface",
  ]
}
