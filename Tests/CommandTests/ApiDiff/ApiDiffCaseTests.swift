import Foundation
import Testing

/// Each class of API changes, told by the real binary: what callers notice, and nothing else.
@Suite struct ApiDiffCaseTests {
  @Test(arguments: ApiDiffCase.read(PythonApiCases.text, defaults: ["shop/__init__.py": ""]))
  func python(_ example: ApiDiffCase) throws { try check(example) }

  @Test(
    arguments: ApiDiffCase.read(
      SwiftApiCases.text, defaults: ["Package.swift": ".target(name: \"Shop\")"]))
  func swift(_ example: ApiDiffCase) throws { try check(example) }

  private func check(_ example: ApiDiffCase) throws {
    let command = try Command(example.files)
    let result = try command.run("api", "diff", "old/", "new/", "--output-format", "json", "--exit-zero")
    let report = try #require(try result.json() as? [String: Any], "\(result.errors)")
    let changes = try #require(report["changes"] as? [[String: Any]])
    let found = changes.map { change in
      let parts = ["effect", "kind", "symbol", "detail"].compactMap { change[$0] as? String }
      return (parts + (change["announced"] as? Bool == true ? ["announced"] : [])).joined(separator: " ")
    }
    #expect(found.sorted() == example.expected.sorted())
    for change in changes {
      for side in ["before", "after"] {
        guard let place = change[side] as? [String: Any], let line = place["line"] as? Int else { continue }
        #expect(line >= 1)
      }
    }
  }
}
