import LintModel
import LintSourceText
import PythonSyntax

/// Finds the values that the code around a raise site accepts instead of the rejected one.
struct Alternatives {
  private let acceptance: Acceptance

  /// Longer lists do not help in a message, and a chain would be read again for each of its errors.
  private static let longestChain = 200

  init(tree: Tree) { acceptance = Acceptance(tree: tree) }

  /// The choices at a statement, by its ancestors, outermost first; nil if the code does not enumerate them.
  func choices(at node: Node, _ parents: [Node]) -> RaiseSite.Choices? {
    for (depth, parent) in parents.enumerated().reversed() {
      let child = parents.indices.contains(depth + 1) ? parents[depth + 1] : node
      switch parent.kind {
      case .functionDefinition, .classDefinition, .lambda: return nil
      case .block:
        if child == node, let found = afterReturns(node, in: parent) { return found }
      case .ifStatement:
        guard child.kind == .block, let test = parent.firstChild else { continue }
        if isCheckedBefore(node, in: child) { return nil }
        return listed(acceptance.refused(by: test)) ?? missed(test, before: parents[..<depth], parent)
      case .elifClause:
        guard child.kind == .block, depth > 0, let chain = IfStatement(parents[depth - 1]) else { continue }
        // `elif x != "b"` after `if x == "a"` takes both.
        let before = [chain.test] + chain.elifClauses.prefix(Self.longestChain).prefix { $0.node != parent }.map(\.test)
        guard before.count <= Self.longestChain else { return nil }
        let refused = parent.firstChild.flatMap(acceptance.refused)
        return listed(acceptance.united(before.map(acceptance.accepted) + [refused])) ?? listed(refused)
      case .elseClause:
        guard depth > 0, let chain = IfStatement(parents[depth - 1]) else { continue }
        let tests = [chain.test] + chain.elifClauses.prefix(Self.longestChain).map(\.test)
        guard tests.count <= Self.longestChain else { return nil }
        return listed(acceptance.united(tests.map(acceptance.accepted)))
      case .exceptHandler: return depth > 0 ? lookedUp(ExceptHandler(parent), of: parents[depth - 1]) : nil
      case .matchStatement: return MatchStatement(parent).flatMap(matched)
      default: continue
      }
    }
    return nil
  }

  /// What an assertion asks for, and what the statements before it take.
  func choices(of assertion: AssertStatement, in block: Node?) -> RaiseSite.Choices? {
    let asked = acceptance.accepted(by: assertion.test)
    guard let asked, let block, let before = returned(before: assertion.node, in: block, of: asked.subject)
    else { return listed(asked) }
    return listed(acceptance.united(before + [asked]) ?? asked)
  }

  /// One value is an expectation, no list to choose from.
  private func listed(_ choices: RaiseSite.Choices?) -> RaiseSite.Choices? {
    choices.flatMap { $0.values.count == 1 && $0.holder == nil && $0.kind != .types ? nil : $0 }
  }

  /// `if x == "a": return 1`, the same for "b", and then the failure.
  private func afterReturns(_ node: Node, in block: Node) -> RaiseSite.Choices? {
    listed(returned(before: node, in: block).flatMap(acceptance.united))
  }

  /// What the branches right before a statement take; nil if another may take more.
  ///
  /// - Parameter subject: What is asked for; else it is what the last branch tests.
  private func returned(before node: Node, in block: Node, of subject: String? = nil) -> [RaiseSite.Choices?]? {
    var found: [RaiseSite.Choices?] = []
    var earlier: [RaiseSite.Choices] = []
    var others: [String] = []
    for statement in Array(block.children.prefix { $0 != node }).suffix(Self.longestBlock) {
      guard let branch = IfStatement(statement) else {
        earlier += found.compactMap { $0 }
        found = []
        continue
      }
      let tests = ([branch.test] + branch.elifClauses.map(\.test)).map(acceptance.accepted)
      let bodies = [branch.body] + branch.elifClauses.map(\.body)
      guard branch.elseBody == nil, bodies.allSatisfy({ Self.leaves($0.node) }) else {
        // What continues after a test of the same value is one more that is taken, and not by this list.
        others += tests.compactMap { $0?.subject }
        found = []
        continue
      }
      // What ends in an error is not taken.
      found += zip(tests, bodies).filter { $0.1.node.lastChild?.kind != .raiseStatement }.map(\.0)
    }
    if let subject {
      return others.contains(subject) ? nil : (earlier + found.compactMap { $0 }).filter { $0.subject == subject }
    }
    guard let choices = acceptance.united(found), !others.contains(choices.subject) else { return nil }
    return earlier.filter { $0.subject == choices.subject && $0.kind == choices.kind } + found
  }

  /// `check_version(name)` in the same branch tells what is valid, and this failure is what remains.
  private func isCheckedBefore(_ node: Node, in block: Node) -> Bool {
    Array(block.children.prefix { $0 != node }).contains { (statement: Node) in
      guard statement.kind == .expressionStatement, let call = statement.firstChild.flatMap(Call.init),
        let name = call.function.lastName?.text
      else { return false }
      return LintSourceText.Name.words(of: name).contains {
        ["check", "validate", "suggest", "ensure", "raise"].contains($0)
      }
    }
  }

  /// Statements before a failure that are read; what is further up says nothing about it.
  private static let longestBlock = 100

  private static func leaves(_ block: Node) -> Bool {
    switch block.lastChild?.kind {
    case .returnStatement, .raiseStatement, .continueStatement: true
    default: false
    }
  }

  /// `found = TABLE.get(key)`, then `if found is None:`.
  private func missed(_ test: Node, before parents: ArraySlice<Node>, _ branch: Node) -> RaiseSite.Choices? {
    guard let comparison = Comparison(test), let (sign, _, right) = comparison.comparisons.first(where: { _ in true }),
      sign == .is, right.kind == .noneLiteral, comparison.left.kind == .name,
      let previous = parents.last?.children.prefix(while: { $0 != branch }).last(where: { _ in true }),
      let assignment = Assign(previous), previous.firstChild?.textEquals(comparison.left) == true,
      let call = Call(assignment.value), let method = Attribute(call.function), method.attribute.textEquals("get"),
      let key = call.arguments.first(where: { _ in true }), [.name, .attribute].contains(key.kind)
    else { return nil }
    return keys(of: method.value, key)
  }

  /// `TABLE[key]` that a `KeyError` comes from.
  private func lookedUp(_ handler: ExceptHandler?, of statement: Node) -> RaiseSite.Choices? {
    guard let attempt = TryStatement(statement), handler?.type?.textEquals("KeyError") == true else { return nil }
    let lookups = attempt.body.node.descendants.filter { $0.kind == .subscript && !$0.isStored }
    guard lookups.count == 1, let lookup = Subscript(lookups[0]), [.name, .attribute].contains(lookup.index.kind)
    else { return nil }
    return keys(of: lookup.value, lookup.index)
  }

  private func keys(of table: Node, _ key: Node) -> RaiseSite.Choices? {
    var result = acceptance.members(of: table, subject: key.text)
    result?.kind = .keys
    return result
  }

  private func matched(_ statement: MatchStatement) -> RaiseSite.Choices? {
    var values: [String] = []
    for item in statement.cases {
      switch item.pattern.kind {
      case .valuePattern: values.append(item.pattern.text)
      case .orPattern: values += item.pattern.children.map(\.text)
      case .wildcardPattern, .capturePattern: continue
      default: return nil
      }
    }
    return listed(RaiseSite.Choices(kind: .values, subject: statement.subject.text, values: values))
  }
}
