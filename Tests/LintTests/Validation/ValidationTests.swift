import Foundation
import Lint
import LintCatalog
import LintModel
import LintSourceText
import LintValidation
import LintWorkspace
import Testing

/// Flaws are planted and looked for through the whole engine.
@Suite struct ValidationTests {
  /// Rules that no planted change can show: what they need comes from outside the files.
  private static let unplantable: Set<String> = ["low-coverage", "unacknowledged-api-change"]

  private func report(
    _ rules: Set<String>, sites: Int = 2, planters: [any Planter] = PlanterCatalog.all
  ) throws -> (report: ValidationReport, folder: ScratchCompanion) {
    let companion = try ScratchCompanion()
    var workspace = try Workspace.builtIn()
    workspace.workingDirectory = companion.folder
    var options = ValidationOptions()
    options.rules = rules
    options.sites = sites
    options.plantsOneByOne = true
    return (try Validation(companion.folder, in: workspace, options, planters: planters).run(), companion)
  }

  @Test func everyStableRuleHasAPlanter() throws {
    let stable = try Catalog.builtIn().headers.filter { $0.stability == .stable }.map(\.rule)
    let planted = Set(PlanterCatalog.all.map(\.rule))
    #expect(Set(stable).subtracting(planted).subtracting(Self.unplantable) == [], "stable rules without a planter")
  }

  @Test func everyPlanterNamesARule() throws {
    let known = try Set(Catalog.builtIn().rules)
    #expect(Set(PlanterCatalog.all.map(\.rule)).subtracting(known) == [], "planters of unknown rules")
  }

  @Test(arguments: [
    "error-without-value", "missing-space", "stale-parameter-doc", "undocumented-parameter", "dead-link",
    "unused-parameter",
    "out-of-order-notebook", "missing-ci", "missing-comma",
  ])
  func plantedFlawsAreFound(rule: String) throws {
    let (report, _) = try report([rule])
    #expect(report.planted > 0)
    #expect(report.problems(minimumSites: 1) == [])
  }

  @Test func aChangeThatIsNoFlawIsNotFound() throws {
    let (report, _) = try report(["missing-space"], planters: [HarmlessPlanter()])
    let row = try #require(report.rows.first)
    #expect(row.planted == 2)
    #expect(row.found == 0)
    #expect(row.misses.first?.diff.contains("+# harmless") == true)
    #expect(report.problems(minimumSites: 1).count == 2)
  }

  @Test func findingsOfOtherRulesAreReported() throws {
    let (report, _) = try report(["missing-space"], planters: [OtherFlawPlanter()])
    let others = report.rows.flatMap(\.outcomes).flatMap(\.others)
    #expect(!others.isEmpty)
    #expect(others.allSatisfy { $0.hasPrefix("unused-constant in corvid/") })
  }

  @Test func aSeedChoosesTheSameSites() throws {
    let first = try report(["undocumented-parameter"], sites: 3).report
    let second = try report(["undocumented-parameter"], sites: 3).report
    #expect(first.rows.flatMap(\.outcomes).map(\.diff) == second.rows.flatMap(\.outcomes).map(\.diff))
    #expect(first.planted == 3)
  }

  @Test func nothingIsWritten() throws {
    let (_, companion) = try report(["unreadable-file", "missing-ci", "dead-link"])
    let folder = URL(filePath: companion.folder)
    let untouched = try ScratchCompanion()
    let names = try #require(FileManager.default.subpaths(atPath: companion.folder))
    #expect(names.sorted() == FileManager.default.subpaths(atPath: untouched.folder)?.sorted())
    for name in names {
      let before = try? Data(contentsOf: URL(filePath: untouched.folder).appending(path: name))
      #expect((try? Data(contentsOf: folder.appending(path: name))) == before, "\(name) was changed")
    }
  }
}

/// Writes a comment that no rule minds.
private struct HarmlessPlanter: Planter {
  let rule = "missing-space"
  let flaw = "write a comment"

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    let start = SourceRange(start: 0, end: 0)
    return [Plant(file.reference.path, [Fix.Edit(start, "# harmless\n")], expected: [start])]
  }
}

/// Plants the flaw of another rule than it says.
private struct OtherFlawPlanter: Planter {
  let rule = "missing-space"
  let flaw = "define a constant"

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    guard file.reference.path == "corvid/metrics.py" else { return [] }
    let end = UInt32(file.text.bytes.count)
    let range = SourceRange(start: end, end: end)
    return [Plant(file.reference.path, [Fix.Edit(range, "\n\n_LOOKBACK = 4\n")], expected: [.fileStart])]
  }
}
