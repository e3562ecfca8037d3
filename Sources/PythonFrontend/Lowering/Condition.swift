import LintModel
import PythonSyntax

/// Determines which parameters a condition tests, and how.
struct Condition {
  private let parameters: Set<String>
  private let imports: [Import]

  init(parametersOf function: Node?, imports: [Import]) {
    let names = function.flatMap(FunctionDefinition.init)?.parameters.all.map(\.name.text) ?? []
    parameters = Set(names).subtracting(["self", "cls"])
    self.imports = imports
  }

  /// `isNegated` where the failure comes when the condition does not hold.
  func guardedParameters(_ node: Node, isNegated: Bool) -> [RaiseSite.GuardedParameter] {
    switch node.kind {
    case .booleanOperation: operation(node, isNegated: isNegated)
    case .unaryOperation where UnaryOperation(node)?.operation == .not:
      node.firstChild.map { guardedParameters($0, isNegated: !isNegated) } ?? []
    case .comparison: comparison(node, isNegated: isNegated)
    case .call: call(node, isNegated: isNegated)
    case .name, .attribute, .subscript: operand(node, .truth)
    case .namedExpression: node.lastChild.map { guardedParameters($0, isNegated: isNegated) } ?? []
    default: []
    }
  }

  /// The tests of all operands. Where one of several failed, a later operand may not have been reached: `x.ndim` has no
  /// value to show if `x is None or x.ndim != 2` fails because of `None`.
  private func operation(_ node: Node, isNegated: Bool) -> [RaiseSite.GuardedParameter] {
    let isDisjunction = (BooleanOperation(node)?.operation == .or) != isNegated
    guard isDisjunction else { return node.children.flatMap { guardedParameters($0, isNegated: isNegated) } }
    var result: [RaiseSite.GuardedParameter] = []
    var absent: Set<String> = []
    for operand in node.children {
      for tested in guardedParameters(operand, isNegated: isNegated) {
        guard tested.source != tested.name, tested.test != .none, tested.test != .known else {
          result.append(tested)
          continue
        }
        let earlier = result.filter { $0.name == tested.name }
        if absent.contains(tested.name) || earlier.contains(where: Self.isAbsence) { continue }
        var shown = tested
        // All of it can be shown, whatever its type: `not isinstance(x, tuple) or len(x) != 2`.
        if earlier.contains(where: { $0.test == .type || $0.test == .truth }) {
          shown.source = tested.name
          shown.test = .comparison
        }
        result.append(shown)
      }
      absent.formUnion(askedForAttribute(operand))
    }
    return result
  }

  /// Whether a test fails for a value without the parts that a later test looks at.
  private static func isAbsence(_ tested: RaiseSite.GuardedParameter) -> Bool {
    switch tested.test {
    case .none: true
    case .known: tested.source == tested.name || tested.source.hasPrefix("len(")
    case .truth: tested.source != tested.name
    case .comparison, .membership, .type, .shape: false
    }
  }

  /// `x` of `hasattr(x, "shape")`.
  private func askedForAttribute(_ node: Node) -> [String] {
    let operand = UnaryOperation(node)?.operand ?? node
    guard let call = Call(operand), call.function.textEquals("hasattr"),
      let object = call.arguments.first(where: { _ in true })
    else { return [] }
    return self.operand(object, .truth).map(\.name)
  }

  private func comparison(_ node: Node, isNegated: Bool) -> [RaiseSite.GuardedParameter] {
    guard let comparison = Comparison(node) else { return [] }
    var result: [RaiseSite.GuardedParameter] = []
    var left = comparison.left
    for (sign, _, right) in comparison.comparisons {
      let test: RaiseSite.Test
      switch sign {
      case .in, .notIn:
        test = .membership
        // `"key" not in mapping` tells what is missing; `name in NAMES` does not tell which name it was.
        let isListed = (sign == .in) != isNegated && isConstant(right)
        result += isConstant(left) ? operand(right, .known) : operand(left, isListed ? .known : test)
        left = right
        continue
      // `type(x) is not int` is about the type, `mode is not other` about the object.
      case .is, .isNot: test = right.kind == .noneLiteral ? .none : isConstant(right) ? .known : .comparison
      case .equal, .notEqual:
        let isEqual = (sign == .equal) != isNegated
        let hasConstant = isConstant(left) || isConstant(right)
        let isEmptiness = Self.tellsEmptiness(left, right) && right.textEquals("0")
        let isKnown = Self.isBoolean(right) || isEmptiness || isEqual && hasConstant
        test = right.kind == .noneLiteral ? .none : isKnown ? .known : .comparison
      default: test = Self.tellsEmptiness(left, right) ? .known : .comparison
      }
      result += operand(left, test) + operand(right, test)
      left = right
    }
    return result
  }

