import LintModel
import SwiftFrontend
import Testing

@Suite struct DeclarationTests {
  @Test func declarationsHaveNamesParentsAndRanges() throws {
    let source = Marked(
      """
      // Größe
      «public struct «Net»: Layer, Sendable & Hashable {
        «@inlinable public func «forward»(_ «x»: Float, by «step»: Int = «2», rest: Int...) throws(NetError) -> Float { x }»
        var a = 1, b = 2
      }»
      """)
    let model = source.model()
    let forward = try #require(model.named("forward"))
    #expect(model.declarations.map(\.name.text) == ["Net", "forward", "a", "b"])
    #expect(model.declarations.map(\.parent) == [nil, 0, 0, 0])
    let places = [
      model.declarations[0].range, model.declarations[0].name.range, forward.range, forward.name.range,
      forward.parameters[0].name.range, forward.parameters[1].name.range, forward.parameters[1].defaultRange,
    ]
    #expect(places == source.ranges)
    #expect(model.declarations[0].bases == ["Layer", "Sendable", "Hashable"])
    #expect(forward.parameters.map(\.label?.text) == ["_", "by", nil])
    #expect(forward.parameters.map(\.kind) == [.positionalOnly, .keywordOnly, .variadicPositional])
    #expect(forward.attributes.map(\.text) == ["inlinable"])
    #expect(forward.returns == "Float")
    #expect(forward.thrown == "NetError")
  }

  @Test(arguments: [
    ("public func f() {}", true), ("func f() {}", false), ("package func f() {}", false),
    ("struct S { public func f() {} }", false), ("public struct S { func f() {} }", false),
    ("public struct S { open func f() {} }", true), ("public protocol P { func f() }", true),
    ("protocol P { func f() }", false), ("public extension Array { func f() {} }", true),
    ("extension Array { public func f() {} }", true), ("extension Array { func f() {} }", false),
    ("extension S { public func f() {} }\nstruct S {}", false),
    ("public extension Array { private func f() {} }", false),
    ("public enum E { case f }", true), ("enum E { case f }", false),
    ("public private(set) var f = 1", true), ("public extension A {\n#if X\nfunc f() {}\n#endif\n}", true),
    ("public func g() { func f() {} }", false),
  ])
  func visibility(_ source: String, isPublic: Bool) throws {
    #expect(try #require(Marked(source).model().named("f")).isPublic == isPublic)
  }

  @Test(arguments: [
    ("class C { override func f() {} }", Declaration.Flags.isOverride),
    ("struct S { static func f() { g() } }", .isStatic), ("protocol P { func f() }", .isAbstract),
    ("func f() {}", .isStub), ("func f() { fatalError(\"not implemented\") }", .isStub),
    ("@available(*, deprecated, renamed: \"g\") func f() { g() }", .isDeprecated),
    ("@available(macOS, deprecated: 13) func f() { g() }", .isDeprecated),
    ("var f: Int { 1 }", .isProperty), ("func g() { func f() { g() } }", .isLocal),
    ("extension f {}", .isExtension),
  ])
  func flags(_ source: String, flag: Declaration.Flags) throws {
    #expect(try #require(Marked(source).model().named("f")).flags.contains(flag))
  }

  @Test func membersOfEveryKind() {
    let model = Marked(
      """
      enum Loss { case mse, huber(delta: Float) }
      actor A { init() { } ; subscript(i: Int) -> Int { i } ; let (x, y) = (1, 2) }
      func f() { let local = 1 }
      func `repeat`() { f() }
      """
    ).model()
    #expect(
      model.declarations.map(\.name.text) == [
        "Loss", "mse", "huber", "A", "init", "subscript", "x", "y", "f", "repeat",
      ])
    #expect(model.named("huber")?.parameters.map(\.name.text) == ["delta"])
    #expect(model.named("subscript")?.parameters.first?.label?.text == "_")
    #expect(model.named("init")?.isInitializer == true)
  }

  @Test func testsAreRecognized() {
    let model = Marked(
      """
      import XCTest
      @Test func adds() { f() }
      final class NetTests: XCTestCase { func testRuns() { f() } ; func helper() { f() } }
      """
    ).model(role: .test)
    #expect(model.declarations.filter { $0.kind == .test }.map(\.name.text) == ["adds", "testRuns"])
    #expect(model.imports.map(\.module) == ["XCTest"])
    #expect(["f", "XCTestCase"].allSatisfy(model.mentions.contains))
    #expect(["adds", "helper", "NetTests"].allSatisfy { !model.mentions.contains($0) })
  }

  @Test func mentionsCountAsUses() {
    let source = Marked(
      ##"""
      // commented /* out */
      /* nested /* blocks */ too */
      func declared() { used(#"word \#(inner(")")) "quoted""#, "\(`other`)") }
      let text = """
        "long" words // no comment
        """
      last()
      """##)
    let uses = ["used", "inner", "other", "last"]
    let words = ["word", "quoted", "long", "words", "comment"]
    let library = source.model(role: .library).mentions
    #expect(uses.allSatisfy(library.contains))
    #expect((words + ["commented", "out", "too", "declared"]).allSatisfy { !library.contains($0) })
    let example = source.model(role: .example).mentions
    #expect((uses + words).allSatisfy(example.contains))
    #expect(["commented", "out", "too", "declared"].allSatisfy { !example.contains($0) })
  }

  @Test(arguments: [
    ("private func f() {}", true), ("fileprivate func f() {}", true), ("func f(_handles: [Int]) {}", true),
    ("public func f() {}", false), ("func f(_ x: Int) {}", false), ("public private(set) var f = 1", false),
  ])
  func privacy(_ source: String, isPrivate: Bool) throws {
    let declaration = try #require(Marked(source).model().named("f"))
    #expect(declaration.flags.contains(.isPrivate) == isPrivate)
  }

  @Test func underscoreMakesPrivate() {
    let model = Marked("public enum _Raw { public static func f() {} }; public func g(_owning x: Int) {}").model()
    #expect(model.declarations.filter(\.isPublic).isEmpty)
  }

  @Test(arguments: [
    ("func f(dim: Int) { x.sum(axis: dim) }", Parameter.Meaning.axis, ["axis"]),
    ("func f(dim: Int) { x.shape[dim] }", .axis, []), ("func f(dim: Int) { x.mean(dim) }", .axis, []),
    ("func f(dim: Int) { g(dim < 0) }", .axis, []), ("func f(dim: Int) { Linear(dim, 4) }", .size, []),
    ("func f(dim: Int) { g(4 * dim) }", .size, []), ("func f(dim: Int) { Tensor(zeros: [dim]) }", .size, []),
    ("func f(axis: Int = -1) { g() }", .possibleAxis, []), ("struct S { init(dim: Int) { g() } }", .size, []),
    ("func f(dim: Dim) { x.sum(axis: dim) }", .unknown, ["axis"]), ("func f(dim: Int) { g(dim) }", .unknown, []),
    ("func f(rate dim: Int) { g(rate: dim, other: dim + 1) }", .unknown, ["rate"]),
  ])
  func meaning(_ source: String, meaning: Parameter.Meaning, passedAs: [String]) throws {
    let parameter = try #require(Marked(source).model().declarations.last?.parameters.first)
    #expect(parameter.meaning == meaning)
    #expect(parameter.passedAs == passedAs)
  }
}
