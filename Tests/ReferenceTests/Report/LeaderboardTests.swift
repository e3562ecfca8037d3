import Foundation
import Reference
import Testing

@Suite struct LeaderboardTests {
  private let samples: SampleRuns

  init() throws { samples = try SampleRuns() }

  @Test func localRunsAreRankedAmongPublishedResults() throws {
    try samples.write(SampleRun())
    let board = try #require(try Leaderboard.all(in: samples.directory).first)
    #expect(board.dataset == "kmnist")
    #expect(board.entries.count == 10)
    #expect(board.entries.first?.model == "Shake-Shake-26 2x96d, cutout 14")
    #expect(board.entries.last?.testAccuracy == 0.921)
    let entry = try #require(board.entry(of: "2026-11-28-cheap"))
    #expect(entry.rank == 6)
    #expect(entry.isLocal)
    #expect(entry.model == "cheap, default, seed 1")
  }

  @Test func tiesShareARank() throws {
    try samples.write(SampleRun(name: "a", testAccuracy: 0.9782))
    try samples.write(SampleRun(name: "b", testAccuracy: 0.95))
    let board = try #require(try Leaderboard.all(in: samples.directory).first)
    #expect(board.entries.filter { $0.testAccuracy == 0.9782 }.map(\.rank) == [6, 6])
    #expect(board.entry(of: "b")?.rank == 8)
  }

  @Test func incomparableRunsAreUnranked() throws {
    try samples.write(SampleRun(name: "quick", testImages: 1000))
    try samples.write(SampleRun(name: "running", finishedEpochs: 2))
    try samples.write(SampleRun(name: "corrupt"))
    try samples.write("{", to: "corrupt/result.json")
    let board = try #require(try Leaderboard.all(in: samples.directory).first)
    #expect(board.entries.allSatisfy { !$0.isLocal })
    let reasons = Dictionary(uniqueKeysWithValues: board.unranked.map { ($0.run, $0.reason) })
    #expect(reasons["quick"] == "evaluated on 1,000 of the 10,000 test images")
    #expect(reasons["running"]?.hasPrefix("not finished; ") == true)
    #expect(reasons["corrupt"]?.contains("result.json:1:2: invalid JSON") == true)
  }

  @Test func datasetsHaveSeparateLeaderboards() throws {
    try samples.write(SampleRun(name: "a", dataset: "mnist"))
    try samples.write(SampleRun(name: "b", dataset: "mnist"))
    try samples.write(SampleRun(name: "c"))
    let boards = try Leaderboard.all(in: samples.directory)
    #expect(boards.map(\.dataset) == ["mnist", "kmnist"])
    #expect(boards.map { $0.entries.count } == [2, 10])
    #expect(try Leaderboard.all(in: samples.directory, dataset: "mnist").map(\.dataset) == ["mnist"])
  }

  @Test func publishedResultsNeedNoRuns() throws {
    let nowhere = samples.directory.appending("nowhere")
    #expect(try Leaderboard.all(in: nowhere, dataset: "kmnist").first?.entries.count == 9)
    #expect(throws: ReportError.noRuns(directory: nowhere.string)) { _ = try Leaderboard.all(in: nowhere) }
    #expect(throws: ReportError.unknownDataset(name: "cifar", known: ["kmnist"])) {
      _ = try Leaderboard.all(in: nowhere, dataset: "cifar")
    }
  }

  @Test func textTableMarksLocalRuns() throws {
    try samples.write(SampleRun())
    try samples.write(SampleRun(name: "a\u{1b}[2J", finishedEpochs: 2))
    let text = LeaderboardTable(try Leaderboard.all(in: samples.directory)).text
    #expect(text.hasPrefix("KMNIST, official test split, best first\n\n  rank  test accuracy  model"))
    let local = text.split(separator: "\n").filter { $0.hasPrefix("> ") }
    #expect(local.count == 1)
    #expect(local.first?.contains("98.12\u{202f}%  cheap, default, seed 1") == true)
    #expect(text.contains("  not ranked: a\u{fffd}[2J: not finished"))
    #expect(text.contains("\nData: \"KMNIST Dataset\" (created by CODH), adapted from"))
  }

  @Test func markdownTableEscapesNames() throws {
    try samples.write(SampleRun(name: "a|b_c"))
    let text = LeaderboardTable(try Leaderboard.all(in: samples.directory)).markdown
    #expect(text.contains("| ---: | ---: | --- | ---: | ---: | ---: | --- |\n"))
    #expect(text.contains("| **a\\|b\\_c** |\n"))
    #expect(text.contains("| 9 | 93.98\u{202f}% | PCA + 4-nearest neighbors |  |  |  | published |\n"))
  }

  @Test func jsonHasStableKeys() throws {
    try samples.write(SampleRun())
    let text = try LeaderboardJSON(try Leaderboard.all(in: samples.directory)).write()
    let root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(root["version"] as? Int == 1)
    let board = try #require((root["leaderboards"] as? [[String: Any]])?.first)
    #expect(board["test_split"] as? String == "official test split")
    let local = try #require((board["entries"] as? [[String: Any]])?.first { $0["is_local"] as? Bool == true })
    #expect(local["run"] as? String == "2026-11-28-cheap")
    #expect(local["test_accuracy"] as? Double == 0.9812)
    #expect(local["multiply_adds"] as? Int == 7_338_880)
  }
}
