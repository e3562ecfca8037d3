import Foundation
import LintCatalog
import Testing

/// What pages say about rules of other tools.
@Suite struct SimilarRulesTests {
  private static let pages = ((try? ExampleCase.pages()) ?? []).filter { !$0.similar.isEmpty }

  @Test(arguments: pages)
  func entriesAreComplete(_ page: RulePage) {
    #expect(page.languages.contains(.python), "ruff reads Python only")
    for entry in page.similar {
      #expect(!entry.codes.isEmpty)
      #expect(entry.codes == Set(entry.codes).sorted(), "expected each code once, in order")
      #expect(entry.beyondOnOneLine.hasSuffix("."), "expected a sentence")
    }
  }

  @Test(.enabled(if: Ruff.path != nil, Ruff.missing))
  func ruffHasEveryCode() throws {
    let known = try Ruff.rules()
    #expect(known.count > 800, "expected all rules of ruff, found \(known.count)")
    #expect(Self.pages.count >= 16, "expected the pages with counterparts, found \(Self.pages.count)")
    for page in Self.pages {
      for entry in page.similar {
        for code in entry.codes {
          let rule = try #require(known[code], "\(page.rule) names \(code), which ruff does not have")
          #expect(!rule.isRemoved, "\(page.rule) names \(code), which ruff removed")
          #expect(
            rule.isPreview == (entry.needsPreview ?? false),
            "\(page.rule) is wrong about whether \(code) needs ruff's preview mode")
        }
      }
    }
  }
}

/// The ruff that scripts/peer-environment.sh installs, or the one at `MLLINT_RUFF`.
private enum Ruff {
  struct Rule {
    var isPreview: Bool
    var isRemoved: Bool
  }

  static let missing: Comment = "no ruff: run scripts/peer-environment.sh, or set MLLINT_RUFF"

  static let path: String? = {
    if let path = ProcessInfo.processInfo.environment["MLLINT_RUFF"] { return path }
    let package = URL(filePath: #filePath).pathComponents.dropLast(3).joined(separator: "/").dropFirst()
    let installed = "\(package)/.build/peers/bin/ruff"
    return FileManager.default.isExecutableFile(atPath: installed) ? installed : nil
  }()

  /// Every rule by its code.
  static func rules() throws -> [String: Rule] {
    let process = Process()
    process.executableURL = URL(filePath: path ?? "")
    process.arguments = ["rule", "--all", "--output-format", "json"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let entries = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    return try entries.reduce(into: [:]) { rules, entry in
      // Some rules in preview have a name only.
      guard let code = entry["code"] as? String else { return }
      let isRemoved = (entry["status"] as? [String: Any])?["Removed"] != nil
      rules[code] = Rule(isPreview: try #require(entry["preview"] as? Bool), isRemoved: isRemoved)
    }
  }
}
