import LintModel
import SwiftSyntax

extension Lowering {
  /// What the code around a failure would have taken, where it enumerates it: the cases of a `switch`, a list that is
  /// asked whether it contains the value, an enum that is made of a raw value, a dictionary that is looked into.
  func choices(_ condition: Syntax, _ surroundings: Surroundings) -> RaiseSite.Choices? {
    if let statement = condition.as(SwitchExprSyntax.self) {
      return surroundings.isInKnownCase ? nil : choices(of: statement)
    }
    guard let elements = condition.as(ConditionElementListSyntax.self) else { return nil }
    if let last = elements.parent?.as(IfExprSyntax.self), !surroundings.failsIf { return choices(of: last) }
    for element in elements {
      switch element.condition {
      case .expression(let expression) where !surroundings.failsIf:
        if let found = listed(expression) { return found }
      case .optionalBinding(let binding) where !surroundings.failsIf:
        if let value = binding.initializer?.value, let found = lookedUp(value) { return found }
      default: continue
      }
    }
    return nil
  }

  private func choices(of statement: SwitchExprSyntax) -> RaiseSite.Choices? {
    var values: [String] = []
    for item in statement.cases {
      guard let item = item.as(SwitchCaseSyntax.self) else { return nil }
      guard case .case(let label) = item.label else { continue }
      for pattern in label.caseItems {
        guard pattern.whereClause == nil, let expression = pattern.pattern.as(ExpressionPatternSyntax.self)?.expression,
          isChoice(expression) || isRange(expression)
        else { return nil }
        values.append(source(of: expression))
      }
    }
    guard values.count > 1 else { return nil }
    return RaiseSite.Choices(kind: .values, subject: source(of: statement.subject), values: values)
  }

  /// What the tests of a whole `if`, `else if` and `else` leave to the last `else`, if all of them ask for one value.
  private func choices(of last: IfExprSyntax) -> RaiseSite.Choices? {
    var values: [String] = []
    var subject: String?
    var statement: IfExprSyntax? = last
    while let current = statement {
      guard current.conditions.count == 1, case .expression(let test)? = current.conditions.first?.condition,
        let found = accepted(test), subject == nil || subject == found.subject, found.holder == nil
      else { return nil }
      subject = found.subject
      values = found.values + values
      statement = current.parent?.as(IfExprSyntax.self)
    }
    guard let subject, values.count > 1 else { return nil }
    return RaiseSite.Choices(kind: .values, subject: subject, values: values)
  }

  /// The values for which a test holds: `mode == "wide" || mode == "narrow"`, `["wide"].contains(mode)`.
  private func accepted(_ test: ExprSyntax) -> RaiseSite.Choices? {
    if let sequence = test.as(SequenceExprSyntax.self) {
      var values: [String] = []
      var subject: String?
      let elements = Array(sequence.elements)
      guard elements.count % 4 == 3 else { return nil }
      for start in stride(from: 0, to: elements.count, by: 4) {
        guard elements[start + 1].as(BinaryOperatorExprSyntax.self)?.operator.text == "==",
          isChoice(elements[start + 2]),
          start == 0 || elements[start - 1].as(BinaryOperatorExprSyntax.self)?.operator.text == "||",
          dottedName(elements[start]) != nil, subject == nil || subject == source(of: elements[start])
        else { return nil }
        subject = source(of: elements[start])
        values.append(source(of: elements[start + 2]))
      }
      return subject.map { RaiseSite.Choices(kind: .values, subject: $0, values: values) }
    }
    return listed(test)
  }

  private func isChoice(_ expression: ExprSyntax) -> Bool {
    expression.is(StringLiteralExprSyntax.self) || expression.is(IntegerLiteralExprSyntax.self)
      || expression.is(MemberAccessExprSyntax.self)
  }

  /// `1...3`
  private func isRange(_ expression: ExprSyntax) -> Bool {
    guard let parts = expression.as(SequenceExprSyntax.self)?.elements, parts.count == 3 else { return false }
    return parts.contains { ["...", "..<"].contains($0.as(BinaryOperatorExprSyntax.self)?.operator.text) }
  }

  /// `["a", "b"].contains(x)`, `modes.contains(x)`
  private func listed(_ expression: ExprSyntax) -> RaiseSite.Choices? {
    guard let call = expression.as(FunctionCallExprSyntax.self),
      let member = call.calledExpression.as(MemberAccessExprSyntax.self), member.declName.baseName.text == "contains",
      let base = member.base, let argument = call.arguments.first, argument.label == nil,
      !argument.expression.is(StringLiteralExprSyntax.self)
    else { return nil }
    let subject = source(of: argument.expression)
    if let array = base.as(ArrayExprSyntax.self) {
      let values = array.elements.map { source(of: $0.expression) }
      return values.count > 1 ? RaiseSite.Choices(kind: .values, subject: subject, values: values) : nil
    }
    guard dottedName(base) != nil else { return nil }
    return RaiseSite.Choices(kind: .values, subject: subject, values: [], holder: source(of: base))
  }

  /// `Mode(rawValue: text)`, `table[key]`
  private func lookedUp(_ value: ExprSyntax) -> RaiseSite.Choices? {
    if let call = value.as(FunctionCallExprSyntax.self), let argument = call.arguments.first,
      argument.label?.text == "rawValue", let type = dottedName(call.calledExpression)
    {
      return RaiseSite.Choices(
        kind: .cases, subject: source(of: argument.expression), values: [], holder: type.text + ".allCases")
    }
    if let lookup = value.as(SubscriptCallExprSyntax.self), let argument = lookup.arguments.first,
      argument.label == nil, dottedName(lookup.calledExpression) != nil,
      argument.expression.is(DeclReferenceExprSyntax.self) || argument.expression.is(MemberAccessExprSyntax.self)
    {
      return RaiseSite.Choices(
        kind: .keys, subject: source(of: argument.expression), values: [],
        holder: source(of: lookup.calledExpression) + ".keys")
    }
    return nil
  }

  /// What would have passed, in the code's words: the condition of a `guard`, or of an `if` turned round.
  func required(_ condition: Syntax, failsIf: Bool) -> String? {
    let expression: ExprSyntax
    if let elements = condition.as(ConditionElementListSyntax.self) {
      // What the last `else if` asks for is one of several things that would have passed.
      if !failsIf, let last = elements.parent?.as(IfExprSyntax.self), last.parent?.is(IfExprSyntax.self) == true {
        return nil
      }
      guard elements.count == 1, case .expression(let only)? = elements.first?.condition else { return nil }
      expression = only
    } else if let only = condition.as(ExprSyntax.self) {
      expression = only
    } else {
      return nil
    }
    guard let sequence = expression.as(SequenceExprSyntax.self), sequence.elements.count == 3 else { return nil }
    let parts = Array(sequence.elements)
    guard let sign = parts[1].as(BinaryOperatorExprSyntax.self)?.operator.text, let inverse = Self.inverses[sign],
      !parts[2].is(NilLiteralExprSyntax.self)
    else { return nil }
    let text = "\(source(of: parts[0])) \(failsIf ? inverse : sign) \(source(of: parts[2]))"
    return text.utf8.count <= 60 && !text.contains("\n") ? text : nil
  }

  private static let inverses = ["<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="]
}
