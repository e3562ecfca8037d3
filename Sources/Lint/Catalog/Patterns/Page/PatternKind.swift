import LintModel

/// The syntactic kind of an expression.
enum PatternKind: String, Decodable, Sendable, CaseIterable {
  case string, number, boolean, none, name, call, collection, lambda, other

  var kind: Invocation.Argument.Kind {
    switch self {
    case .string: .string
    case .number: .number
    case .boolean: .boolean
    case .none: .none
    case .name: .name
    case .call: .call
    case .collection: .collection
    case .lambda: .lambda
    case .other: .other
    }
  }
}
