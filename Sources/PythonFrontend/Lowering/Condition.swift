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
    guard isDisjunction else { return conjunction(Array(node.children), isNegated: isNegated) }
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

  /// All tests that led to the failure. The last one is what failed, and those before it narrow it down: with `device !=
  /// CPU and not has_half()`, no other device would help.
  private func conjunction(_ operands: [Node], isNegated: Bool) -> [RaiseSite.GuardedParameter] {
    var tests = operands.map { guardedParameters($0, isNegated: isNegated) }
    guard let last = operands.last, let final = tests.last else { return [] }
    let told = Set(operands.compactMap { isNegated ? nil : Self.equated($0) })
    let names = Set(final.map(\.name))
    let isOpen = final.contains { [.comparison, .membership, .type, .shape].contains($0.test) }
    let part: RaiseSite.Part = final.isEmpty && !Self.isFlag(last) ? .narrows : .beforeOther
    for index in tests.indices {
      for place in tests[index].indices {
        let tested = tests[index][place]
        // `mode == "same" and mode in TAKEN`: its value is known.
        if told.contains(tested.source) { tests[index][place].test = .known }
        if index < tests.count - 1, !isOpen, !names.contains(tested.name) { tests[index][place].part = part }
      }
    }
    return Array(tests.joined())
  }

  /// `mode` of `mode == "same"`.
  private static func equated(_ node: Node) -> String? {
    guard let comparison = Comparison(node), let (sign, _, right) = comparison.comparisons.first(where: { _ in true }),
      sign == .equal, [.stringLiteral, .integerLiteral, .floatLiteral].contains(right.kind)
    else { return nil }
    return comparison.left.text
  }

  /// A truth value by its name: `self.is_strict`, `not allow_all`.
  private static func isFlag(_ node: Node) -> Bool {
    switch node.kind {
    case .name, .attribute: true
    case .unaryOperation: node.firstChild.map(isFlag) ?? false
    default: false
    }
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
      // `type(x) is not int` is about the type; `layer is other` about the object, whose value does not matter.
      case .is, .isNot:
        let isAboutType = Self.isType(left) || Self.isType(right)
        test = right.kind == .noneLiteral ? .none : isConstant(right) || !isAboutType ? .known : .comparison
      case .equal, .notEqual:
        let isEqual = (sign == .equal) != isNegated
        let isTold = isConstant(left) || isConstant(right) || Self.isLength(left) && Self.isLength(right)
        let isEmptiness = Self.isSize(left) && right.textEquals("0")
        let isKnown =
          Self.isBoolean(right) || isEmptiness || isEqual && isTold || Self.asksForRepeats(left, right)
        test = right.kind == .noneLiteral ? .none : isKnown ? .known : .comparison
      default:
        let isKnown = Self.tellsEmptiness(left, right) || Self.asksForRepeats(left, right)
        test = isKnown ? .known : .comparison
        // In `largest(x) > limit`, the value that failed is computed, and `limit` is not to blame.
        let subject = operand(left, test)
        let isBound = subject.isEmpty && left.kind == .call && !isConstant(left)
        result += subject
        result += operand(right, test).map { tested in
          var bound = tested
          if isBound { bound.part = .narrows }
          return bound
        }
        left = right
        continue
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
        if let argument = call.arguments.first(where: { _ in true }), measures(call.function) {
          isPart = true
          root = argument
        } else if let argument = call.arguments.first(where: { _ in true }), Self.converts(call.function) {
          // `tuple(x.shape)` shows what `x.shape` does.
          if root == node { return operand(argument, test) }
          if argument.kind == .call { return [] }
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

  /// `len(x)`, `np.ndim(x)`, `ops.shape(x)`: functions that look at the form of their argument.
  private func measures(_ function: Node) -> Bool {
    guard let name = function.lastName?.text, Self.measures.contains(name) else { return false }
    return function.kind == .name || isImported(function)
  }

  private static let measures: Set<String> = ["len", "ndim", "shape", "rank", "size", "numel"]

  private static func converts(_ function: Node) -> Bool {
    function.kind == .name && ["int", "float", "str", "tuple", "list", "set", "sorted", "abs"].contains(function.text)
  }

  private static func isType(_ node: Node) -> Bool {
    Call(node)?.function.textEquals("type") == true || node.lastName?.textEquals("__class__") == true
  }

  private static func isLength(_ node: Node) -> Bool { Call(node)?.function.textEquals("len") == true }

  /// `len(set(names)) != len(names)`: there are repeated ones, whatever their number.
  private static func asksForRepeats(_ left: Node, _ right: Node) -> Bool {
    [left, right].contains { side in
      guard isLength(side), let argument = Call(side)?.arguments.first(where: { _ in true }) else { return false }
      return argument.kind == .set || argument.kind == .setComprehension
        || Call(argument)?.function.textEquals("set") == true
    }
  }

  private static func isBoolean(_ node: Node) -> Bool {
    node.kind == .trueLiteral || node.kind == .falseLiteral
  }

  /// `len(x) > 0`, `len(x) < 1`: where it fails, `x` is empty.
  private static func tellsEmptiness(_ left: Node, _ right: Node) -> Bool {
    isSize(left) && (right.textEquals("0") || right.textEquals("1")) || isSize(right) && left.textEquals("0")
  }

  /// `len(x)`, `x.size`, `x.numel()`
  private static func isSize(_ node: Node) -> Bool {
    if isLength(node) { return true }
    guard let attribute = Attribute(Call(node).map { $0.argumentList.all.isEmpty ? $0.function : node } ?? node) else {
      return false
    }
    return attribute.attribute.textEquals("size") || attribute.attribute.textEquals("numel")
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
