import Foundation
import Reference
import Testing

/// Writes the pages that screenshot.sh checks to the directory given by `MLLINT_REPORT_PAGES`.
@Suite struct PageSamples {
  static let target = ProcessInfo.processInfo.environment["MLLINT_REPORT_PAGES"]

  @Test(.enabled(if: target != nil, "MLLINT_REPORT_PAGES is not set"))
  func writePages() throws {
    let target = FilePath(try #require(Self.target))
    let samples = try SampleRuns()
    let first = try samples.write(SampleRun())
    let others = try [
      SampleRun(name: "2026-11-27-cheap-slow", seed: 2, learningRate: 0.03, testAccuracy: 0.9744),
      SampleRun(name: "2026-11-28-residual", model: "residual", seed: 3, testAccuracy: 0.9857),
    ].map { try samples.write($0) }
    let running = try samples.write(SampleRun(name: "2026-11-28-running", seed: 4, finishedEpochs: 6))
    let many = try samples.write(
      SampleRun(
        name: "kanji", dataset: "kkanji49-28", testAccuracy: 0.951, testImages: 5733,
        classNames: "一云事人又入物出見大下上中子也之心此時日有無候御申成方月水用生田白目知立行言身年其共分別取可召右左今".map { "\($0)" }))
    for (name, directories) in [
      ("one", [first]), ("several", [first] + others), ("running", [running]), ("many-classes", [many]),
    ] {
      let runs = try directories.map { try RecordedRun(reading: $0) }
      let boards = try Leaderboard.all(in: samples.directory, dataset: runs[0].dataset)
      let page = ReportPage(runs: runs, leaderboard: boards.first, generator: "mllint 0.1.0")
      try AtomicFile.write(Array(page.html.utf8), to: target.appending("\(name).html"))
    }
  }
}
