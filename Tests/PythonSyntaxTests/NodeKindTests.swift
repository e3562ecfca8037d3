import PythonSyntax
import Testing

@Suite("Node kinds")
struct NodeKindTests {
  @Test("statements, expressions and patterns are separate groups")
  func groups() {
    func names(_ isIncluded: (NodeKind) -> Bool) -> Set<String> {
      Set(NodeKind.allCases.filter(isIncluded).map { "\($0)" })
    }
    let statements = names(\.isStatement)
    #expect(names { "\($0)".hasSuffix("Statement") }.isSubset(of: statements))
    #expect(statements.isSuperset(of: ["functionDefinition", "classDefinition", "assign", "importFrom", "typeAlias"]))
    #expect(statements.isDisjoint(with: ["module", "block", "decorator", "elseClause", "identifier"]))
    let expressions = names(\.isExpression)
    #expect(names { "\($0)".hasSuffix("Literal") || "\($0)".hasSuffix("Expression") }.isSubset(of: expressions))
    #expect(expressions.isSuperset(of: ["name", "starred", "slice", "yieldFrom", "call", "listComprehension"]))
    #expect(expressions.isDisjoint(with: ["arguments", "identifier", "comprehensionClause", "stringPiece"]))
    #expect(names(\.isPattern) == names { "\($0)".hasSuffix("Pattern") && $0 != .keywordPattern })
    #expect(statements.isDisjoint(with: expressions))
    #expect(names(\.isInvalid) == ["invalidStatement", "invalidExpression", "invalidPattern"])
  }

  @Test("scopes are modules, definitions, lambdas and comprehensions")
  func scopes() {
    let tree = parsed("class A:\n  def f(): return [x for x in y], {x for x in y}, {x: x for x in y}, (lambda: x)\n")
    var walker = Walker(tree.root)
    var scopes: [NodeKind] = []
    while let node = walker.next() {
      if node.kind.opensScope { scopes.append(node.kind) }
      if node.textEquals("y") { #expect(walker.nearest(\.opensScope)?.kind == scopes.last) }
    }
    #expect(
      scopes == [
        .module, .classDefinition, .functionDefinition, .listComprehension, .setComprehension, .dictionaryComprehension,
        .lambda,
      ])
  }
}
