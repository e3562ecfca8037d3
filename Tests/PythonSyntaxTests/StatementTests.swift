import PythonSyntax
import Testing

@Suite("Statements")
struct StatementTests {
  @Test("definitions")
  func definitions() throws {
    let source = "@a.b(c)\n@d\nasync def f[T](p, /, q: int = 1, *r, s=2, **t) -> u:\n  'doc'\n"
    let tree = parsed(source)
    #expect(tree.errors.isEmpty)
    let function = try #require(first(FunctionDefinition.self, in: tree))
    #expect(function.isAsync)
    #expect(function.name.textEquals("f"))
    #expect(function.decorators.map(\.text) == ["a.b(c)", "d"])
    #expect(tree.text(of: function.definitionRange).hasPrefix("async def"))
    #expect(function.typeParameters?.all.map(\.name.text) == ["T"])
    #expect(function.returns?.text == "u")
    let parameters = Array(function.parameters.all)
    #expect(parameters.map(\.name.text) == ["p", "q", "r", "s", "t"])
    #expect(
      parameters.map(\.parameterKind) == [
        .positionalOnly, .positionalOrKeyword, .variadicPositional, .keywordOnly, .variadicKeyword,
      ])
    #expect(parameters[1].annotation?.text == "int")
    #expect(parameters[1].defaultValue?.text == "1")
    #expect(parameters[2].annotation == nil)
    let definition = try #require(first(ClassDefinition.self, in: parsed("class A(B, m=C): pass")))
    #expect(definition.node.kind == .classDefinition)
  }

  @Test("branches of an if statement are on one level")
  func branches() throws {
    let tree = parsed("if a: b\nelif c: d\nelif e: f\nelse: g\n")
    let statement = try #require(first(IfStatement.self, in: tree))
    #expect(statement.test.text == "a")
    #expect(statement.elifClauses.map(\.test.text) == ["c", "e"])
    #expect(statement.elseBody?.node.text == "g")
  }

  @Test("try, with, loops")
  func compound() throws {
    let tree = parsed(
      "try: a\nexcept A as e: b\nexcept: c\nelse: d\nfinally: g\n"
        + "async with (a as b, c): pass\nfor x, *y in z: pass\nelse: w\nwhile u: v\n")
    #expect(tree.errors.isEmpty)
    let attempt = try #require(first(TryStatement.self, in: tree))
    #expect(attempt.handlers.map { $0.type?.text } == ["A", nil])
    #expect(attempt.handlers.map { $0.name?.text } == ["e", nil])
    #expect(attempt.elseBody?.node.text == "d")
    #expect(attempt.finallyBody?.node.text == "g")
    let with = try #require(first(WithStatement.self, in: tree))
    #expect(with.isAsync)
    #expect(with.items.map(\.context.text) == ["a", "c"])
    #expect(with.items.map { $0.target?.text } == ["b", nil])
    let loop = try #require(first(ForStatement.self, in: tree))
    #expect(loop.target.text == "x, *y")
    #expect(loop.target.isStored)
    #expect(loop.elseBody?.node.text == "w")
  }

  @Test("imports")
  func imports() throws {
    let tree = parsed("from ...a.b import (c as d, e,)\nfrom . import *\nimport f.g as h, i\n")
    #expect(tree.errors.isEmpty)
    let statements = tree.root.children.compactMap { ImportFrom($0) }
    #expect(statements.map(\.level) == [3, 1])
    #expect(statements[0].module?.text == "a.b")
    #expect(statements[0].aliases.map(\.name.text) == ["c", "e"])
    #expect(statements[0].aliases.map { $0.alias?.text } == ["d", nil])
    #expect(statements[1].importsAll)
    let plain = try #require(first(ImportStatement.self, in: tree))
    #expect(plain.aliases.map(\.name.text) == ["f.g", "i"])
  }

  @Test(
    "children of simple statements",
    arguments: [
      ("a = b = c", "assign(name:a name:b name:c)"), ("a += 1", "augmentedAssign(name:a integerLiteral:1)"),
      ("(a): int", "annotatedAssign(name:a name:int)"),
      ("del a, b.c", "deleteStatement(name:a attribute(name:b identifier:c))"),
      ("raise a from b", "raiseStatement(name:a name:b)"), ("assert a, b", "assertStatement(name:a name:b)"),
      ("return *a, b", "returnStatement(tuple(starred(name:a) name:b))"),
      ("global a, b", "globalStatement(identifier:a identifier:b)"),
      ("type X[T] = int", "typeAlias(name:X typeParameters(typeParameter(identifier:T)) name:int)"),
      ("pass; break; continue", "passStatement:pass breakStatement:break continueStatement:continue"),
    ])
  func simple(_ source: String, _ expected: String) {
    #expect(shape(source) == expected)
    #expect(errors(in: source) == [])
  }

  @Test(
    "soft keywords are names unless they begin a statement",
    arguments: [
      "match = 1", "match(x)", "match[x]", "match -x", "match * x", "match.y", "match: int", "case = 1", "type = 1",
      "type(x)", "print(match, case, type, _)", "match (a, b)", "match in x", "match, case = 1, 2", "type in x",
      "match[a:b]", "match (lambda: x)",
    ])
  func softKeywords(_ source: String) {
    #expect(errors(in: source) == [])
    #expect(!shape(source).contains("matchStatement"))
  }

  @Test(
    "match begins a statement if its line ends in a colon",
    arguments: [
      "match x", "match (x)", "match [x]", "match -x", "match not x", "match *x, y", "match x, y", "match {x: y}",
      "match lambda: x", "match (a, b)[0]", "match x := y", "match match", "match 'a' f'b'",
    ])
  func matches(_ head: String) {
    let source = head + ":\n  case _: pass\n"
    #expect(errors(in: source) == [])
    #expect(shape(source).hasPrefix("matchStatement"))
  }
}
