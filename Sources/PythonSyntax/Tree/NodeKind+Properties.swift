extension NodeKind {
  /// Whether nodes of this kind take the place of source that the parser could not read.
  @inlinable
  public var isInvalid: Bool {
    self == .invalidStatement || self == .invalidExpression || self == .invalidPattern
  }

  /// Whether nodes of this kind open a scope for names: modules, classes, functions, lambdas and comprehensions.
  @inlinable
  public var opensScope: Bool {
    switch self {
    case .module, .functionDefinition, .classDefinition, .lambda, .listComprehension, .setComprehension,
      .dictionaryComprehension, .generatorExpression:
      true
    default:
      false
    }
  }
}
