import LintApiDiff
import LintSerialization
import Testing

/// Changes between two states of a function or class, each given as a snapshot.
@Suite struct ApiComparisonTests {
  /// The changes between two lists of a snapshot's lines, as `effect kind detail`.
  private func changes(_ before: [String], _ after: [String]) throws -> [String] {
    try ApiComparison.changes(from: outline(before), to: outline(after)).map { change in
      "\(change.effect.rawValue) \(change.kind.rawValue)" + (change.detail.map { " \($0)" } ?? "")
    }
  }

  private func outline(_ lines: [String]) throws -> ApiOutline {
    let text = "version: 1\nsymbols:\(lines.isEmpty ? " []" : "")\n" + lines.map { "- \($0)\n" }.joined()
    return ApiOutline(try ApiSnapshot.read(Array(text.utf8), path: "mllint-api.yml"))
  }

  private func function(_ parameters: String, returns: String? = nil, raises: String? = nil) -> [String] {
    let result = returns.map { ", returns: \"\($0)\"" } ?? ""
    let errors = raises.map { ", raises: [\($0)]" } ?? ""
    return ["{path: nets.fit, kind: function, parameters: [\(parameters)]\(result)\(errors)}"]
  }

  @Test(arguments: [
    ("x, 'y=1'", "x", ["breaks parameter-removed y"]),
    ("x, 'y=1'", "x, '**kwargs'", ["alters parameter-removed y"]),
    ("x, 'y=1'", "'*args', '**kwargs'", []),
    ("dim", "axis", ["breaks parameter-renamed dim"]),
    ("dim, /", "axis, /", []),
    ("x, y", "y, x", ["breaks parameter-reordered y"]),
    ("x, 'y=1'", "x, 'z=2', 'y=1'", ["breaks parameter-inserted z"]),
    ("x, 'y=1'", "x, 'y=1', 'z=2'", ["extends parameter-added z"]),
    ("x", "x, y", ["breaks required-parameter-added y"]),
    ("'*args', '**kwargs'", "x, '*args', '**kwargs'", []),
    ("'x=1'", "x", ["breaks parameter-required x"]),
    ("x", "'x=1'", ["extends parameter-relaxed x"]),
    ("x", "'*', x", ["breaks parameter-keyword-only x"]),
    ("x", "x, /", ["breaks parameter-positional-only x"]),
    ("'lr=0.1'", "'lr=0.01'", ["alters default-changed lr"]),
    ("'lr=1e-05'", "'lr=0.00001'", []),
    ("\"mode='a'\"", "'mode=\"a\"'", []),
    ("'x=[]'", "'x=None'", []),
    ("'x: Optional[int]'", "'x: int | None'", []),
    ("'x: Union[int, str]'", "'x: int'", ["alters annotation-narrowed x"]),
    ("'x: List[int]'", "'x: Sequence[int]'", ["extends annotation-widened x"]),
    ("'x: int'", "'x: str'", ["alters annotation-changed x"]),
    ("x, '_cache=None'", "x, '_store=None'", []),
  ])
  func parameters(_ before: String, _ after: String, _ expected: [String]) throws {
    #expect(try changes(function(before), function(after)) == expected)
  }

