import LintModel
import LintSourceText
import PythonSyntax

extension Lowering {
  /// Notes what a statement binds, decides or gives back.
  mutating func addStep(_ node: Node) {
    switch node.kind {
    case .assign:
      guard let assignment = Assign(node), let first = node.firstChild else { return }
      var targets = SourceRange(first)
      for target in assignment.targets { targets.end = target.end }
      addStep(.assignment, node, targets: targets, value: assignment.value)
    case .annotatedAssign:
      guard let assignment = AnnotatedAssign(node), let value = assignment.value else { return }
      addStep(.assignment, node, targets: SourceRange(assignment.target), value: value)
    case .augmentedAssign:
      guard let assignment = AugmentedAssign(node) else { return }
      addStep(.augmentation, node, targets: SourceRange(assignment.target), value: assignment.value)
    case .namedExpression:
      guard let expression = NamedExpression(node) else { return }
      addStep(.assignment, node, targets: SourceRange(expression.target), value: expression.value)
    case .returnStatement, .yieldExpression: addStep(.result, node, targets: .fileStart, value: node.firstChild)
    default: return
    }
  }

  /// Notes a use of a variable.
  mutating func addName(_ node: Node, _ hash: UInt64) {
    model.flow.names.append(Flow.NameUse(hash: hash, range: SourceRange(node), isStored: node.isStored))
  }

  /// Notes a statement that has a body, or a part of one.
  mutating func addBlockStep(_ node: Node) {
    switch node.kind {
    case .forStatement:
      guard let loop = ForStatement(node) else { return }
      addStep(.loop, node, targets: SourceRange(loop.target), value: loop.iterable)
    case .whileStatement: addStep(.loop, node, targets: .fileStart, value: node.firstChild)
    case .comprehensionClause:
      guard let clause = ComprehensionClause(node) else { return }
      addStep(.loop, node, targets: SourceRange(clause.target), value: clause.iterable)
    case .ifStatement:
      guard let statement = IfStatement(node) else { return }
      addStep(.condition, node, targets: .fileStart, value: statement.test, end: statement.body.node.end)
    case .elifClause: addStep(.condition, node, targets: .fileStart, value: node.firstChild)
    case .elseClause:
      guard let statement = parents.last.flatMap(IfStatement.init) else { return }
      addStep(.alternative, node, targets: .fileStart, value: statement.test)
    case .withItem:
      guard let item = WithItem(node), let statement = parents.last else { return }
      addStep(
        .context, node, targets: item.target.map { SourceRange($0) } ?? .fileStart, value: item.context,
        end: statement.end)
    default: return
    }
  }

  private mutating func addStep(
    _ kind: Flow.Step.Kind, _ node: Node, targets: SourceRange, value: Node?, end: UInt32? = nil
  ) {
    model.flow.steps.append(
      Flow.Step(
        kind: kind, range: SourceRange(start: node.start, end: end ?? node.end), targets: targets,
        value: value.map { SourceRange($0) } ?? .fileStart, owner: owner ?? 0))
  }
}
