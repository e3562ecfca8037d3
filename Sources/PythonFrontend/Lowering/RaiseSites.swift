import LintModel
import LintSourceText
import PythonSyntax

extension Lowering {
  mutating func addRaise(_ node: Node) {
    guard let exception = RaiseStatement(node)?.exception, !repeatsEarlierTest() else { return }
    let call = Call(exception)
    let type = call?.function ?? exception
    // A lower-case name is a variable, or a function that makes the error.
    guard let name = type.lastName, name.bytes.first.map({ $0 >= 0x41 && $0 <= 0x5A || $0 == 0x5F }) == true else {
      return
    }
    var site = RaiseSite(form: .raise, range: SourceRange(node), message: message(call), owner: owner)
    if case .nothing = site.message {
      // A body that only raises says that there is no such member: `hasattr` and `len` ask that way.
      if isWholeBody(node) || isLogged(node) { site.message = .unreadable }
    }
    site.errorType = LintSourceText.Name(type.dottedName ?? name.text, at: SourceRange(type))
    describe(&site, node)
    site.choices = Alternatives(tree: tree).choices(at: node, parents)
    site.isCaughtHere = isCaughtHere(name.text)
    model.raiseSites.append(site)
  }

  /// True below an `elif` whose test an earlier branch of the chain has already made: nothing gets there.
  private func repeatsEarlierTest() -> Bool {
    for (depth, parent) in parents.enumerated().reversed() {
      if parent.kind == .functionDefinition || parent.kind == .classDefinition { return false }
      guard parent.kind == .elifClause, depth > 0, parents.indices.contains(depth + 1),
        parents[depth + 1].kind == .block, let test = parent.firstChild?.text,
        let chain = IfStatement(parents[depth - 1]), test.hasPrefix("isinstance(") || !test.contains("(")
      else { continue }
      let before = [chain.test] + chain.elifClauses.prefix(Self.comparedTests).prefix { $0.node != parent }.map(\.test)
      if before.contains(where: { $0.text == test }) { return true }
    }
    return false
  }

  /// How many tests of a chain are compared with a later one.
  private static let comparedTests = 50

  mutating func addAssertion(_ node: Node) {
    guard let assertion = AssertStatement(node) else { return }
    var site = RaiseSite(form: .assert, range: SourceRange(node), message: .nothing, owner: owner)
    if let message = assertion.message { site.message = reader.read(message) }
    site.condition = assertion.test.text
    // What is asserted in the end is a matter of the code, whatever was passed.
    if !parents.contains(where: { $0.kind == .finallyClause }) {
      let condition = Condition(parametersOf: function, imports: model.imports)
      site.guardedParameters = condition.guardedParameters(assertion.test, isNegated: true)
    }
    site.required = Requirement.text(of: assertion.test, failsIf: false)
    site.block = parents.last?.start
    site.choices = Alternatives(tree: tree).choices(of: assertion, in: parents.last)
    if site.choices != nil, Comparison(assertion.test)?.comparisons.first(where: { _ in true })?.0 == .equal {
      // Other values were taken before, so this one is not all that is valid.
      site.required = nil
    }
    site.isCaughtHere = isCaughtHere("AssertionError")
    model.raiseSites.append(site)
  }

  mutating func addWarning(_ call: Call, at node: Node) {
    var site = RaiseSite(form: .warning, range: SourceRange(node), message: .nothing, owner: owner)
    if let message = call.keyword("message") ?? call.arguments.first(where: { _ in true }) {
      site.message = reader.read(message)
    }
    describe(&site, node)
    model.raiseSites.append(site)
  }

  /// A text that is printed or logged; kept only for a placeholder that nothing fills.
  ///
  /// Logging formats `%s` itself when it is given values, and some libraries for logging format braces.
  mutating func addOutput(_ call: Call, isPrint: Bool, at node: Node) {
    let arguments = call.argumentList.all
    guard let first = arguments.first, first.kind == .stringLiteral || first.kind == .binaryOperation,
      isPrint || arguments.count == 1, case .text(var text) = reader.read(first)
    else { return }
    // `print("100 %s")` may be about `%s` itself; with values after it, they were meant to be filled in.
    if !isPrint || arguments.count == 1 { text.unfilled.removeAll { $0.text.hasPrefix("%") } }
    dropFilled(&text, by: call)
    guard !text.unfilled.isEmpty else { return }
    model.raiseSites.append(
      RaiseSite(form: .warning, range: SourceRange(node), message: .text(text), owner: owner))
  }

  private var reader: MessageText {
    var reader = MessageText(tree: tree, function: function)
    reader.isInModule = function == nil
    return reader
  }