  @Test func returnsAndErrors() throws {
    #expect(
      try changes(function("x", returns: "int"), function("x", returns: "Optional[int]")) == ["alters return-changed"])
    #expect(try changes(function("x", returns: "Optional[int]"), function("x", returns: "int")) == [])
    #expect(try changes(function("x", returns: "None"), function("x", returns: "bool")) == [])
    let changed = try changes(function("x", raises: "ValueError"), function("x", raises: "TypeError"))
    #expect(changed == ["alters exception-changed ValueError"])
    // Handlers of the old error also catch the new one.
    #expect(try changes(function("x", raises: "LookupError"), function("x", raises: "KeyError")) == [])
  }

  @Test func namesAndModules() throws {
    let loss = "{path: nets.losses.mse, kind: function, parameters: [x, y]}"
    let module = "{path: nets.losses, kind: module}"
    #expect(try changes([module, loss], [module]) == ["breaks removed"])
    #expect(try changes([module, loss], []) == ["breaks removed"])
    #expect(try changes([], [module, loss]) == ["extends added"])
    let renamed = "{path: nets.losses.mse_loss, kind: function, parameters: [x, y]}"
    #expect(try changes([module, loss], [module, renamed]) == ["breaks renamed"])
    let moved = ["{path: nets.metrics, kind: module}", "{path: nets.metrics.mse, kind: function, parameters: [x, y]}"]
    #expect(try changes([module, loss], [module] + moved) == ["breaks moved", "extends added"])
    let type = "{path: nets.losses.mse, kind: type}"
    #expect(try changes([module, loss], [module, type]) == ["breaks kind-changed"])
    let alias = "{path: nets.losses.mse, aliases: [nets.mse], kind: function, parameters: [x, y]}"
    #expect(try changes([module, alias], [module, loss]) == ["breaks moved"])
    #expect(try changes([module, loss], [module, alias]) == [])
  }

  @Test func inheritedMembers() throws {
    let base = "{path: nets.Base, kind: type}"
    let child = "{path: nets.Child, kind: type, bases: [nets.Base]}"
    func method(_ type: String, _ parameters: String) -> String {
      "{in: nets.\(type), name: call, kind: method, parameters: [\(parameters)]}"
    }
    // Now inherited, so not removed.
    #expect(
      try changes([base, method("Base", "x"), child, method("Child", "x")], [base, method("Base", "x"), child]) == [])
    // Reported once for the class and its subclasses.
    #expect(
      try changes(
        [base, method("Base", "x"), child, method("Child", "x")],
        [base, method("Base", "x, y"), child, method("Child", "x, y")]) == ["breaks required-parameter-added y"])
    #expect(try changes([base, child], [base, "{path: nets.Child, kind: type}"]) == ["breaks base-removed nets.Base"])
    // A private base is not part of the API.
    let hidden = "{path: nets._Base, kind: type, hidden: true}"
    let subclass = "{path: nets.Child, kind: type, bases: [nets._Base]}"
    let call = "{in: nets._Base, name: call, kind: method, parameters: [x]}"
    #expect(try changes([hidden, call, subclass], ["{path: nets.Child, kind: type}"]) == ["breaks removed"])
    #expect(try changes([hidden, call, subclass], ["{path: nets.Child, kind: type}", method("Child", "x")]) == [])
  }

  @Test func swiftFunctions() throws {
    func method(_ name: String, _ parameters: String, _ rest: String = "") -> [String] {
      [
        "{path: Nets.Dense, kind: type, form: struct}",
        "{in: Nets.Dense, name: \"\(name)\", kind: method, parameters: [\(parameters)]\(rest)}",
      ]
    }
    #expect(
      try changes(
        method("apply(_:dim:)", "'_ x: Float', 'dim: Int'"), method("apply(_:axis:)", "'_ x: Float', 'axis: Int'"))
        == ["breaks label-changed axis"])
    #expect(
      try changes(method("apply(_:)", "'_ x: Float'"), method("apply(_:axis:)", "'_ x: Float', 'axis: Int = 0'"))
        == ["extends parameter-added axis"])
    #expect(
      try changes(method("apply(_:)", "'_ x: Float'"), method("apply(_:)", "'_ x: Double'")) == [
        "breaks type-changed x"
      ])
    #expect(
      try changes(method("apply(_:)", "'_ x: Float'"), method("apply(_:)", "'_ x: Float'", ", throws: any Error"))
        == ["breaks throws-added"])
  }

  @Test(arguments: [
    ("T", "some ScalarOrArray", []),
    ("[Int]", "some Collection<Int>", ["extends annotation-widened x"]),
    ("Int", "Int?", ["extends annotation-widened x"]),
    ("Int?", "Int", ["breaks type-changed x"]),
    ("MLX.DType", "DType", []),
    ("@escaping () -> Void", "@escaping @Sendable () -> Void", []),
    ("inout Float", "Float", ["breaks type-changed x"]),
  ])
  func swiftTypes(_ before: String, _ after: String, _ expected: [String]) throws {
    func function(_ type: String) -> [String] {
      ["{path: \"Nets.apply(x:)\", kind: function, parameters: ['x: \(type)']}"]
    }
    #expect(try changes(function(before), function(after)) == expected)
  }

  @Test func snapshotRoundTrips() throws {
    let lines = [
      "{path: nets, kind: module}",
      "{path: nets.Dense, aliases: [nets.layers.Dense], kind: type, bases: [Layer]}",
      "{in: nets.Dense, name: __init__, kind: method, parameters: [units, '*', 'bias: bool = True', '**rest']}",
      "{in: nets.Dense, name: rate, kind: property, traits: [settable], returns: float}",
    ]
    let outline = try outline(lines)
    let again = ApiOutline(try ApiSnapshot.read(ApiSnapshot.write(outline), path: "mllint-api.yml"))
    #expect(ApiComparison.changes(from: outline, to: again).isEmpty)
    #expect(again.size == outline.size)
    let constructor = try #require(again["nets.layers.Dense"]?.members.first)
    #expect(constructor.parameters.map(\.kind) == [.positionalOrKeyword, .keywordOnly, .variadicKeyword])
  }

  @Test func snapshotErrorsHavePositions() {
    let version = #expect(throws: YAMLError.self) {
      try ApiSnapshot.read(Array("version: 2\nsymbols: []\n".utf8), path: "mllint-api.yml")
    }
    #expect(version?.description.hasPrefix("mllint-api.yml:1:") ?? false)
    let member = #expect(throws: YAMLError.self) {
      let text = "version: 1\nsymbols:\n- {in: nets.Dense, name: call, kind: method}\n"
      _ = try ApiSnapshot.read(Array(text.utf8), path: "mllint-api.yml")
    }
    #expect(member?.description.hasPrefix("mllint-api.yml:3:") ?? false)
  }
}
