import Foundation
import Testing

/// `mllint principles`, and `check --statistics` by principle.
@Suite struct PrincipleTests {
  @Test func textListsEveryPrinciple() throws {
    let result = try Command().run("principles")
    #expect(result.code == 0)
    #expect(result.output.hasPrefix("Can be checked in files ("))
    for number in 1...43 { #expect(result.output.contains("\nP\(number < 10 ? "0" : "")\(number)  ")) }
    #expect(result.output.contains("     none: It is about careers"))
    #expect(result.output.split(separator: "\n").allSatisfy { $0.count <= 140 })
  }

  @Test func jsonIsValid() throws {
    let list = try #require(try Command().run("principles", "--output-format", "json").json() as? [[String: Any]])
    #expect(list.count == 43)
    #expect(list.map { $0["id"] as? String }.first == "P01")
    for principle in list {
      let rules = try #require(principle["rules"] as? [String])
      if let reason = principle["whyNone"] as? String, !reason.isEmpty { #expect(rules.isEmpty) }
    }
  }

  @Test func markdownLinksToTheRules() throws {
    let text = try Command().run("principles", "--output-format", "markdown").output
    #expect(text.hasPrefix("# Principles\n"))
    #expect(text.contains("- [missing-error-message](rules/missing-error-message.md)"))
  }

  private static let files = [
    "nets.py":
      "def size(n):\n    if n < 0:\n        raise ValueError()\n    if n > 9:\n        raise Exception('n is 9 at most')\n"
  ]

  @Test func statisticsGroupByPrinciple() throws {
    let result = try Command(Self.files).run(
      "check", "--select", "missing-error-message,generic-error-type", "--statistics", "--exit-zero", "nets.py")
    #expect(result.errors == "")
    let heads = result.output.split(separator: "\n").filter { $0.hasPrefix("P") }
    #expect(heads.map { $0.prefix(3) } == ["P13", "P22"])
    #expect(heads.first?.contains("An API has users") == true)
    #expect(result.output.contains("  in all"))
    #expect(result.output.contains("total"))
  }

  @Test func statisticsAsJSONCountEachFindingOnceInTheTotal() throws {
    let result = try Command(Self.files).run(
      "check", "--select", "missing-error-message,generic-error-type", "--statistics", "--exit-zero",
      "--output-format", "json", "nets.py")
    let root = try #require(try result.json() as? [String: Any])
    #expect(root["findings"] as? Int == 2)
    let groups = try #require(root["principles"] as? [[String: Any]])
    #expect(groups.map { $0["id"] as? String } == ["P13", "P22"])
    #expect(groups.map { $0["findings"] as? Int } == [1, 2])
  }
}
