import LintModel
import LintSourceText
import PythonSyntax

extension Lowering {
  /// `except ...: pass`
  mutating func addHandler(_ node: Node) {
    guard let handler = ExceptHandler(node), let statement = parents.last.flatMap(TryStatement.init) else { return }
    let body = handler.body.node
    guard body.kind == .block, body.children.allSatisfy(Self.doesNothing) else { return }
    let types = handler.type.map { $0.kind == .tuple ? Array($0.children) : [$0] } ?? []
    let end = (handler.name ?? handler.type)?.end ?? node.start + 6
    let closing = types.count > 1 && handler.name == nil ? UInt32(1) : 0
    model.silentHandlers.append(
      SilentHandler(
        range: SourceRange(start: node.start, end: end + closing), caught: types.map { $0.dottedName ?? $0.text },
        attempt: attempt(statement), isExplained: isExplained(node, of: statement), owner: owner))
  }

  /// `with suppress(Exception):`
  mutating func addSuppression(_ node: Node) {
    guard let statement = WithStatement(node) else { return }
    for item in statement.items {
      guard let call = Call(item.context), call.function.lastName?.textEquals("suppress") == true else { continue }
      model.silentHandlers.append(
        SilentHandler(
          range: SourceRange(item.context), caught: call.arguments.map { $0.dottedName ?? $0.text },
          attempt: attempt(statement.body.node), isExplained: isExplained(from: node.start, to: node.end),
          owner: owner))
    }
  }

  private static func doesNothing(_ statement: Node) -> Bool {
    switch statement.kind {
    case .passStatement, .continueStatement: true
    case .expressionStatement:
      statement.firstChild?.kind == .ellipsisLiteral || statement.firstChild?.kind == .stringLiteral
    default: false
    }
  }

  private func attempt(_ statement: TryStatement) -> SilentHandler.Attempt {
    // What follows the attempt is in `else`; or a first error is known, and this was one more try.
    if statement.elseBody != nil || parents.contains(where: { $0.kind == .exceptHandler }) { return .probes }
    return attempt(statement.body.node)
  }

  private func attempt(_ body: Node) -> SilentHandler.Attempt {
    if body.descendants.contains(where: Self.imports) { return .imports }
    if let owner, SilentHandler.isCleanup(model.declarations[owner].name.text) { return .cleansUp }
    let statements = Array(body.children)
    if statements.allSatisfy(Self.cleansUp) { return .cleansUp }
    if statements.allSatisfy(Self.cannotHideMuch) { return .probes }
    if isMissNoticed(after: statements.last) { return .probes }
    if statements.count == 1, statements[0].descendants.contains(where: Self.isForeignPrivate) { return .probes }
    switch statements.last?.kind {
    case .returnStatement, .breakStatement, .continueStatement: return .alternative
    default: return .other
    }
  }

  /// A definition, or a name that is unpacked: no call fails in it.
  private static func cannotHideMuch(_ statement: Node) -> Bool {
    switch statement.kind {
    case .functionDefinition, .classDefinition: true
    case .assign: Assign(statement).map { $0.value.kind == .name && statement.firstChild?.kind == .tuple } ?? false
    default: false
    }
  }

  /// One way of several in a loop; where all of them fail, an error after the loop says so.
  private func isMissNoticed(after last: Node?) -> Bool {
    guard last?.kind == .breakStatement || last?.kind == .returnStatement,
      let depth = parents.lastIndex(where: { $0.kind == .forStatement }), depth > 0
    else { return false }
    let loop = parents[depth]
    return parents[depth - 1].children.contains { statement in
      guard statement.start > loop.start else { return false }
      return statement.kind == .raiseStatement || IfStatement(statement)?.body.node.lastChild?.kind == .raiseStatement
    }
  }

  private static func imports(_ node: Node) -> Bool {
    switch node.kind {
    case .importStatement, .importFrom: true
    case .name, .identifier: node.textEquals("__import__") || node.textEquals("import_module")
    default: false
    }
  }

  /// `torch._C`
  private static func isForeignPrivate(_ node: Node) -> Bool {
    guard let attribute = Attribute(node), attribute.attribute.bytes.first == UInt8(ascii: "_") else { return false }
    return attribute.value.kind == .name && !attribute.value.textEquals("self") && !attribute.value.textEquals("cls")
  }

  private static func cleansUp(_ statement: Node) -> Bool {
    if statement.kind == .deleteStatement || statement.kind == .passStatement { return true }
    if let branch = IfStatement(statement), branch.elseBody == nil {
      return branch.body.node.children.allSatisfy(cleansUp)
    }
    guard statement.kind == .expressionStatement, let call = statement.firstChild.flatMap(Call.init),
      let name = call.function.lastName
    else { return false }
    return SilentHandler.isCleanup(name.text)
  }

  /// A comment in the handler, beside it, or on the line above its `try`.
  private func isExplained(_ handler: Node, of statement: TryStatement) -> Bool {
    isExplained(from: handler.start, to: handler.end)
      || isExplained(from: statement.node.start, to: statement.node.start)
  }

  private func isExplained(from start: UInt32, to end: UInt32) -> Bool {
    let bytes = tree.source
    var last = Int(end)
    while last < bytes.count, bytes[last] != UInt8(ascii: "\n") { last += 1 }
    var first = Int(start)
    var lineEnds = 0
    while first > 0, lineEnds < 2 {
      first -= 1
      if bytes[first] == UInt8(ascii: "\n") { lineEnds += 1 }
    }
    return tree.comments.contains { comment in
      guard Int(comment.lowerBound) >= first, Int(comment.lowerBound) <= last else { return false }
      // On the line before, a comment after code refers to that code.
      return comment.lowerBound >= start || standsAlone(comment.lowerBound)
    }
  }

  private func standsAlone(_ comment: UInt32) -> Bool {
    let line = tree.source[..<Int(comment)].reversed().prefix { $0 != UInt8(ascii: "\n") }
    return line.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }
}
