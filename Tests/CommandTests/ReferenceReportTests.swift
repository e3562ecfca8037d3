import Foundation
import Testing

/// End-to-end tests of `mllint reference report`, `leaderboard` and `benchmark`.
@Suite struct ReferenceReportTests {
  @Test func reportAndLeaderboardIncludeRuns() throws {
    let command = try Command()
    #expect(try command.run("reference", "report").code == 2)
    for name in ["first", "second"] {
      let trained = try command.run(Command.quickTraining + ["--name", name, "--quiet"])
      #expect(trained.code == 0, "\(trained.errors)")
    }
    let one = try command.run("reference", "report", "runs/first")
    #expect(one.code == 0, "\(one.errors)")
    #expect(one.output.contains("runs/first/report.html"))
    let page = String(decoding: try command.read("runs/first/report.html"), as: UTF8.self)
    for part in ["<h2", "data:image/png;base64,", "<svg", "article-cnn", "validation"] {
      #expect(page.contains(part), "expected '\(part)' in the report")
    }
    #expect(!page.contains("src=\"http") && !page.contains("<script"))

    let both = try command.run("reference", "report", "runs/first", "runs/second", "--output", "both.html")
    #expect(both.code == 0, "\(both.errors)")
    #expect(String(decoding: try command.read("both.html"), as: UTF8.self).contains("second"))

    let board = try command.run("reference", "leaderboard", "--output-format", "json")
    #expect(board.code == 0, "\(board.errors)")
    #expect(board.output.contains("first") && board.output.contains("second"), "\(board.output)")
  }

  @Test func corruptRunReportsFileAndLine() throws {
    let command = try Command(["runs/bad/configuration.json": "{\n\"model\": oops}"])
    let done = try command.run("reference", "report", "runs/bad")
    #expect(done.code == 2)
    #expect(done.errors.contains("runs/bad/configuration.json:2:"), "\(done.errors)")
  }

  @Test func benchmarkMeasuresThroughput() throws {
    let command = try Command()
    let done = try command.run(
      "reference", "benchmark", "article-cnn", "--seconds", "0.2", "--threads", "1", "--output-format", "json")
    #expect(done.code == 0, "\(done.errors)")
    let speeds = try done.json() as? [[String: Any]] ?? []
    #expect(speeds.count == 1 && speeds[0]["parameters"] as? Int == 13_602)
    #expect((speeds.first?["images_per_second"] as? Double ?? 0) > 100)
    let unknown = try command.run("reference", "benchmark", "lenet", "--seconds", "0.2")
    #expect(unknown.code == 2 && unknown.errors.contains("unknown model 'lenet'; choose from"), "\(unknown.errors)")
  }
}
