import LintModel
import PythonSyntax

/// Follows the values of a parsed command line through one file: what reads them, and where they are passed.
struct NamespaceReader {
  private let root: Node
  /// The parameters of the file's functions, and of its classes' initializers, by name.
  private var signatures: [String: [[String]]] = [:]
  /// Variables that hold the values.
  private var names: Set<String> = []
  private(set) var receivers: Set<String> = []
  private(set) var providers: Set<String> = []
  private(set) var isSpread = false
  private(set) var isKept = false
  private(set) var isRecorded = false

  init(root: Node, declarations: [Declaration]) {
    self.root = root
    for declaration in declarations where declaration.isCallable {
      signatures[declaration.name.text, default: []].append(declaration.parameters.map(\.name.text))
      if declaration.isInitializer, let parent = declaration.parent {
        signatures[declarations[parent].name.text, default: []].append(declaration.parameters.map(\.name.text))
      }
    }
  }

  /// Goes over the file until no further variable turns up.
  mutating func follow() {
    for _ in 0..<4 {
      let known = (names.count, providers.count)
      var walker = Walker(root)
      while let node = walker.next() {
        switch node.kind {
        case .call where isSource(node): place(node, walker.ancestors[...])
        case .name where !node.isStored && names.contains(node.text): place(node, walker.ancestors[...])
        case .attribute where !node.isStored && node.lastChild.map { names.contains($0.text) } == true:
          place(node, walker.ancestors[...])
        default: break
        }
      }
      if known == (names.count, providers.count) { return }
    }
  }

  private func isSource(_ node: Node) -> Bool {
    guard let callee = node.firstChild?.lastName else { return false }
    switch callee.text {
    case "parse_args", "parse_known_args", "parse_intermixed_args", "parse_args_into_dataclasses", "cli": return true
    case let name: return providers.contains(name)
    }
  }

  /// What becomes of the values at a place.
  private mutating func place(_ node: Node, _ ancestors: ArraySlice<Node>) {
    guard let parent = ancestors.last else { return }
    let rest = ancestors.dropLast()
    switch parent.kind {
    case .assign, .annotatedAssign:
      for target in parent.children where target != node { take(target) }
    case .attribute:
      guard parent.firstChild == node, let name = parent.lastChild else { return }
      if name.textEquals("__dict__") || name.textEquals("_get_kwargs") || name.textEquals("items") { spread(rest) }
    case .returnStatement, .yieldExpression: provide(ancestors)
    case .tuple where rest.last?.kind == .returnStatement: provide(ancestors)
    case .booleanOperation, .ifExpression, .tuple, .awaitExpression, .namedExpression: place(parent, rest)
    case .arguments: pass(node, keyword: nil, rest)
    case .keywordArgument: pass(node, keyword: parent.firstChild?.text, rest)
    case .keywordUnpack, .starred: isSpread = true
    case .subscript:
      if parent.firstChild == node, parent.lastChild?.kind != .stringLiteral, parent.lastChild?.kind != .integerLiteral
      {
        isSpread = true
      }
    case .expressionStatement, .comparison, .replacementField, .deleteStatement, .ifStatement, .unaryOperation,
      .assertStatement:
      return
    case .binaryOperation: if !ShownValues.isShown(rest) { receivers.insert("?") }
    case .dictionary, .list: if !ShownValues.isShown(rest) { isKept = true }
    case .forStatement, .comprehensionClause: spread(ancestors)
    default: receivers.insert("?")
    }
  }

  private mutating func take(_ target: Node) {
    switch target.kind {
    case .name: names.insert(target.text)
    case .attribute:
      if let name = target.lastChild { names.insert(name.text) }
      isKept = true
    case .tuple, .list: for element in target.children { take(element) }
    case .subscript: isKept = true
    default: receivers.insert("?")
    }
  }

  private mutating func provide(_ ancestors: ArraySlice<Node>) {
    guard let function = ancestors.last(where: { $0.kind == .functionDefinition }).flatMap(FunctionDefinition.init)
    else {
      return
    }
    providers.insert(function.name.text)
  }

  /// Values that are handed to a call.
  private mutating func pass(_ node: Node, keyword: String?, _ ancestors: ArraySlice<Node>) {
    guard let index = ancestors.lastIndex(where: { $0.kind == .call }), let call = Call(ancestors[index]),
      let callee = call.function.lastName
    else {
      receivers.insert("?")
      return
    }
    let around = ancestors[..<index]
    let name = callee.text
    switch name {
    case "getattr":
      let key = Array(call.arguments).dropFirst().first
      if key?.kind != .stringLiteral, !ShownValues.isShown(around) { isSpread = true }
    case "hasattr", "setattr", "delattr", "isinstance", "type", "id", "len", "str", "repr": return
    case "vars", "dict", "asdict", "to_dict", "namespace_to_dict", "deepcopy", "copy", "Namespace", "edict", "EasyDict",
      "AttrDict", "DotDict", "create":
      if around.last?.kind == .assign { place(call.node, around) } else { spread(around) }
    case "spawn", "Process", "Thread", "start_processes", "partial", "launch", "submit": carry(call)
    case _ where ShownValues.shows(name): if ShownValues.records(name) { isRecorded = true }
    case _ where isCommand(call.function): for function in commands { receive(function) }
    case _ where signatures[name] != nil:
      let position = Array(call.arguments).firstIndex(of: node)
      for parameters in signatures[name] ?? [] {
        if let keyword {
          names.insert(keyword)
        } else if let position, parameters.indices.contains(position) {
          names.insert(parameters[position])
        } else {
          receivers.insert("?")
        }
      }
    default: receivers.insert(call.function.dottedName ?? "?")
    }
  }

  /// `mp.spawn(worker, args=(args,))`: what calls the function that it is given, with the values among the rest.
  private mutating func carry(_ call: Call) {
    let function = call.keyword("target") ?? call.arguments.first { _ in true }
    receive(function?.dottedName ?? "?")
  }

  /// A function that gets the values at a place that is not plain to see.
  private mutating func receive(_ function: String) {
    guard let known = signatures[function] else {
      receivers.insert(function)
      return
    }
    for parameters in known { names.formUnion(parameters) }
  }

  /// `args.function(args)`, after `parser.set_defaults(function=train)`.
  private func isCommand(_ callee: Node) -> Bool {
    callee.kind == .attribute && callee.firstChild?.lastName.map { names.contains($0.text) } == true
  }

  private var commands: [String] {
    var result: [String] = []
    for call in root.descendants.lazy.compactMap({ Call($0) })
    where call.function.lastName?.textEquals("set_defaults") == true {
      for keyword in call.keywords where keyword.value.isDotted { result.append(keyword.value.dottedName ?? "?") }
    }
    return result.isEmpty ? ["?"] : result
  }

  /// Values as a whole: to print them reads none of them in earnest.
  private mutating func spread(_ ancestors: ArraySlice<Node>) {
    if ShownValues.isShown(ancestors) || ShownValues.isShownInLoop(ancestors) { return }
    isSpread = true
  }
}
