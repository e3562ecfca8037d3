import LintModel
import PythonSyntax

/// Determines which values of an expression satisfy a condition, or violate it.
struct Acceptance {
  let tree: Tree
  /// How many constants are followed to the members: `MODES = list(KNOWN)`. They may name each other in a circle.
  private static let maximumHops = 4

  /// The values for which a test holds: `x == "a"`, `x in MODES`, `isinstance(x, Layer)`, several of them joined by `or`.
  func accepted(by test: Node) -> RaiseSite.Choices? {
    switch test.kind {
    case .comparison: return comparison(test, equal: [.equal, .is], listed: .in)
    case .call: return types(test)
    case .unaryOperation:
      guard let operation = UnaryOperation(test), operation.operation == .not else { return nil }
      return refused(by: operation.operand)
    case .booleanOperation:
      guard BooleanOperation(test)?.operation == .or else { return nil }
      return united(test.children.map(accepted))
    case .namedExpression: return test.lastChild.flatMap(accepted)
    default: return nil
    }
  }

  /// The values for which a test does not hold: `x != "a" and x != "b"`, `x not in MODES`, `not isinstance(x, Layer)`.
  func refused(by test: Node) -> RaiseSite.Choices? {
    switch test.kind {
    case .comparison: return comparison(test, equal: [.notEqual, .isNot], listed: .notIn)
    case .unaryOperation:
      guard let operation = UnaryOperation(test), operation.operation == .not else { return nil }
      return accepted(by: operation.operand)
    case .booleanOperation:
      let parts = test.children.map(refused)
      if BooleanOperation(test)?.operation == .and, let all = united(parts) { return all }
      // `x is not None and x not in MODES`: the part with the list tells. Of three reasons, each may be the one.
      if BooleanOperation(test)?.operation == .or, parts.count > 2 { return nil }
      let known = parts.compactMap { $0 }.filter { $0.values.count != 1 }
      return known.count == 1 ? known.first : nil
    default: return nil
    }
  }

  /// One list of them all; nil if a part says nothing, or tells of something else.
  func united(_ parts: [RaiseSite.Choices?]) -> RaiseSite.Choices? {
    guard let first = parts.first, var result = first else { return nil }
    var known = Set(result.values)
    for part in parts.dropFirst() {
      guard let part, part.subject == result.subject, part.kind == result.kind,
        part.holder == nil || result.holder == nil
      else { return nil }
      let new = part.values.filter { !known.contains($0) }
      known.formUnion(new)
      result.values += new
      result.holder = nil
      if part.values.isEmpty { return nil }
    }
    return result
  }

  /// The members of a display, or of a constant that is one; else the expression that holds them.
  func members(of node: Node, subject: String, hops: Int = maximumHops) -> RaiseSite.Choices? {
    switch node.kind {
    case .list, .tuple, .set:
      let values = Array(node.children)
      guard !values.isEmpty, values.allSatisfy(Self.isConstant) else { return nil }
      return RaiseSite.Choices(kind: .values, subject: subject, values: values.map(\.text))
    case .dictionary:
      guard let items = DictionaryExpression(node)?.items else { return nil }
      let keys = items.map(\.key)
      guard !keys.isEmpty, keys.allSatisfy({ $0.map(Self.isConstant) ?? false }) else { return nil }
      return RaiseSite.Choices(kind: .keys, subject: subject, values: keys.compactMap { $0?.text })
    case .name, .attribute:
      let value = hops > 0 ? Constants(tree: tree).value(of: node) : nil
      var result = value.flatMap { members(of: $0, subject: subject, hops: hops - 1) }
      if result == nil, value.map({ Self.isMapping($0) }) ?? false {
        result = RaiseSite.Choices(kind: .keys, subject: subject, values: [])
      }
      result = result ?? RaiseSite.Choices(kind: .values, subject: subject, values: [])
      result?.holder = node.text
      return result
    case .call:
      // `list(MODES)`, `LAYERS.keys()`, `frozenset({...})`
      guard let call = Call(node) else { return nil }
      if let method = Attribute(call.function), method.attribute.textEquals("keys") {
        var result = members(of: method.value, subject: subject, hops: hops)
        result?.kind = .keys
        return result
      }
      guard let name = call.function.lastName?.text, Self.collections.contains(name),
        let argument = call.arguments.first(where: { _ in true }), call.argumentList.all.count == 1
      else { return nil }
      return members(of: argument, subject: subject, hops: hops)
    default: return nil
    }
  }

  private func comparison(
    _ node: Node, equal: [ComparisonOperator], listed: ComparisonOperator
  ) -> RaiseSite.Choices? {
    guard let comparison = Comparison(node), comparison.comparisons.count(where: { _ in true }) == 1,
      let (sign, _, right) = comparison.comparisons.first(where: { _ in true })
    else { return nil }
    let left = comparison.left
    if sign == listed {
      guard Self.isSubject(left) else { return nil }
      return members(of: right, subject: left.text)
    }
    guard equal.contains(sign), right.kind != .noneLiteral, Self.isSubject(left), Self.isConstant(right) else {
      return nil
    }
    return RaiseSite.Choices(kind: .values, subject: left.text, values: [right.text])
  }

  /// `isinstance(x, (A, B))`
  private func types(_ node: Node) -> RaiseSite.Choices? {
    guard let call = Call(node), call.function.textEquals("isinstance") else { return nil }
    let arguments = Array(call.arguments)
    guard arguments.count == 2, Self.isSubject(arguments[0]) else { return nil }
    let types = arguments[1].kind == .tuple ? Array(arguments[1].children) : [arguments[1]]
    let names = types.compactMap(\.dottedName)
    guard names.count == types.count, !names.isEmpty else { return nil }
    // A name in lower case that is no built-in type holds types, and is none.
    return RaiseSite.Choices(kind: .types, subject: arguments[0].text, values: names)
  }

  /// What may be asked for its value: a name, an attribute, an element, or a property computed from one.
  private static func isSubject(_ node: Node) -> Bool {
    switch node.kind {
    case .name, .attribute, .subscript: true
    case .call: Call(node).map { $0.argumentList.all.isEmpty || isProperty($0) } ?? false
    default: false
    }
  }

  private static func isProperty(_ call: Call) -> Bool {
    call.function.textEquals("len") || call.function.textEquals("type") || call.function.textEquals("str")
  }

  /// A literal, or something that is reached by name and not through an object: `"a"`, `2`, `torch.float16`, `Mode.SAME`.
  static func isConstant(_ node: Node) -> Bool {
    switch node.kind {
    case .integerLiteral, .floatLiteral, .stringLiteral, .trueLiteral, .falseLiteral, .noneLiteral: true
    case .unaryOperation: node.firstChild.map(isConstant) ?? false
    case .attribute: node.dottedName.map { !$0.hasPrefix("self.") && !$0.hasPrefix("cls.") } ?? false
    case .name: node.bytes.allSatisfy { $0 < 0x61 || $0 > 0x7A }
    case .tuple: node.children.allSatisfy(isConstant)
    default: false
    }
  }

  private static func isMapping(_ node: Node) -> Bool {
    node.kind == .dictionary || node.kind == .dictionaryComprehension
      || Call(node)?.function.lastName?.text.lowercased().hasSuffix("dict") == true
  }

  private static let collections: Set<String> = ["list", "tuple", "set", "frozenset", "sorted"]
}
