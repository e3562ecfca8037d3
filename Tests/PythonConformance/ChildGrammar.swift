import PythonSyntax

/// Checks the children of nodes against the documented grammar, such as `expression block elifClause* [elseClause]`.
final class ChildGrammar {
  private var expressions: [NodeKind: Regex<AnyRegexOutput>] = [:]
  /// What was found before: most nodes have the same few sequences of children.
  private var known: [[NodeKind]: Bool] = [:]

  init() throws {
    for (kind, text) in Self.children { expressions[kind] = try Regex(Self.pattern(text)) }
  }

  func matches(_ node: Node) -> Bool {
    var key = [node.kind]
    key.append(contentsOf: node.children.lazy.map(\.kind))
    if let result = known[key] { return result }
    let text = String(String.UnicodeScalarView(key.dropFirst().map(Self.scalar)))
    let result = expressions[node.kind].map { text.wholeMatch(of: $0) != nil } ?? false
    if key.count < 20 { known[key] = result }
    return result
  }

  /// The grammar as a regular expression over one scalar for each kind.
  private static func pattern(_ grammar: String) -> String {
    grammar.replacing("[", with: "(?:").replacing("]", with: ")?").replacing(/\w+(\|\w+)*/) { match in
      let kinds = match.output.0.split(separator: "|").flatMap(kinds)
      return "[\(String(String.UnicodeScalarView(kinds.map(scalar))))]"
    }.replacing(" ", with: "")
  }

  private static func kinds(_ name: Substring) -> [NodeKind] {
    NodeKind.allCases.filter { kind in
      switch name {
      case "statement": kind.isStatement
      case "expression": kind.isExpression
      case "pattern": kind.isPattern
      default: "\(kind)" == name
      }
    }
  }

  private static func scalar(_ kind: NodeKind) -> Unicode.Scalar {
    Unicode.Scalar(0xE000 + UInt32(kind.rawValue)) ?? "?"
  }
}
