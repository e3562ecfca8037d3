import LintModel
import SwiftSyntax

extension Lowering {
  /// What callers chose that a condition looks at, each once for each way: parameters of the enclosing function, the
  /// value that a setter receives, and where a type checks itself, its stored properties.
  ///
  /// - Parameter failsIf: What the condition comes to where the failure is met: false for `guard` and `precondition`.
  func guardedParameters(in condition: Syntax, failsIf: Bool) -> [RaiseSite.GuardedParameter] {
    guard let owner else { return [] }
    let parameters = model.declarations[owner].parameters
    var names = Set(parameters.map(\.name.text))
    let properties = ownProperties(around: condition)
    if let properties { names.formUnion(properties.received) }
    let own = (properties?.stored ?? []).subtracting(names)
    guard !names.isEmpty || !own.isEmpty else { return [] }
    let naturals = parameters.filter { $0.annotation?.hasPrefix("UInt") == true }.map(\.name.text)
    let finder = TestFinder(names: names, own: own, naturals: Set(naturals), failsIf: failsIf)
    finder.walk(condition)
    var result: [RaiseSite.GuardedParameter] = []
    for found in finder.found {
      let guardedParameters = RaiseSite.GuardedParameter(
        name: found.name, test: found.test, source: source(of: found.expression))
      if !result.contains(where: { $0.name == guardedParameters.name && $0.test == guardedParameters.test }) {
        result.append(guardedParameters)
      }
    }
    return result
  }

  /// The stored properties that the code around a condition checks, and the names of the value that a setter receives;
  /// nil in methods, whose state no caller chose.
  private func ownProperties(around condition: Syntax) -> (stored: Set<String>, received: [String])? {
    var node = condition.parent
    while let current = node {
      switch current.kind {
      case .functionDecl:
        let name = current.as(FunctionDeclSyntax.self)?.name.text ?? ""
        return Self.checks.contains { name.hasPrefix($0) } ? (storedProperties(around: current), []) : nil
      case .initializerDecl: return (storedProperties(around: current), [])
      case .accessorDecl:
        guard let accessor = current.as(AccessorDeclSyntax.self) else { return nil }
        switch accessor.accessorSpecifier.tokenKind {
        case .keyword(.set), .keyword(.willSet):
          return (storedProperties(around: current), [accessor.parameters?.name.text ?? "newValue"])
        case .keyword(.didSet): return (storedProperties(around: current), [])
        default: return nil
        }
      case .memberBlock, .sourceFile, .subscriptDecl: return nil
      default: node = current.parent
      }
    }
    return nil
  }

  private func storedProperties(around node: Syntax) -> Set<String> {
    let type = owners.last { place in place.map { model.declarations[$0].kind == .type } ?? false } ?? nil
    let stored = type.flatMap { storedProperties[model.declarations[$0].name.text] } ?? []
    return stored.subtracting(frames.last?.locals ?? [])
  }

  private static let checks = ["validate", "check", "verify"]
}

/// Finds the tests of parameters in a condition.
private final class TestFinder: SyntaxVisitor {
  let names: Set<String>
  /// Properties, of which only orders and memberships are checks of a value; other tests are about a state.
  let own: Set<String>
  /// Names that cannot be negative.
  let naturals: Set<String>
  let failsIf: Bool
  var found: [(name: String, test: RaiseSite.Test, expression: Syntax)] = []

  init(names: Set<String>, own: Set<String>, naturals: Set<String>, failsIf: Bool) {
    self.names = names
    self.own = own
    self.naturals = naturals
    self.failsIf = failsIf
    super.init(viewMode: .sourceAccurate)
  }

