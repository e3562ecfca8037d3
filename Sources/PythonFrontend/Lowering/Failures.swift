import LintModel
import LintSourceText
import PythonSyntax

extension Lowering {
  mutating func addRaise(_ node: Node) {
    guard let exception = RaiseStatement(node)?.exception else { return }
    let call = Call(exception)
    let type = call?.function ?? exception
    // A lower-case name is a variable, or a function that makes the error.
    guard let name = type.lastName, name.bytes.first.map({ $0 >= 0x41 && $0 <= 0x5A || $0 == 0x5F }) == true else {
      return
    }
    var failure = Failure(form: .raise, range: SourceRange(node), said: said(call), owner: owner)
    if case .nothing = failure.said {
      // A body that only raises says that there is no such member: `hasattr` and `len` ask that way.
      if isWholeBody(node) || isLogged(node) { failure.said = .unreadable }
    }
    failure.errorType = LintSourceText.Name(type.dottedName ?? name.text, at: SourceRange(type))
    describe(&failure, node)
    failure.choices = Alternatives(tree: tree).choices(at: node, parents)
    failure.isCaughtHere = isCaughtHere(name.text)
    model.failures.append(failure)
  }

  mutating func addAssertion(_ node: Node) {
    guard let assertion = AssertStatement(node) else { return }
    var failure = Failure(form: .assert, range: SourceRange(node), said: .nothing, owner: owner)
    if let message = assertion.message { failure.said = reader.read(message) }
    failure.condition = assertion.test.text
    failure.tested = Condition(parametersOf: function).tested(assertion.test, isNegated: true)
    failure.required = Requirement.text(of: assertion.test, failsIf: false)
    failure.block = parents.last?.start
    failure.choices = Alternatives(tree: tree).choices(of: assertion)
    failure.isCaughtHere = isCaughtHere("AssertionError")
    model.failures.append(failure)
  }

  mutating func addWarning(_ call: Call, at node: Node) {
    var failure = Failure(form: .warning, range: SourceRange(node), said: .nothing, owner: owner)
    if let message = call.keyword("message") ?? call.arguments.first(where: { _ in true }) {
      failure.said = reader.read(message)
    }
    describe(&failure, node)
    model.failures.append(failure)
  }

  private var reader: MessageText { MessageText(tree: tree, function: function) }

  /// What the arguments of an error say. Several arguments are shown together, as a tuple.
  private func said(_ call: Call?) -> Failure.Said {
    guard let call, !call.argumentList.all.isEmpty else { return .nothing }
    guard let first = call.keyword("message") ?? call.keyword("msg") ?? call.arguments.first(where: { _ in true }),
      first.kind != .starred
    else { return .unreadable }
    guard case .text(var text) = reader.read(first) else { return .unreadable }
    text.pieces += call.arguments.dropFirst().map { Text.Piece(.value($0.text), at: SourceRange($0)) }
    return .text(text)
  }

  /// The condition under which the statement is reached: of the nearest `if`, `elif`, `else`, `case`.
  private func describe(_ failure: inout Failure, _ node: Node) {
    let condition = Condition(parametersOf: function)
    for (depth, parent) in parents.enumerated().reversed() {
      switch parent.kind {
      case .functionDefinition, .classDefinition, .lambda: return
      case .exceptHandler: enter(parent, &failure)
      case .ifStatement, .elifClause:
        guard let test = parent.firstChild,
          parents.indices.contains(depth + 1) ? parents[depth + 1].kind == .block : true
        else { continue }
        failure.condition = failure.condition ?? test.text
        failure.required = Requirement.text(of: test, failsIf: true)
        if parent.kind == .ifStatement, parents.indices.contains(depth + 1), depth > 0 {
          failure.block = parents[depth - 1].start
        }
        if failure.tested.isEmpty { failure.tested = condition.tested(test, isNegated: false) }
        finishHandlers(&failure, above: depth)
        return
      case .elseClause:
        guard depth > 0, let chain = IfStatement(parents[depth - 1]) else { continue }
        // No test of the chain held: `mode == "same"` failed, so the value of `mode` is not known.
        let tests = [chain.test] + chain.elifClauses.map(\.test)
        failure.condition = "not (\(chain.test.text))"
        failure.tested = tests.flatMap { condition.tested($0, isNegated: true) }
        finishHandlers(&failure, above: depth)
        return
      case .matchStatement:
        guard let subject = parent.firstChild else { continue }
        failure.condition = "match \(subject.text)"
        failure.tested = condition.operand(subject, .comparison)
        return
      default: continue
      }
    }
  }

  private func finishHandlers(_ failure: inout Failure, above depth: Int) {
    for parent in parents[..<depth].reversed() {
      if parent.kind == .functionDefinition || parent.kind == .classDefinition { return }
      if parent.kind == .exceptHandler { enter(parent, &failure) }
    }
  }

  private func enter(_ handler: Node, _ failure: inout Failure) {
    failure.isInHandler = true
    guard failure.handled.isEmpty, let type = ExceptHandler(handler)?.type else { return }
    failure.handled = (type.kind == .tuple ? Array(type.children) : [type]).compactMap(\.dottedName)
  }

  /// True where a function does nothing but raise.
  private func isWholeBody(_ node: Node) -> Bool {
    guard let block = parents.last, block.kind == .block, parents.dropLast().last?.kind == .functionDefinition else {
      return false
    }
    return block.children.allSatisfy { $0 == node || $0.firstChild?.kind == .stringLiteral }
  }

  /// True where the statement before hands the message to a log or prints it.
  private func isLogged(_ node: Node) -> Bool {
    guard let previous = parents.last?.children.prefix(while: { $0 != node }).last(where: { _ in true }),
      previous.kind == .expressionStatement, let call = previous.firstChild.flatMap(Call.init),
      let name = call.function.lastName?.text
    else { return false }
    return ["print", "error", "exception", "critical", "fatal", "warning", "warn"].contains(name)
  }

  /// True where a handler of an enclosing `try` of the same function takes the error.
  private func isCaughtHere(_ type: String) -> Bool {
    let takers = Set([type, "Exception", "BaseException"] + StandardError.parents(of: type))
    for (depth, parent) in parents.enumerated().reversed() {
      if parent.kind == .functionDefinition || parent.kind == .classDefinition { return false }
      guard let statement = TryStatement(parent), parents.indices.contains(depth + 1),
        parents[depth + 1] == statement.body.node
      else { continue }
      for handler in statement.handlers {
        guard let caught = handler.type else { return true }
        if caught.subtree.contains(where: { takers.contains($0.text) }) { return true }
      }
    }
    return false
  }
}
