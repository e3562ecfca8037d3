/// The tokens of Python. Keywords begin with `falseKeyword`, in the order of `keywordSpellings`.
enum Token: UInt8 {
  case endOfFile
  case newline
  case indent
  case dedent
  case failure

  case name
  case integer
  case float
  case imaginary
  case string
  case formattedStart

  case leftParenthesis
  case rightParenthesis
  case leftBracket
  case rightBracket
  case leftBrace
  case rightBrace
  case comma
  case colon
  case semicolon
  case dot
  case ellipsis
  case arrow
  case colonEqual
  case equal
  case exclamation

  case at
  case plus
  case minus
  case star
  case slash
  case doubleSlash
  case percent
  case doubleStar
  case leftShift
  case rightShift
  case ampersand
  case pipe
  case caret
  case tilde

  case equalEqual
  case notEqual
  case less
  case lessEqual
  case greater
  case greaterEqual

  case atEqual
  case plusEqual
  case minusEqual
  case starEqual
  case slashEqual
  case doubleSlashEqual
  case percentEqual
  case doubleStarEqual
  case leftShiftEqual
  case rightShiftEqual
  case ampersandEqual
  case pipeEqual
  case caretEqual

  case falseKeyword
  case noneKeyword
  case trueKeyword
  case andKeyword
  case asKeyword
  case assertKeyword
  case asyncKeyword
  case awaitKeyword
  case breakKeyword
  case classKeyword
  case continueKeyword
  case defKeyword
  case delKeyword
  case elifKeyword
  case elseKeyword
  case exceptKeyword
  case finallyKeyword
  case forKeyword
  case fromKeyword
  case globalKeyword
  case ifKeyword
  case importKeyword
  case inKeyword
  case isKeyword
  case lambdaKeyword
  case nonlocalKeyword
  case notKeyword
  case orKeyword
  case passKeyword
  case raiseKeyword
  case returnKeyword
  case tryKeyword
  case whileKeyword
  case withKeyword
  case yieldKeyword
}

extension Token {
  static let count = Int(Token.yieldKeyword.rawValue) + 1

  /// The keywords in the order of their tokens.
  static let keywordSpellings = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
  ]

  @inline(__always)
  var isKeyword: Bool { rawValue >= Token.falseKeyword.rawValue }

  /// The operator of an augmented assignment, or nil.
  @inline(__always)
  var augmentedOperator: BinaryOperator? {
    guard rawValue >= Token.atEqual.rawValue, rawValue <= Token.caretEqual.rawValue else { return nil }
    switch self {
    case .atEqual: return .matrixMultiply
    case .plusEqual: return .add
    case .minusEqual: return .subtract
    case .starEqual: return .multiply
    case .slashEqual: return .divide
    case .doubleSlashEqual: return .floorDivide
    case .percentEqual: return .modulo
    case .doubleStarEqual: return .power
    case .leftShiftEqual: return .leftShift
    case .rightShiftEqual: return .rightShift
    case .ampersandEqual: return .bitAnd
    case .pipeEqual: return .bitOr
    default: return .bitXor
    }
  }
}
