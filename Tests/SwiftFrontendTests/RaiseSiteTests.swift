import LintModel
import Testing

@Suite struct RaiseSiteTests {
  @Test(arguments: [
    ("func f(n: Int) { precondition(n > 0) }", "n > 0", [RaiseSite.Test.comparison]),
    ("func f(x: T) { precondition(x.shape[0] == 2) }", "x.shape[0] == 2", [.shape]),
    ("func f(n: Int) { guard [1, 2].contains(n) else { fatalError() } }", "[1, 2].contains(n)", [.membership]),
    ("func f(n: Int) { assert((0..<9).contains(n)) }", "(0..<9).contains(n)", [.membership]),
    ("func f(x: Any) { if !(x is Int) { fatalError() } }", "!(x is Int)", [.type]),
    ("func f(x: Int?) { guard let x = x else { preconditionFailure() } }", "let x = x", [.none]),
    ("func f(x: Int?) { guard let x else { fatalError() } }", "let x", [.none]),
    ("func f(x: Int?) { assert(x != nil) }", "x != nil", [.none]),
    ("func f(on: Bool) { assert(on) }", "on", [.truth]),
    ("func f(a: Int, b: Bool) { assert(b && a < 3) }", "b && a < 3", [.truth, .comparison]),
    ("func f(s: String) { switch s { case \"a\": g()\ndefault: fatalError() } }", "switch s", [.membership]),
    ("func f(n: Int) { assert(n.isMultiple(of: 2)) }", "n.isMultiple(of: 2)", [.comparison]),
  ])
  func conditions(_ source: String, condition: String, tests: [RaiseSite.Test]) throws {
    let site = try #require(Marked(source).model().raiseSites.first)
    #expect(site.isSilent)
    #expect(site.condition == condition)
    #expect(site.guardedParameters.map(\.test) == tests)
    #expect(site.owner == 0)
  }

  @Test(arguments: [
    ("precondition(x != 0)", RaiseSite.Test.known), ("precondition(x == 0)", .comparison),
    ("if x == .bgr { fatalError() }", .known), ("if x != .bgr { fatalError() }", .comparison),
    ("if x != .bgr { g() } else { fatalError() }", .known), ("guard x != -1 else { fatalError() }", .known),
    ("if !(x == 2) { fatalError() }", .comparison), ("precondition(!(x == 2))", .known),
    ("precondition(!x.isEmpty)", .known), ("precondition(x.isEmpty)", .shape),
    ("if x.isEmpty { fatalError() }", .known),
    ("precondition(g && !x.isEmpty)", .known), ("precondition(x.count > 0)", .known),
    ("precondition(0 < x.count)", .known), ("precondition(x.count >= 1)", .known),
    ("precondition(x.count > 1)", .shape),
    ("if x.rank == 2 { fatalError() }", .known), ("precondition(x.rank == 2)", .shape),
    ("precondition(x > 0)", .comparison), ("precondition(x != y)", .comparison),
    ("switch x { case .tpu: fatalError()\ndefault: g() }", .known),
    ("switch x { case 1, 2: fatalError()\ndefault: g() }", .known),
    ("if x > 2 { switch x { case 3: fatalError()\ndefault: g() } }", .known),
  ])
  func knownValues(_ statement: String, test: RaiseSite.Test) throws {
    let site = try #require(Marked("func f(x: T) { \(statement) }").model().raiseSites.first)
    #expect(site.guardedParameters.map(\.test) == [test])
  }

  @Test func messagesKeepTheirPieces() throws {
    let source = Marked(
      ##"""
      func f(n: Int) throws {
        «precondition(n > 0, "«n is »«\(n)», "
          + #"«not "\n\#n"»"#)»
      }
      """##)
    let site = try #require(source.model().raiseSites.first)
    let text = try #require(site.text)
    #expect(site.range == source.ranges[0])
    #expect(text.pieces.map(\.content) == [.literal("n is "), .value("n"), .literal(", "), .literal("not \"\\n\n\"")])
    #expect(text.pieces[0].range == source.ranges[1])
    #expect(text.pieces[1].range == source.ranges[2])
    #expect(text.pieces[3].range == source.ranges[3])
  }

  @Test func multiLineStringIsOnePiece() throws {
    let model = Marked("func f() {\n  fatalError(\n    \"\"\"\n    a \\\n    b\n    c\n    \"\"\")\n}").model()
    #expect(try #require(model.raiseSites.first?.text).pieces.map(\.content) == [.literal("a b\nc")])
  }

  @Test(arguments: [
    ("throw E.missing(key)", "E.missing", false), ("throw E.empty", "E.empty", false),
    ("throw E.missing(\"weights\")", "E.missing", false), ("throw E.bad(\"n is too small\")", "E.bad", true),
    ("throw E(message: \"small\")", "E", true), ("throw ValidationError(\"n is \\(n)\")", "ValidationError", true),
  ])
  func thrown(_ statement: String, type: String, isText: Bool) throws {
    let site = try #require(Marked("func f(n: Int) throws { \(statement) }").model().raiseSites.first)
    #expect(site.form == .throw)
    #expect(site.errorType?.text == type)
    #expect(isText ? site.text != nil : site.isUnreadable)
  }

  @Test func errorMessageUsesAllArguments() throws {
    let site = try #require(
      Marked("func f(n: Int) throws { throw E(\"n is odd\", found: n, expected: \"even\", code: 3) }").model()
        .raiseSites
        .first)
    #expect(site.text?.pieces.map(\.content) == [.literal("n is odd"), .value("n"), .literal("even")])
  }

  @Test func caughtAndHandledErrors() {
    let failures = Marked(
      """
      func f() throws {
        do { throw E.a } catch { throw E.b }
        do { g { throw E.c } } catch { g() }
      }
      """
    ).model().raiseSites
    #expect(failures.map(\.isCaughtHere) == [true, false, false])
    #expect(failures.map(\.isInHandler) == [false, true, false])
  }

  @Test(arguments: [
    "class V { required init?(coder: NSCoder) { fatalError() } }", "func f() { fatalError(\"unreachable\") }",
    "func f(e: E) { switch e { case .a: g()\n@unknown default: fatalError() } }",
  ])
  func unreachableCodeIsMarked(_ source: String) { #expect(Marked(source).model().raiseSites.isEmpty) }

  @Test(arguments: [
    ("expected {n} items", ["{n}"]), ("got (n)", ["(n)"]), ("size: (n) is odd", ["(n)"]), ("found %d items", ["%d"]),
    ("the count (n) is odd", []), ("{m} items", []), ("100% done", []), ("at least 50%", []),
  ])
  func unfilled(_ message: String, places: [String]) throws {
    let source = Marked("func f(n: Int) { fatalError(\"\(message)\") }")
    let text = try #require(source.model().raiseSites.first?.text)
    #expect(text.unfilled.map(\.text) == places)
    #expect(text.unfilled.map { source.text[$0.range] } == places)
  }

  @Test func formatsAndConstantsAreRead() throws {
    let model = Marked(
      "func f(n: Int) { let m = \"n is odd\"; fatalError(m); fatalError(String(format: \"n is %d\", n)); fatalError(g(n)) }"
    ).model()
    #expect(model.raiseSites.map { $0.text?.plain } == ["n is odd", "n is %d{}", nil])
    #expect(model.raiseSites[1].text?.unfilled.isEmpty == true)
    #expect(model.raiseSites[2].isUnreadable)
  }
}
