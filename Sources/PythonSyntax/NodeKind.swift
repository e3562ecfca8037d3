/// What a node is. The view of a kind carries the kind's name: `.functionDefinition` is read by `FunctionDefinition`.
/// Where the standard library has that name, the view adds a word: `.set` is read by `SetExpression`.
///
/// Cases are grouped (statements, clauses, expressions, parts, patterns) so that the group tests are one comparison.
@frozen
public enum NodeKind: UInt8, Sendable, Hashable, CaseIterable {
  // Root and statements.
  case module
  case functionDefinition
  case classDefinition
  case returnStatement
  case deleteStatement
  case assign
  case augmentedAssign
  case annotatedAssign
  case typeAlias
  case forStatement
  case whileStatement
  case ifStatement
  case withStatement
  case matchStatement
  case raiseStatement
  case tryStatement
  case assertStatement
  case importStatement
  case importFrom
  case globalStatement
  case nonlocalStatement
  case expressionStatement
  case passStatement
  case breakStatement
  case continueStatement
  case invalidStatement

  // Parts of statements.
  case block
  case decorators
  case decorator
  case typeParameters
  case typeParameter
  case parameters
  case parameter
  case elifClause
  case elseClause
  case exceptHandler
  case finallyClause
  case withItem
  case matchCase
  case importAlias
  case importStar
  case dottedName
  case identifier

  // Expressions.
  case name
  case integerLiteral
  case floatLiteral
  case imaginaryLiteral
  case trueLiteral
  case falseLiteral
  case noneLiteral
  case ellipsisLiteral
  case stringLiteral
  case bytesLiteral
  case formattedString
  case templateString
  case tuple
  case list
  case set
  case dictionary
  case listComprehension
  case setComprehension
  case dictionaryComprehension
  case generatorExpression
  case binaryOperation
  case unaryOperation
  case booleanOperation
  case comparison
  case call
  case attribute
  case `subscript`
  case slice
  case starred
  case awaitExpression
  case yieldExpression
  case yieldFrom
  case lambda
  case namedExpression
  case ifExpression
  case invalidExpression

  // Parts of expressions.
  case arguments
  case keywordArgument
  case keywordUnpack
  case dictionaryUnpack
  case comprehensionClause
  case comparisonOperator
  case stringPiece
  case formattedPiece
  case stringText
  case replacementField
  case debugEqual
  case formatSpecification

  // Patterns.
  case valuePattern
  case singletonPattern
  case sequencePattern
  case mappingPattern
  case mappingRest
  case classPattern
  case keywordPattern
  case starPattern
  case asPattern
  case capturePattern
  case wildcardPattern
  case orPattern
  case invalidPattern
}

extension NodeKind {
  /// Whether nodes of this kind stand where a statement stands.
  @inlinable
  public var isStatement: Bool {
    rawValue >= NodeKind.functionDefinition.rawValue && rawValue <= NodeKind.invalidStatement.rawValue
  }

  /// Whether nodes of this kind are expressions, `Starred` and `Slice` included as in CPython's `ast`.
  @inlinable
  public var isExpression: Bool {
    rawValue >= NodeKind.name.rawValue && rawValue <= NodeKind.invalidExpression.rawValue
  }

  /// Whether nodes of this kind are patterns of a `case`.
  @inlinable
  public var isPattern: Bool {
    rawValue >= NodeKind.valuePattern.rawValue && rawValue <= NodeKind.invalidPattern.rawValue
      && self != .mappingRest && self != .keywordPattern
  }

  /// Whether nodes of this kind stand in place of something the parser could not read.
  @inlinable
  public var isInvalid: Bool {
    self == .invalidStatement || self == .invalidExpression || self == .invalidPattern
  }

  /// Whether nodes of this kind open a new scope for names: modules, classes, functions, lambdas, comprehensions.
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