  /// The parameter that an operand is, or belongs to: `x`, `x.shape[0]`, `len(x)`.
  func operand(_ node: Node, _ test: RaiseSite.Test) -> [RaiseSite.GuardedParameter] {
    var root = node
    var isPart = false
    while true {
      switch root.kind {
      case .attribute, .subscript:
        guard let value = root.firstChild else { return [] }
        isPart = true
        root = value
      case .call:
        guard let call = Call(root) else { return [] }
        if call.function.textEquals("type"), let argument = call.arguments.first(where: { _ in true }) {
          return operand(argument, test == .known ? .known : .type)
        }
        if call.function.textEquals("len"), let argument = call.arguments.first(where: { _ in true }) {
          isPart = true
          root = argument
        } else if call.function.kind == .attribute,
          call.argumentList.all.isEmpty || call.function.lastName?.textEquals("size") == true
        {
          isPart = true
          root = call.function
        } else {
          return []
        }
      case .name:
        let name = root.text
        guard parameters.contains(name) else { return [] }
        let shown: RaiseSite.Test = isPart && test == .comparison ? .shape : test
        return [RaiseSite.GuardedParameter(name: name, test: shown, source: node.text)]
      case .binaryOperation:
        // `size % 2 != 0`
        return root.children.flatMap { operand($0, test) }
      default: return []
      }
    }
  }

  private func call(_ node: Node, isNegated: Bool) -> [RaiseSite.GuardedParameter] {
    guard let call = Call(node), let argument = call.arguments.first(where: { _ in true }) else { return [] }
    guard call.function.textEquals("isinstance") || call.function.textEquals("issubclass") else { return [] }
    // "is a list" tells the type; "is no list" does not. Of a class, the class itself is worth showing, not its type.
    let isClass = call.function.textEquals("issubclass")
    return operand(argument, isNegated ? isClass ? .comparison : .type : .known)
  }

  private static func isBoolean(_ node: Node) -> Bool {
    node.kind == .trueLiteral || node.kind == .falseLiteral
  }

  /// `len(x) > 0`, `len(x) < 1`: where it fails, `x` is empty.
  private static func tellsEmptiness(_ left: Node, _ right: Node) -> Bool {
    guard let call = Call(left), call.function.textEquals("len") else { return false }
    return right.textEquals("0") || right.textEquals("1")
  }

  private func isConstant(_ node: Node) -> Bool {
    switch node.kind {
    case .integerLiteral, .floatLiteral, .stringLiteral, .bytesLiteral, .trueLiteral, .falseLiteral, .noneLiteral,
      .ellipsisLiteral:
      true
    case .unaryOperation: node.firstChild.map(isConstant) ?? false
    case .tuple, .list, .set: node.children.allSatisfy(isConstant)
    // A constant by its name, a member of an enumeration, or of a module: `DEFAULT_MODE`, `Mode.same`, `np.float16`.
    case .attribute, .name:
      node.lastName.map { $0.bytes.allSatisfy { $0 < 0x61 || $0 > 0x7A } } ?? false || isMember(node)
        || isImported(node)
    default: false
    }
  }

  /// `Mode.same`: what a type has under a fixed name.
  private func isMember(_ node: Node) -> Bool {
    guard node.kind == .attribute, let owner = node.firstChild?.lastName else { return false }
    return owner.bytes.first.map { $0 >= 0x41 && $0 <= 0x5A } ?? false && owner.bytes.contains { $0 >= 0x61 }
  }

  private func isImported(_ node: Node) -> Bool {
    guard let name = node.dottedName, let root = name.split(separator: ".").first, !parameters.contains(String(root))
    else { return false }
    return imports.contains { item in
      if !item.items.isEmpty { return item.items.contains { ($0.alias ?? $0.name) == root } }
      return item.alias.map { $0 == root } ?? (item.module.split(separator: ".").first == root)
    }
  }
}
