import Foundation
import Testing

/// `mllint validate PATH`, as text and as JSON.
@Suite struct ValidateCommandTests {
  private static let package = [
    "pyproject.toml": "[project]\nname = \"nets\"\n",
    "nets/__init__.py": "",
    "nets/dense.py": """
    def build(units, depth):
        \"\"\"Build a layer.

        Args:
            units: The width of the layer.
            depth: The number of layers.
        \"\"\"
        if units < 1:
            raise ValueError(f"units must be at least 1, but is {units}")
        return [units] * depth

    """,
  ]

  private func validate(_ arguments: String...) throws -> Command.Result {
    let command = try Command(Self.package)
    let result = try command.run(["validate", ".", "--isolated", "--select", "error-without-value"] + arguments)
    #expect(try command.read("nets/dense.py") == Data(try #require(Self.package["nets/dense.py"]).utf8))
    return result
  }

  @Test func theTableCountsWhatIsFound() throws {
    let result = try validate()
    #expect(result.code == 0)
    #expect(result.errors.isEmpty)
    let lines = result.output.split(separator: "\n")
    #expect(lines.first?.hasPrefix("rule") == true)
    #expect(lines.contains { $0.hasPrefix("error-without-value") })
    #expect(result.output.contains("planted flaws (100.0 %)"))
  }

  @Test func rulesWithoutSitesAreNamed() throws {
    let command = try Command(Self.package)
    let result = try command.run("validate", ".", "--isolated", "--select", "dead-link", "--seed", "3")
    #expect(result.code == 0)
    #expect(result.output.contains("found 0 of 0 planted flaws"))
    #expect(result.output.contains("seed 3"))
    #expect(result.output.contains("no site for: dead-link"))
  }

  @Test func jsonListsEveryOutcome() throws {
    let result = try validate("--output-format", "json", "--seed", "5")
    #expect(result.code == 0)
    let root = try #require(try result.json() as? [String: Any])
    #expect(root["seed"] as? Int == 5)
    #expect(root["planted"] as? Int == root["found"] as? Int)
    let rows = try #require(root["rows"] as? [[String: Any]])
    #expect(!rows.isEmpty)
    for row in rows {
      #expect(row["rule"] as? String == "error-without-value")
      #expect((row["outcomes"] as? [Any])?.count == row["planted"] as? Int)
    }
  }
}
