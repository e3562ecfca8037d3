/// How arguments are passed to a parameter.
@frozen
public enum ParameterKind: UInt16, Sendable, Hashable, CaseIterable {
  case positionalOnly
  case positionalOrKeyword
  case variadicPositional
  case keywordOnly
  case variadicKeyword
}