  /// What the arguments of an error say. Several arguments are shown together, as a tuple.
  private func message(_ call: Call?) -> RaiseSite.Message {
    guard let call, !call.argumentList.all.isEmpty else { return .nothing }
    guard let first = call.keyword("message") ?? call.keyword("msg") ?? call.arguments.first(where: { _ in true }),
      first.kind != .starred
    else { return .unreadable }
    guard case .text(var text) = reader.read(first) else { return .unreadable }
    dropFilled(&text, by: call)
    text.pieces += call.arguments.dropFirst().map { MessageTemplate.Piece(.value($0.text), at: SourceRange($0)) }
    return .text(text)
  }

  /// A call that is given keywords of the same names fills the placeholders itself: `log("{step}", step=step)`.
  private func dropFilled(_ text: inout MessageTemplate, by call: Call) {
    let given = Set(call.keywords.map { $0.name.text })
    guard !given.isEmpty else { return }
    text.unfilled.removeAll { field in
      given.contains(String(field.text.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "_" }))
    }
  }

  /// The condition under which the statement is reached: of the nearest `if`, `elif`, `else`, `case`.
  private func describe(_ site: inout RaiseSite, _ node: Node) {
    let condition = Condition(parametersOf: function, imports: model.imports)
    for (depth, parent) in parents.enumerated().reversed() {
      switch parent.kind {
      case .functionDefinition, .classDefinition, .lambda: return
      case .exceptHandler:
        // What failed is the attempt, whatever the conditions under which it was made.
        enter(parent, &site)
        finishHandlers(&site, above: depth)
        return
      case .ifStatement, .elifClause:
        guard let test = parent.firstChild,
          parents.indices.contains(depth + 1) ? parents[depth + 1].kind == .block : true
        else { continue }
        site.condition = site.condition ?? test.text
        site.required = Requirement.text(of: test, failsIf: true)
        if parent.kind == .ifStatement, parents.indices.contains(depth + 1), depth > 0 {
          site.block = parents[depth - 1].start
        }
        if site.guardedParameters.isEmpty {
          site.guardedParameters = condition.guardedParameters(test, isNegated: false)
        }
        finishHandlers(&site, above: depth)
        return
      case .elseClause:
        guard depth > 0, let chain = IfStatement(parents[depth - 1]) else { continue }
        // No test of the chain held: `mode == "same"` failed, so the value of `mode` is not known.
        let tests = [chain.test] + chain.elifClauses.map(\.test)
        site.condition = tests.prefix(Self.shownTests).map { "not (\($0.text))" }.joined(separator: " and ")
        let failed = tests.map { condition.guardedParameters($0, isNegated: true) }
        site.guardedParameters = failed.flatMap { parameters in
          parameters.map { tested in
            // Where another test of the chain looks at something else, that may be what is wrong.
            var tested = tested
            if !tests.allSatisfy({ Self.mentions(tested.name, $0) }) { tested.part = .narrows }
            return tested
          }
        }
        finishHandlers(&site, above: depth)
        return
      case .matchStatement:
        guard let subject = parent.firstChild else { continue }
        site.condition = "match \(subject.text)"
        site.guardedParameters = condition.operand(subject, .comparison)
        return
      default: continue
      }
    }
  }

  private static func mentions(_ name: String, _ test: Node) -> Bool {
    test.subtree.contains { $0.kind == .name && $0.text == name }
  }

  /// How many tests of a chain make up a condition.
  private static let shownTests = 8

  private func finishHandlers(_ site: inout RaiseSite, above depth: Int) {
    for parent in parents[..<depth].reversed() {
      if parent.kind == .functionDefinition || parent.kind == .classDefinition { return }
      if parent.kind == .exceptHandler { enter(parent, &site) }
    }
  }

  private func enter(_ handler: Node, _ site: inout RaiseSite) {
    site.isInHandler = true
    guard site.handled.isEmpty, let type = ExceptHandler(handler)?.type else { return }
    site.handled = (type.kind == .tuple ? Array(type.children) : [type]).compactMap(\.dottedName)
  }

  /// True if a function does nothing but raise.
  private func isWholeBody(_ node: Node) -> Bool {
    guard let block = parents.last, block.kind == .block, parents.dropLast().last?.kind == .functionDefinition else {
      return false
    }
    return block.children.allSatisfy { $0 == node || $0.firstChild?.kind == .stringLiteral }
  }

  /// True if the statement before hands the message to a log or prints it.
  private func isLogged(_ node: Node) -> Bool {
    guard let previous = parents.last?.children.prefix(while: { $0 != node }).last(where: { _ in true }),
      previous.kind == .expressionStatement, let call = previous.firstChild.flatMap(Call.init),
      let name = call.function.lastName?.text
    else { return false }
    return ["print", "error", "exception", "critical", "fatal", "warning", "warn"].contains(name)
  }

  /// True if a handler of an enclosing `try` of the same function takes the error.
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
