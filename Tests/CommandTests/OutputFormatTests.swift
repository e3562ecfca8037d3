import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Each format is read back by an independent parser.
@Suite struct OutputFormatTests {
  private static let files = [
    "a.yml": "ä: 1  # mllint: allow(no-such-rule) for the test\n",
    "b & c.yml": "# mllint: allow(unused-suppression)\nx: 2\n",
  ]

  private func run(_ format: String) throws -> Command.Result {
    try Command(Self.files).run("check", "--output-format", format, "--exit-zero", ".")
  }

  @Test func json() throws {
    let root = try #require(try run("json").json() as? [String: Any])
    #expect(Set(root.keys) == ["findings", "summary", "tool", "version"])
    let findings = try #require(root["findings"] as? [[String: Any]])
    #expect(findings.map { $0["path"] as? String } == ["a.yml", "b & c.yml", "b & c.yml"])
    let first = try #require(findings.first)
    #expect(
      Set(first.keys) == [
        "cell", "confidence", "end", "fingerprint", "fix", "help", "message", "path", "principles", "related", "rule",
        "severity", "start", "symbol",
      ])
    #expect(first["start"] as? [String: Int] == ["line": 1, "column": 7, "offset": 7])
    #expect(first["cell"] is NSNull)
    let summary = try #require(root["summary"] as? [String: Any])
    #expect(summary["files"] as? Int == 2)
    #expect(summary["findings"] as? Int == 3)
  }

  @Test func sarif() throws {
    let root = try #require(try run("sarif").json() as? [String: Any])
    #expect(root["version"] as? String == "2.1.0")
    let first = try #require((root["runs"] as? [[String: Any]])?.first)
    let driver = try #require((first["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]]).compactMap { $0["id"] as? String }
    for result in try #require(first["results"] as? [[String: Any]]) {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index] == result["ruleId"] as? String)
      #expect((result["partialFingerprints"] as? [String: String])?.isEmpty == false)
    }
    #expect(try run("sarif").output.contains("\"uri\": \"b%20%26%20c.yml\""))
  }

  @Test func gitlab() throws {
    let findings = try #require(try run("gitlab").json() as? [[String: Any]])
    let fingerprints = findings.compactMap { $0["fingerprint"] as? String }
    #expect(fingerprints.count == 3)
    #expect(Set(fingerprints).count == 3)
  }

  @Test func junit() throws {
    let document = try XMLDocument(xmlString: try run("junit").output)
    #expect(try document.nodes(forXPath: "//failure").count == 3)
    #expect(try document.nodes(forXPath: "//testsuite").count == 2)
  }

  @Test func github() throws {
    let result = try Command(Self.files).run("check", "--exit-zero", environment: ["GITHUB_ACTIONS": "true"])
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("::warning file=a.yml,line=1,endLine=1,col=7,endColumn="))
    #expect(lines[0].contains(",title=mllint (unused-suppression)::a.yml:1:7: unknown rule"))
  }

  @Test func textMarksTheRange() throws {
    let output = try run("text").output
    #expect(output.contains("1 | ä: 1  # mllint: allow(no-such-rule) for the test\n  |       ^^^^^^"))
    #expect(!output.contains("\u{1B}"))
  }

  @Test func severalFormatsAtOnce() throws {
    let command = try Command(Self.files)
    let result = try command.run(
      "check", "--exit-zero", "--output-format", "concise", "--output-format", "json:report.json")
    #expect(result.output.split(separator: "\n").count == 3)
    let report = try Data(contentsOf: URL(filePath: command.path + "/report.json"))
    #expect(try JSONSerialization.jsonObject(with: report) is [String: Any])
  }
}
