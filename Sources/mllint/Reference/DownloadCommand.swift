import ArgumentParser
import Glibc
import Reference

struct DownloadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "download",
    abstract: "Download the official files of a dataset, resuming partial downloads.",
    discussion: """
      Files are downloaded with curl to NAME.part and renamed once they are complete and their checksum is verified.
      """)

  @Argument(help: "Dataset: \(DatasetCatalog.entries.map(\.name).joined(separator: ", ")).")
  var dataset: String

  @Option(help: "Target directory. (default: $MLLINT_DATA, or else data/DATASET)")
  var data: String?

  @Flag(name: .shortAndLong, help: "Do not show progress.")
  var quiet = false

  func run() throws {
    try ReferenceFailure.explained {
      let entry = try DatasetCatalog.entry(named: dataset)
      let directory = data ?? Output.environment("MLLINT_DATA") ?? "data/\(dataset)"
      var shown = ""
      try DatasetCatalog.download(entry, into: FilePath(directory)) { file, received in
        let text = "\(file.name)  \(NumberFormat.decimal(Double(received) / 1e6, 1)) MB"
        if showsProgress, text != shown { Output.show("\r\u{1B}[2K" + text) }
        shown = text
      }
      if showsProgress { Output.show("\r\u{1B}[2K") }
      Output.write("downloaded \(entry.title) to \(directory); train with --dataset \(dataset) --data \(directory)\n")
      if let attribution = entry.attribution { Output.write(attribution + "\n") }
    }
  }

  private var showsProgress: Bool { !quiet && isatty(STDERR_FILENO) == 1 }
}
