/// The kind of a type parameter: `T`, `*Ts` or `**P`.
@frozen
public enum TypeParameterKind: UInt16, Sendable, Hashable, CaseIterable {
  case typeVariable
  case typeVariableTuple
  case parameterSpecification
}
