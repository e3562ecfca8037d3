import PythonSyntax
import Testing

@Suite("Expressions")
struct ExpressionTests {
  @Test(
    "operators bind as in Python",
    arguments: [
      ("a + b * c", "binaryOperation(name:a binaryOperation(name:b name:c))"),
      ("a - b - c", "binaryOperation(binaryOperation(name:a name:b) name:c)"),
      ("-a ** -b", "unaryOperation(binaryOperation(name:a unaryOperation(name:b)))"),
      ("a ** b ** c", "binaryOperation(name:a binaryOperation(name:b name:c))"),
      ("not a == b", "unaryOperation(comparison(name:a comparisonOperator:== name:b))"),
      ("a not in b is not c", "comparison(name:a comparisonOperator:not in name:b comparisonOperator:is not name:c)"),
      ("a or b and c or d", "booleanOperation(name:a booleanOperation(name:b name:c) name:d)"),
      ("a if b else c if d else e", "ifExpression(name:a name:b ifExpression(name:c name:d name:e))"),
      ("await_(x)", "call(name:await_ arguments(name:x))"),
      ("await x ** 2", "binaryOperation(awaitExpression(name:x) integerLiteral:2)"),
      (
        "lambda a, *b: a, c", "tuple(lambda(parameters(parameter(identifier:a) parameter(identifier:b)) name:a) name:c)"
      ),
      ("x[1:, ::2, *y]", "subscript(name:x tuple(slice(integerLiteral:1) slice(integerLiteral:2) starred(name:y)))"),
      ("{a: b, **c}", "dictionary(name:a name:b dictionaryUnpack(name:c))"),
      ("{a, *b}", "set(name:a starred(name:b))"), ("()", "tuple:()"), ("{}", "dictionary:{}"),
      (
        "[a for b, c in d if e if f]",
        "listComprehension(name:a comprehensionClause(tuple(name:b name:c) name:d name:e name:f))"
      ),
      ("f(a for a in b)", "call(name:f arguments(generatorExpression(name:a comprehensionClause(name:a name:b))))"),
      ("(a := 1)", "namedExpression(name:a integerLiteral:1)"), ("yield from a", "yieldFrom(name:a)"),
      ("1_0 .5 if x else 0xF", ""),
      ("x.y().z", "attribute(call(attribute(name:x identifier:y) arguments:()) identifier:z)"),
      ("1if 2else 3j", "ifExpression(integerLiteral:1 integerLiteral:2 imaginaryLiteral:3j)"),
    ])
  func structure(_ source: String, _ expected: String) {
    guard !expected.isEmpty else {
      #expect(!errors(in: source).isEmpty)
      return
    }
    #expect(errors(in: source) == [])
    #expect(shape(source) == "expressionStatement(\(expected))")
  }

  @Test("views read operators and optional children")
  func views() throws {
    let tree = parsed("a < b <= c; x[:2:3]; -y; p @ q; r and s")
    let comparison = try #require(first(Comparison.self, in: tree))
    #expect(comparison.comparisons.map(\.operation) == [.less, .lessOrEqual])
    #expect(comparison.comparisons.map(\.right.text) == ["b", "c"])
    let slice = try #require(first(SliceExpression.self, in: tree))
    #expect(slice.lower == nil)
    #expect(slice.upper?.text == "2")
    #expect(slice.step?.text == "3")
    #expect(try #require(first(UnaryOperation.self, in: tree)).operation == .negate)
    #expect(try #require(first(BinaryOperation.self, in: tree)).operation == .matrixMultiply)
    #expect(try #require(first(BooleanOperation.self, in: tree)).operation == .and)
  }

  @Test(
    "children of patterns",
    arguments: [
      ("[a, *_]", "sequencePattern(capturePattern(identifier:a) starPattern:*_)"),
      (
        "{'k': 1, **r}",
        "mappingPattern(stringLiteral(stringPiece:'k') valuePattern(integerLiteral:1) mappingRest(identifier:r))"
      ),
      (
        "A.B(x, y=_)",
        "classPattern(attribute(name:A identifier:B) capturePattern(identifier:x) keywordPattern(identifier:y wildcardPattern:_))"
      ),
      (
        "-1+2j | None as n",
        "asPattern(orPattern(valuePattern(binaryOperation(unaryOperation(integerLiteral:1) imaginaryLiteral:2j)) singletonPattern:None) identifier:n)"
      ),
      ("(a), b", "sequencePattern(capturePattern(identifier:a) capturePattern(identifier:b))"),
    ])
  func patterns(_ source: String, _ expected: String) {
    let text = "match x:\n  case \(source): pass\n"
    #expect(errors(in: text) == [])
    #expect(shape(text) == "matchStatement(name:x matchCase(\(expected) block(passStatement:pass)))")
  }
}
