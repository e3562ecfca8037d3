import PythonSyntax

/// Formulates what would have passed a check, in the notation of the code: `rate < 0.0` fails, so `rate >= 0.0` passes.
enum Requirement {
  /// Longer ones are no help in a sentence.
  private static let maximumLength = 60

  /// - Parameter failsIf: What the test comes to where the failure is met: false for an assertion.
  static func text(of test: Node, failsIf: Bool) -> String? {
    guard let text = failsIf ? opposite(of: test) : itself(test), text.utf8.count <= maximumLength,
      !text.utf8.contains(UInt8(ascii: "\n"))
    else { return nil }
    return text
  }

  /// A test that is a comparison, or several of them.
  private static func itself(_ test: Node) -> String? {
    switch test.kind {
    case .comparison: return isOrder(test) ? test.text : nil
    case .unaryOperation:
      guard let operation = UnaryOperation(test), operation.operation == .not else { return nil }
      return opposite(of: operation.operand)
    case .booleanOperation:
      guard let operation = BooleanOperation(test) else { return nil }
      return joined(test.children.map(itself), by: operation.operation == .and ? " and " : " or ")
    default: return nil
    }
  }

  private static func opposite(of test: Node) -> String? {
    switch test.kind {
    case .unaryOperation:
      guard let operation = UnaryOperation(test), operation.operation == .not else { return nil }
      return itself(operation.operand)
    case .comparison:
      guard let comparison = Comparison(test), isOrder(test) else { return nil }
      let parts = Array(IteratorSequence(comparison.comparisons.makeIterator()))
      guard parts.count == 1, let sign = inverse(parts[0].operation) else { return nil }
      return "\(comparison.left.text) \(sign) \(parts[0].right.text)"
    case .booleanOperation:
      guard let operation = BooleanOperation(test) else { return nil }
      if operation.operation == .or { return joined(test.children.map(opposite), by: " and ") }
      // `x is not None and x < 0`: the rest of it is what is asked for.
      let rest = test.children.filter { !isPresence($0) }
      return rest.count == 1 ? opposite(of: rest[0]) : nil
    default: return nil
    }
  }

  private static func joined(_ parts: [String?], by sign: String) -> String? {
    let known = parts.compactMap { $0 }
    return known.count == parts.count ? known.joined(separator: sign) : nil
  }

  private static func isOrder(_ test: Node) -> Bool {
    guard let comparison = Comparison(test) else { return false }
    return IteratorSequence(comparison.comparisons.makeIterator()).allSatisfy {
      inverse($0.operation) != nil && $0.right.kind != .noneLiteral
    }
  }

  private static func isPresence(_ test: Node) -> Bool {
    guard let comparison = Comparison(test) else { return test.kind == .name }
    return IteratorSequence(comparison.comparisons.makeIterator()).contains { $0.operation == .isNot }
  }

  private static func inverse(_ sign: ComparisonOperator) -> String? {
    switch sign {
    case .equal: "!="
    case .notEqual: "=="
    case .less: ">="
    case .lessOrEqual: ">"
    case .greater: "<="
    case .greaterOrEqual: "<"
    case .is, .isNot, .in, .notIn: nil
    }
  }
}
