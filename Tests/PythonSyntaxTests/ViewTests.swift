import PythonSyntax
import Testing

@Suite("Views")
struct ViewTests {
  @Test("a view reads only nodes of its kind")
  func kinds() throws {
    let tree = parsed("f(x)")
    let call = try #require(first(Call.self, in: tree))
    #expect(Call.kind == .call)
    #expect(call.node.as(Call.self)?.function == call.function)
    #expect(Attribute(call.node) == nil)
  }

  @Test("simple statements")
  func simpleStatements() throws {
    let tree = parsed(
      "del a, b\na = b = 1\nx: int\n(y): int = 2\ntype A[T] = list\nglobal c, d\nreturn\nraise e from f\n")
    #expect(try #require(first(DeleteStatement.self, in: tree)).targets.map(\.text) == ["a", "b"])
    let assign = try #require(first(Assign.self, in: tree))
    #expect(assign.targets.map(\.text) == ["a", "b"])
    #expect(assign.value.text == "1")
    let annotated = tree.root.children.compactMap { AnnotatedAssign($0) }
    #expect(annotated.map(\.isSimple) == [true, false])
    #expect(annotated.map { $0.value?.text } == [nil, "2"])
    let alias = try #require(first(TypeAlias.self, in: tree))
    #expect(alias.name.text == "A")
    #expect(alias.typeParameters?.all.map(\.name.text) == ["T"])
    #expect(alias.value.text == "list")
    #expect(try #require(first(GlobalStatement.self, in: tree)).names.map(\.text) == ["c", "d"])
    #expect(try #require(first(ReturnStatement.self, in: tree)).value == nil)
    let raise = try #require(first(RaiseStatement.self, in: tree))
    #expect(raise.exception?.text == "e")
    #expect(raise.cause?.text == "f")
  }

  @Test("classes and their decorators")
  func classes() throws {
    let tree = parsed("@d.e\n@f\nclass A[T: int = str](B, m=C): pass\nclass D: pass\n")
    let classes = tree.root.children.compactMap { ClassDefinition($0) }
    #expect(classes.map(\.name.text) == ["A", "D"])
    #expect(classes[0].decorators.map(\.text) == ["d.e", "f"])
    #expect(classes[1].decorators.isEmpty)
    #expect(tree.text(of: classes[0].definitionRange).hasPrefix("class A"))
    #expect(classes[1].definitionRange == classes[1].range)
    #expect(classes[0].arguments?.positional.map(\.text) == ["B"])
    #expect(classes[1].arguments == nil)
    let parameter = try #require(first(TypeParameter.self, in: tree))
    #expect([parameter.bound?.text, parameter.defaultValue?.text] == ["int", "str"])
    #expect(tree.root.subtree.compactMap { Decorator($0)?.expression.text } == ["d.e", "f"])
  }

  @Test("collections and comprehensions")
  func collections() throws {
    let tree = parsed("(1, 2), [3], {4, 5}, {6: 7, **z}, {k: v for k, v in w if k if v}, (yield)")
    #expect(try #require(first(TupleExpression.self, in: tree)).elements.count == 6)
    #expect(try #require(first(ListExpression.self, in: tree)).elements.map(\.text) == ["3"])
    #expect(try #require(first(SetExpression.self, in: tree)).elements.map(\.text) == ["4", "5"])
    let items = try #require(first(DictionaryExpression.self, in: tree)).items
    #expect(items.map { $0.key?.text } == ["6", nil])
    #expect(items.map(\.value.text) == ["7", "z"])
    #expect(try #require(first(DictionaryUnpack.self, in: tree)).value.text == "z")
    let comprehension = try #require(first(DictionaryComprehension.self, in: tree))
    #expect([comprehension.key.text, comprehension.value.text] == ["k", "v"])
    #expect(comprehension.clauses.map(\.iterable.text) == ["w"])
    #expect(comprehension.clauses.map { $0.conditions.map(\.text) } == [["k", "v"]])
    #expect(try #require(first(YieldExpression.self, in: tree)).value == nil)
  }

  @Test(
    "slices with any of their three parts",
    arguments: [
      ["", "", ""], ["a", "", ""], ["", "b", ""], ["", "", "c"], ["a", "b", ""], ["a", "", "c"], ["", "b", "c"],
      ["a", "b", "c"],
    ])
  func slices(_ parts: [String]) throws {
    let tree = parsed("x[\(parts.joined(separator: ":"))]")
    let slice = try #require(first(SliceExpression.self, in: tree))
    #expect([slice.lower, slice.upper, slice.step].map { $0?.text ?? "" } == parts)
  }

  @Test("patterns")
  func patterns() throws {
    let tree = parsed("match s:\n  case {1: a, **r} | C(b, k=None) if g: pass\n  case [*_, *t] as n: pass\n")
    #expect(tree.errors.isEmpty)
    let cases = Array(try #require(first(MatchStatement.self, in: tree)).cases)
    #expect(cases.map { $0.guardExpression?.text } == ["g", nil])
    #expect(cases.map(\.body.node.text) == ["pass", "pass"])
    let mapping = try #require(first(MappingPattern.self, in: tree))
    #expect(mapping.items.map(\.key.text) == ["1"])
    #expect(mapping.items.map(\.pattern.text) == ["a"])
    #expect(mapping.rest?.text == "r")
    let pattern = try #require(first(ClassPattern.self, in: tree))
    #expect([pattern.cls.text] + pattern.arguments.map(\.text) == ["C", "b", "k=None"])
    #expect(try #require(first(KeywordPattern.self, in: tree)).name.text == "k")
    #expect(try #require(first(SingletonPattern.self, in: tree)).value == .none)
    #expect(try #require(first(OrPattern.self, in: tree)).alternatives.count == 2)
    #expect(try #require(first(AsPattern.self, in: tree)).name.text == "n")
    #expect(tree.root.subtree.compactMap { StarPattern($0) }.map { $0.name?.text } == [nil, "t"])
  }
}
