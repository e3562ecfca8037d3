import Testing

/// Files that once crashed mllint, or made it run forever. Each is next to a valid file that must be checked.
@Suite struct CrashTests {
  /// Its finding shows that the run reached the end.
  static let witness = ["witness.py": "x = (\n"]

  static func isChecked(_ result: Command.Result) -> Bool {
    !result.wasKilled && result.output.contains("witness.py:2:1: error[syntax-error]")
  }

  private func check(_ files: [String: String]) throws -> Command.Result {
    let command = try Command(files.merging(Self.witness) { $1 })
    return try command.run(["check", "--preview", "--isolated", "--output-format", "concise", "."], limit: 60)
  }

  @Test(arguments: ["```\npython a.py\u{0C}\n```\n", "```bash\n\u{1B}[32mpython train.py\u{1B}[0m --lr 1\n```\n"])
  func controlCharacterInCodeBlock(_ text: String) throws {
    #expect(Self.isChecked(try check(["README.md": text])))
  }

  @Test func swiftFileWithOneCall() throws {
    let manifest = "// swift-tools-version: 6.0\nimport PackageDescription\nlet package = Package(name: \"a\")\n"
    #expect(Self.isChecked(try check(["Package.swift": manifest, "Sources/A/main.swift": "r()"])))
    #expect(Self.isChecked(try check(["Package.swift": manifest, "Tests/ATests/main.swift": "r()"])))
  }

  @Test func unclosedSwiftDeclaration() throws {
    let source = "public func f(x\n}\n)"
    #expect(Self.isChecked(try check(["Sources/A/A.swift": source])))
    let command = try Command(["Sources/A/A.swift": source, "Sources/A/B.swift": "public func kept() {}"])
    let outline = try command.run("api", ".")
    #expect(!outline.wasKilled && outline.output.contains("kept"))
  }

  @Test(arguments: [
    "let s \u{0C}= 1", "let s =\u{0C} 1", "let s \u{FFFD}= 1", "let \u{FFFD} = 1", "a\u{FFFD}=\u{FFFD}b",
  ])
  func swiftWithCharactersThatAreNotSwift(_ source: String) throws {
    let result = try check(["A.swift": source])
    #expect(Self.isChecked(result))
    #expect(result.output.contains("A.swift:1:") && result.output.contains("[syntax-error]"))
  }

  @Test(arguments: [
    "MODES = OTHER\nOTHER = MODES\n", "MODES = list(MODES)\n", "MODES = OTHER.keys()\nOTHER = dict(MODES)\n",
  ])
  func mutuallyRecursiveConstants(_ constants: String) throws {
    let function = "\n\ndef f(x):\n    if x not in MODES:\n        raise ValueError(\"bad mode\")\n"
    #expect(Self.isChecked(try check(["a.py": constants + function])))
  }

  @Test func mutuallyRecursiveAliases() throws {
    let aliases = (0..<20_000).map { "a\($0) = a\($0 + 1)\n" }.joined()
    let command = try Command(["pyproject.toml": "[project]\nname = \"p\"\n", "p/__init__.py": aliases])
    let result = try command.run(["api", "."], limit: 60)
    #expect(!result.wasKilled)
  }
}