  override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
    guard case .identifier(let text) = node.baseName.tokenKind else { return .skipChildren }
    var reference = Syntax(node)
    if let member = node.parent?.as(MemberAccessExprSyntax.self), member.declName.id == node.id {
      guard own.contains(text), member.base?.as(DeclReferenceExprSyntax.self)?.baseName.text == "self" else {
        return .skipChildren
      }
      reference = Syntax(member)
    } else if !names.contains(text) && !own.contains(text) {
      return .skipChildren
    }
    let (expression, asks) = chain(from: reference)
    // `range.contains(value)`: the value is what is checked.
    if asks == .membership, let value = expression.as(FunctionCallExprSyntax.self)?.arguments.first?.expression,
      let name = value.as(DeclReferenceExprSyntax.self)?.baseName.text, names.contains(name), name != text
    {
      return .skipChildren
    }
    let test = test(of: expression, asking: asks)
    if !names.contains(text) {
      guard test == .membership || test == .known || test == .comparison && isOrdered(expression) else {
        return .skipChildren
      }
    }
    found.append((text, test, shown(expression)))
    return .skipChildren
  }

  /// `guard let value else`.
  override func visit(_ node: OptionalBindingConditionSyntax) -> SyntaxVisitorContinueKind {
    if node.initializer == nil, let pattern = node.pattern.as(IdentifierPatternSyntax.self),
      names.contains(pattern.identifier.text)
    {
      found.append((pattern.identifier.text, .none, Syntax(pattern)))
    }
    return .visitChildren
  }

  /// Whether an expression is compared by order, or with a number.
  private func isOrdered(_ expression: Syntax) -> Bool {
    guard let list = expression.parent?.as(ExprListSyntax.self) else { return true }
    let elements = Array(list)
    guard let index = elements.firstIndex(where: { $0.id == expression.id }) else { return false }
    for (sign, other) in [(index - 1, index - 2), (index + 1, index + 2)] {
      guard elements.indices.contains(sign), elements.indices.contains(other),
        let sign = elements[sign].as(BinaryOperatorExprSyntax.self)?.operator.text
      else { continue }
      if ["<", ">", "<=", ">=", "%", "~="].contains(sign) { return true }
      return elements[other].is(IntegerLiteralExprSyntax.self) || elements[other].is(FloatLiteralExprSyntax.self)
    }
    return false
  }

  /// Out of `shape.allSatisfy { $0 > 0 }` what is tested: `shape`.
  private func shown(_ expression: Syntax) -> Syntax {
    var node = expression
    while let call = node.as(FunctionCallExprSyntax.self),
      let member = call.calledExpression.as(
        MemberAccessExprSyntax.self), let base = member.base, Self.questions.contains(member.declName.baseName.text)
    {
      node = Syntax(base)
    }
    return node
  }

  /// Methods that test what they are called on.
  private static let questions: Set<String> = ["allSatisfy", "contains", "isMultiple", "hasPrefix", "hasSuffix"]

  override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }

  /// Out of a name to the whole of `x.shape[0]`, and what its members ask for by themselves.
  private func chain(from reference: Syntax) -> (expression: Syntax, asks: RaiseSite.Test?) {
    var node = reference
    var asks: RaiseSite.Test?
    while let parent = node.parent {
      if let member = parent.as(MemberAccessExprSyntax.self), member.base?.id == node.id {
        let name = member.declName.baseName.text
        if Self.shapes.contains(name) { asks = .shape }
        if name == "contains" { asks = .membership }
        if ["isMultiple", "hasPrefix", "hasSuffix"].contains(name) { asks = .comparison }
        // What the elements' members are tells more than the elements do.
        if name == "allSatisfy", let call = parent.parent?.description,
          !call.holds("$0."), !call.holds("\\.")
        {
          asks = .comparison
        }
      } else if let call = parent.as(FunctionCallExprSyntax.self), call.calledExpression.id == node.id {
      } else if let call = parent.as(SubscriptCallExprSyntax.self), call.calledExpression.id == node.id {
      } else if parent.is(OptionalChainingExprSyntax.self) || parent.is(ForceUnwrapExprSyntax.self) {
      } else {
        break
      }
      node = parent
    }
    return (node, asks)
  }

  private func test(of expression: Syntax, asking asks: RaiseSite.Test?) -> RaiseSite.Test {
    guard let parent = expression.parent else { return asks ?? .truth }
    if parent.is(InitializerClauseSyntax.self), parent.parent?.is(OptionalBindingConditionSyntax.self) == true {
      return .none
    }
    if parent.is(ExprListSyntax.self) { return testOfOperand(expression, in: parent, asking: asks) }
    // A list that must not contain something does.
    if asks == .membership, holds(expression) { return .known }
    if asks == .membership || asks == .comparison { return asks ?? .truth }
    if let argument = parent.as(LabeledExprSyntax.self), let call = argument.parent?.parent,
      let callee = call.as(FunctionCallExprSyntax.self)?.calledExpression.as(MemberAccessExprSyntax.self)
    {
      switch callee.declName.baseName.text {
      case "contains": return .membership
      case "isMultiple": return .comparison
      default: break
      }
    }
    if parent.is(InitializerClauseSyntax.self), parent.parent?.is(MatchingPatternConditionSyntax.self) == true {
      return .comparison
    }
    if isEmptiness(expression), holds(expression) { return .known }
    // An argument, as in `abs(x) < 1`: what is done with the result tells.
    if let around = enclosingComparison(of: parent) { return around }
    return asks ?? .truth
  }

  private func testOfOperand(_ expression: Syntax, in list: Syntax, asking asks: RaiseSite.Test?) -> RaiseSite.Test {
    let operands = Array(list.children(viewMode: .sourceAccurate))
    guard let index = operands.firstIndex(where: { $0.id == expression.id }) else { return .truth }
    // `&&` and `||` bind more loosely than whatever compares.
    let isLogical: (Syntax) -> Bool = {
      ["&&", "||"].contains($0.as(BinaryOperatorExprSyntax.self)?.operator.text)
    }
    let start = operands[..<index].lastIndex(where: isLogical).map { $0 + 1 } ?? 0
    let end = operands[index...].firstIndex(where: isLogical) ?? operands.count
    let term = operands[start..<end]
    if term.contains(where: { $0.is(NilLiteralExprSyntax.self) }) { return .none }
    if term.contains(where: {
      $0.is(UnresolvedIsExprSyntax.self) || $0.is(UnresolvedAsExprSyntax.self) || $0.is(IsExprSyntax.self)
    }) {
      return .type
    }
    let signs = term.compactMap { $0.as(BinaryOperatorExprSyntax.self)?.operator.text }
    if tellsValue(Array(term), of: operands[index]) { return .known }
    if let asks { return asks }
    if signs.contains("~=") { return .membership }
    return signs.contains { Self.comparisons.contains($0) } ? .comparison : .truth
  }

  // MARK: Known values

  /// True if a comparison fails for one value only: `x == .same` that must not hold, `items.count > 0` that must.
  private func tellsValue(_ term: [Syntax], of operand: Syntax) -> Bool {
    if term.count == 1 { return isEmptiness(operand) && holds(operand) }
    guard term.count == 3, let sign = term[1].as(BinaryOperatorExprSyntax.self)?.operator.text else { return false }
    let isLeft = term[0].id == operand.id
    let other = isLeft ? term[2] : term[0]
    let isCount = operand.as(MemberAccessExprSyntax.self)?.declName.baseName.text == "count"
    let isNatural =
      isCount || operand.as(DeclReferenceExprSyntax.self).map { naturals.contains($0.baseName.text) } ?? false
    let bound = other.as(IntegerLiteralExprSyntax.self)?.literal.text
    switch (isLeft ? sign : Self.mirrored[sign] ?? sign, holds(operand)) {
    case ("==", true), ("!=", false): return isConstant(other)
    case (">", false), ("<=", true): return isNatural && bound == "0"
    case (">=", false), ("<", true): return isNatural && bound == "1"
    default: return false
    }
  }

  private func isEmptiness(_ expression: Syntax) -> Bool {
    expression.as(MemberAccessExprSyntax.self)?.declName.baseName.text == "isEmpty"
  }

  /// Whether a part of the condition holds where the failure is met; each `!` around it turns that round.
  private func holds(_ part: Syntax) -> Bool {
    var result = failsIf
    var current = part.parent
    while let node = current, !node.is(ConditionElementSyntax.self), !node.is(CodeBlockItemSyntax.self) {
      if node.as(PrefixOperatorExprSyntax.self)?.operator.text == "!" { result.toggle() }
      current = node.parent
    }
    return result
  }

  /// A literal, or a constant by its name: `.same`, `Padding.same`.
  private func isConstant(_ node: Syntax) -> Bool {
    switch node.kind {
    case .integerLiteralExpr, .floatLiteralExpr, .stringLiteralExpr, .booleanLiteralExpr: return true
    case .prefixOperatorExpr:
      return node.as(PrefixOperatorExprSyntax.self).map { isConstant(Syntax($0.expression)) } ?? false
    case .memberAccessExpr:
      guard let member = node.as(MemberAccessExprSyntax.self), let base = member.base else { return true }
      return base.as(DeclReferenceExprSyntax.self)?.baseName.text.first?.isUppercase ?? false
    default: return false
    }
  }

  private static let mirrored = ["<": ">", ">": "<", "<=": ">=", ">=": "<="]

  private func enclosingComparison(of node: Syntax) -> RaiseSite.Test? {
    var child = node
    while let parent = child.parent {
      if parent.is(ExprListSyntax.self) {
        let test = testOfOperand(child, in: parent, asking: nil)
        return test == .truth ? nil : test
      }
      if parent.is(ConditionElementSyntax.self) || parent.is(CodeBlockItemSyntax.self) { return nil }
      child = parent
    }
    return nil
  }

  private static let comparisons: Set<String> = ["==", "!=", "<", ">", "<=", ">=", "===", "!=="]
  private static let shapes: Set<String> = [
    "shape", "count", "rank", "ndim", "isEmpty", "size", "dim", "scalarCount", "dimensions", "endIndex",
  ]
}
