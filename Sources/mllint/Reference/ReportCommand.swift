import ArgumentParser
import Foundation
import Reference

#if canImport(Glibc)
  import Glibc
#endif

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write one HTML page that tells all of a training run, or compares several.",
    discussion: """
      Curves, confusion matrix, the most confident mistakes, every class, the leaderboard and the configuration, in one \
      file that needs no network. A run that is not finished is reported as far as it got.
      """)

  @Argument(help: "The run folders; the newest run in 'runs' without any. Single classes are shown of the first.")
  var runs: [String] = []

  @Option(
    help: ArgumentHelp(
      "Write the page here instead of 'report.html' in the folder of the first run.", valueName: "file"))
  var output: String?

  @Flag(
    inversion: .prefixedNo,
    help: "Open the page with xdg-open; by default where there is a display and the output is a terminal.")
  var open: Bool?

  func run() throws {
    let folders: [URL]
    let records: [RecordedRun]
    let boards: [Leaderboard]
    do throws(ReportError) {
      folders = runs.isEmpty ? [try RunFolders.newest(in: RunFolders.usual)] : runs.map { RunFolders.folder(named: $0) }
      records = try folders.map { folder throws(ReportError) in try RecordedRun(reading: folder) }
      // A run's neighbours are those of the folder that it stands in, wherever that was named from.
      boards = try Leaderboard.all(
        in: folders[0].standardizedFileURL.deletingLastPathComponent(), dataset: records[0].dataset)
    } catch {
      throw Failure("\(error)")
    }
    let page = ReportPage(runs: records, leaderboard: boards.first, generator: "mllint \(version)")
    let path = output ?? folders[0].appending(path: "report.html").relativePath
    try Output.write(Array(page.html.utf8), toFile: path)
    Output.write(path + "\n")
    if open ?? (hasDisplay && isatty(STDOUT_FILENO) == 1) { try show(path) }
  }

  private var hasDisplay: Bool {
    ["DISPLAY", "WAYLAND_DISPLAY"].contains { !(Output.environment($0) ?? "").isEmpty }
  }

  private func show(_ path: String) throws {
    guard hasDisplay else {
      Output.complain("there is no display to open '\(path)' on; open it in a browser")
      return
    }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["xdg-open", URL(filePath: path).absoluteURL.path]
    do {
      try process.run()
    } catch {
      throw Failure("'\(path)' cannot be opened with xdg-open: \(error.localizedDescription)")
    }
    process.waitUntilExit()
    if process.terminationStatus != 0 {
      throw Failure("xdg-open could not open '\(path)' (status \(process.terminationStatus)); open it in a browser")
    }
  }
}
