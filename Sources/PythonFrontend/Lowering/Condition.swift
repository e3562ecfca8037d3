import LintModel
import PythonSyntax

/// Determines which parameters a condition tests, and how.
struct Condition {
  private let parameters: Set<String>

  init(parametersOf function: Node?) {
    let names = function.flatMap(FunctionDefinition.init)?.parameters.all.map(\.name.text) ?? []
    parameters = Set(names).subtracting(["self", "cls"])
  }

  /// `isNegated` where the failure comes when the condition does not hold.
  func guardedParameters(_ node: Node, isNegated: Bool) -> [RaiseSite.GuardedParameter] {
    switch node.kind {
    case .booleanOperation: node.children.flatMap { guardedParameters($0, isNegated: isNegated) }
    case .unaryOperation where UnaryOperation(node)?.operation == .not:
      node.firstChild.map { guardedParameters($0, isNegated: !isNegated) } ?? []
    case .comparison: comparison(node, isNegated: isNegated)
    case .call: call(node, isNegated: isNegated)
    case .name, .attribute, .subscript: operand(node, .truth)
    case .namedExpression: node.lastChild.map { guardedParameters($0, isNegated: isNegated) } ?? []
    default: []
    }
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
        let isListed = (sign == .in) != isNegated && Self.isConstant(right)
        result += Self.isConstant(left) ? operand(right, .known) : operand(left, isListed ? .known : test)
        left = right
        continue
      case .is, .isNot: test = right.kind == .noneLiteral ? .none : Self.isConstant(right) ? .known : .type
      case .equal, .notEqual:
        let isEqual = (sign == .equal) != isNegated
        let isConstant = Self.isConstant(left) || Self.isConstant(right)
        let isEmptiness = Self.tellsEmptiness(left, right) && right.textEquals("0")
        let isKnown = Self.isBoolean(right) || isEmptiness || isEqual && isConstant
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
    // "is a list" tells the type; "is no list" does not.
    return operand(argument, isNegated ? .type : .known)
  }

  private static func isBoolean(_ node: Node) -> Bool {
    node.kind == .trueLiteral || node.kind == .falseLiteral
  }

  /// `len(x) > 0`, `len(x) < 1`: where it fails, `x` is empty.
  private static func tellsEmptiness(_ left: Node, _ right: Node) -> Bool {
    guard let call = Call(left), call.function.textEquals("len") else { return false }
    return right.textEquals("0") || right.textEquals("1")
  }

  private static func isConstant(_ node: Node) -> Bool {
    switch node.kind {
    case .integerLiteral, .floatLiteral, .stringLiteral, .bytesLiteral, .trueLiteral, .falseLiteral, .noneLiteral,
      .ellipsisLiteral:
      true
    case .unaryOperation: node.firstChild.map(isConstant) ?? false
    case .tuple, .list, .set: node.children.allSatisfy(isConstant)
    // A member of an enumeration or a constant by its name: `Mode.SAME`, `DEFAULT_MODE`.
    case .attribute, .name: node.lastName.map { $0.bytes.allSatisfy { $0 < 0x61 || $0 > 0x7A } } ?? false
    default: false
    }
  }
}
