import LintModel
import SwiftFrontend
import Testing

@Suite struct FileTests {
  @Test func concatenationsShowTheirJoins() throws {
    let source = Marked(#"func f() { fatalError("a field to«" + "»specify \(x)" + y + "z") }"#)
    let joined = try #require(source.model().concatenations.first)
    #expect(source.model().concatenations.count == 1)
    #expect(joined.joins == source.ranges)
    #expect(joined.use == .error)
    #expect(joined.text.plain == "a field tospecify {}{}z")
  }

  @Test(arguments: [
    ("let a = f(help: \"a\" + \"b\")", Concatenation.Use.help), ("print(\"a\" + \"b\")", .log),
    ("let a = \"a\" + \"b\"", .other),
  ])
  func concatenationsHaveAUse(_ source: String, use: Concatenation.Use) {
    #expect(Marked(source).model().concatenations.map(\.use) == [use])
  }

  @Test func directivesInComments() {
    let source = Marked(
      """
      «// mllint: allow(a) reason»
      let x = "// mllint: allow(no)" «/* mllint: allow(b) */»
      let y = 1 «// mllint: allow(c) why»
      """)
    let directives = source.model().directives
    #expect(directives.map(\.text) == ["mllint: allow(a) reason", "mllint: allow(b)", "mllint: allow(c) why"])
    #expect(directives.map(\.range) == source.ranges)
    #expect(directives.map(\.standsAlone) == [true, false, false])
  }

  @Test func syntaxErrorsHavePositionsAndParsingContinues() {
    let source = Marked("func f( {}\npublic func g() {}\n")
    let model = source.model()
    #expect(!model.syntaxErrors.isEmpty && model.syntaxErrors.count <= 10)
    #expect(model.syntaxErrors.allSatisfy { !$0.message.isEmpty && $0.range.end <= 30 })
    #expect(model.named("g")?.isPublic == true)
  }

  @Test func bareDifferentiableIsAccepted() {
    #expect(Marked("@differentiable\nfunc f(_ x: Float) -> Float { x }").model().syntaxErrors.isEmpty)
  }

  @Test func byteOrderMarkAndLineEndingsKeepOffsets() throws {
    let source = Marked("\u{FEFF}/// Größe.\r\n/// - Parameter n: zahl\r\nfunc «f»(n: Int) {}\r\n")
    let f = try #require(source.model().named("f"))
    #expect(f.name.range == source.ranges[0])
    #expect(f.doc?.summary == "Größe.")
    #expect(f.doc?.parameters.map(\.text) == ["zahl"])
  }

  @Test(arguments: [([0xFF, 0xFE, 0x61, 0], "UTF-16"), ([0x61, 0x0A, 0xE9, 0x61], "0xe9 at offset 2 (line 2)")])
  func undecodable(_ bytes: [UInt8], part: String) {
    let error = #expect(throws: UndecodableFile.self) { try SwiftFrontend().decode(bytes, path: "A.swift") }
    #expect(error?.message.contains(part) == true)
  }

  @Test(arguments: [
    String(repeating: "(", count: 20_000), "let x = a" + String(repeating: ".b()", count: 20_000),
    "func f() { if a {} " + String(repeating: "else if a {} ", count: 5_000) + "}",
    String(repeating: "struct S { ", count: 5_000), "let x = " + String(repeating: "[", count: 20_000), "", "/*",
    "\"\"\"",
  ])
  func absurdFilesAreHandled(_ source: String) async {
    let model = await onLargeStack { Marked(source).model() }
    #expect(model.syntaxErrors.count <= 10)
  }
}
