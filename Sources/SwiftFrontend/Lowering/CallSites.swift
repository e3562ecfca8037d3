import LintModel
import SwiftSyntax

extension Lowering {
  /// What a call passes, and what becomes of its result.
  func noteCall(_ node: FunctionCallExprSyntax) {
    guard let callee = lastName(of: node.calledExpression) else { return }
    let (count, booleans) = noteInvocation(
      node, of: callee, as: node.calledExpression, isDotted: dottedName(node.calledExpression) != nil,
      passing: node.arguments, closures: closures(node.trailingClosure, node.additionalTrailingClosures))
    if count > 0 { model.calls.insert(count: count, hash: IdentifierSet.hash(callee.text.utf8), isOpen: false) }
    let unpacked = unpacking(of: node)
    guard count >= CallSite.longCall || !booleans.isEmpty || unpacked != nil else { return }
    let arguments =
      count >= CallSite.longCall
      ? node.arguments.filter { $0.label == nil }.map { lastName(of: $0.expression)?.text ?? "" } : []
    let site = CallSite(
      callee: name(callee), receiver: receiver(of: node), count: count, arguments: arguments, booleans: booleans,
      unpacked: unpacked)
    if site.isWorthShowing { model.calls.sites.append(site) }
  }

  /// `#expect(throws: ShapeError.self) { ... }`
  func noteCall(_ node: MacroExpansionExprSyntax) {
    _ = noteInvocation(
      node, of: node.macroName, as: node.macroName, isDotted: true, passing: node.arguments,
      closures: closures(node.trailingClosure, node.additionalTrailingClosures))
  }

  private func closures(
    _ first: ClosureExprSyntax?, _ others: MultipleTrailingClosureElementListSyntax
  ) -> [ClosureExprSyntax] {
    (first.map { [$0] } ?? []) + others.map(\.closure)
  }

  /// Notes a call, and counts what it passes by place.
  private func noteInvocation(
    _ node: some SyntaxProtocol, of name: TokenSyntax, as callee: some SyntaxProtocol, isDotted: Bool,
    passing arguments: LabeledExprListSyntax, closures: [ClosureExprSyntax]
  ) -> (count: Int, booleans: [Int]) {
    var count = 0
    var booleans: [Int] = []
    let firstArgument = model.arguments.count
    for argument in arguments {
      model.arguments.append(
        Invocation.Argument(
          value: range(of: argument.expression), keyword: argument.label.map { range(of: $0) },
          kind: Invocation.Argument.Kind(argument.expression)))
      if let label = argument.label {
        model.calls.keywords.insert(label.text)
      } else {
        if argument.expression.is(BooleanLiteralExprSyntax.self) { booleans.append(count) }
        count += 1
      }
    }
    for closure in closures {
      model.arguments.append(Invocation.Argument(value: range(of: closure), keyword: nil, kind: .lambda))
    }
    model.invocations.append(
      Invocation(
        range: range(of: node), callee: range(of: callee), nameHash: IdentifierSet.hash(name.text.utf8),
        owner: frames.last?.declaration, arguments: firstArgument..<model.arguments.count, isDotted: isDotted,
        hasUnpacking: false))
    return (count, booleans)
  }

  private func lastName(of expression: ExprSyntax) -> TokenSyntax? {
    if let reference = expression.as(DeclReferenceExprSyntax.self) { return reference.baseName }
    return expression.as(MemberAccessExprSyntax.self)?.declName.baseName
  }

  private func receiver(of node: FunctionCallExprSyntax) -> CallSite.Receiver {
    guard let member = node.calledExpression.as(MemberAccessExprSyntax.self) else { return .none }
    guard let base = member.base?.as(DeclReferenceExprSyntax.self) else { return .other }
    return base.baseName.tokenKind == .keyword(.self) || base.baseName.tokenKind == .keyword(.Self) ? .own : .other
  }

  /// `let (a, b, _, _) = call()`
  private func unpacking(of node: FunctionCallExprSyntax) -> CallSite.Unpacking? {
    var value = Syntax(node)
    while let parent = value.parent, parent.is(TryExprSyntax.self) || parent.is(AwaitExprSyntax.self) { value = parent }
    guard let binding = value.parent?.parent?.as(PatternBindingSyntax.self),
      let tuple = binding.pattern.as(TuplePatternSyntax.self)
    else { return nil }
    let discarded = tuple.elements.filter { $0.pattern.is(WildcardPatternSyntax.self) }.count
    return CallSite.Unpacking(count: tuple.elements.count, discarded: discarded)
  }

  /// A name that is not a callee is passed on.
  func noteValue(_ node: DeclReferenceExprSyntax) {
    guard case .identifier(let text) = node.baseName.tokenKind, let parent = node.parent else { return }
    var expression = Syntax(node)
    if let member = parent.as(MemberAccessExprSyntax.self), member.declName.id == node.id {
      expression = Syntax(member)
    }
    if let call = expression.parent?.as(FunctionCallExprSyntax.self), call.calledExpression.id == expression.id {
      return
    }
    model.calls.values.insert(text)
  }

  /// `if let mask`, `guard let mask`: reads what it names.
  func noteShorthand(_ node: OptionalBindingConditionSyntax) {
    guard node.initializer == nil, let name = node.pattern.as(IdentifierPatternSyntax.self)?.identifier else { return }
    noteRead(name)
  }

  func noteRead(_ token: TokenSyntax) {
    var text = name(token).text
    // `_value` and `$value` are the wrapper and the projection of a wrapped parameter.
    if let first = text.first, first == "_" || first == "$", !frames.contains(where: { $0.parameters[text] != nil }) {
      text.removeFirst()
    }
    for depth in frames.indices {
      if let index = frames[depth].parameters[text], index < frames[depth].uses.count {
        frames[depth].uses[index].isRead = true
      }
    }
  }

  /// Where the walk gives up, anything may be read.
  func noteUnreadableBody() {
    for depth in frames.indices {
      for index in frames[depth].uses.indices { frames[depth].uses[index].isRead = true }
    }
  }

  /// The values of `return (a, b, c, d)`, unless they are labeled.
  func noteReturn(_ node: ReturnStmtSyntax) {
    guard let frame = frames.last, let tuple = node.expression?.as(TupleExprSyntax.self),
      tuple.elements.count >= CallSite.longResult,
      tuple.elements.count > model.declarations[frame.declaration].returnedTuple.count
    else { return }
    model.declarations[frame.declaration].returnedTuple = tuple.elements.map { source(of: $0.expression) }
  }
}
