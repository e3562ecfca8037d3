import LintModel
import LintSourceText
import PythonFrontend
import Testing

/// Declarations and their visibility.
@Suite struct DeclarationTests {
  @Test(arguments: [
    ("def f(): ...", "f", true), ("def _f(): ...", "_f", false), ("class _A:\n    def f(self): ...", "f", false),
    ("__all__ = ['g']\ndef f(): ...", "f", false), ("__all__ = ['f']\ndef f(): ...", "f", true),
    ("def g():\n    def f(): ...", "f", false), ("class A:\n    def __init__(self): ...", "__init__", true),
  ])
  func visibility(source: String, name: String, isPublic: Bool) {
    #expect(lowered(source).declaration(name)?.isPublic == isPublic)
  }

  @Test func parametersOfEveryKind() {
    let parameters = lowered("class A:\n    def f(self, a, /, b: int, c=1, *d, e, **g): ...").declaration("f")?
      .parameters
    #expect(parameters?.map(\.name.text) == ["a", "b", "c", "d", "e", "g"])
    #expect(
      parameters?.map(\.kind) == [
        .positionalOnly, .positionalOrKeyword, .positionalOrKeyword, .variadicPositional, .keywordOnly,
        .variadicKeyword,
      ])
    #expect(parameters?.map(\.annotation) == [nil, "int", nil, nil, nil, nil])
    #expect(parameters?.map(\.defaultValue) == [nil, nil, "1", nil, nil, nil])
  }

  @Test(arguments: [
    ("return x.sum(dim)", Parameter.Meaning.axis), ("return x.shape[dim]", .axis), ("return sum(x, axis=dim)", .axis),
    ("return Linear(dim, 4 * dim)(x)", .size), ("return zeros(dim)", .size), ("return x", .unknown),
  ])
  func meaningByUse(body: String, meaning: Parameter.Meaning) {
    #expect(lowered("def f(x, dim): \(body)").declaration("f")?.parameters.last?.meaning == meaning)
  }

  @Test func positionsInOtherEncodings() throws {
    let bytes = Array("# coding: latin-1\n# ".utf8) + [0xE9] + Array("\ndef f(lr): ...\n".utf8)
    let text = try PythonFrontend().decode(bytes, path: "a.py")
    let name = lowered(String(decoding: text.bytes, as: UTF8.self)).declaration("f")?.name
    #expect(name.map { LineTable(text).position(of: $0.range.start).line } == 3)
    #expect(name.map { text[$0.range] } == "f")
  }
}
