import LintModel
import LintSourceText
import PythonSyntax

extension Invocation.Argument {
  init(_ node: Node) {
    if node.kind == .keywordArgument, let keyword = KeywordArgument(node) {
      self.init(value: SourceRange(keyword.value), keyword: SourceRange(keyword.name), kind: Kind(keyword.value))
    } else {
      self.init(value: SourceRange(node), keyword: nil, kind: Kind(node))
    }
  }
}

extension Invocation.Argument.Kind {
  init(_ node: Node) {
    switch node.kind {
    case .stringLiteral, .formattedString: self = .string
    case .integerLiteral, .floatLiteral, .imaginaryLiteral: self = .number
    case .unaryOperation where node.lastChild.map { Self($0) } == .number: self = .number
    case .trueLiteral, .falseLiteral: self = .boolean
    case .noneLiteral: self = .none
    case .name: self = .name
    case .attribute: self = node.isDotted ? .name : .other
    case .call: self = .call
    case .list, .tuple, .set, .dictionary: self = .collection
    case .lambda: self = .lambda
    case .starred, .keywordUnpack: self = .unpacking
    default: self = .other
    }
  }
}
