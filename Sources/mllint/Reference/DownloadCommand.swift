import ArgumentParser
import Foundation
import Reference

#if canImport(Glibc)
  import Glibc
#endif

struct DownloadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "download",
    abstract: "Fetch the official files of a data set; one that was cut off goes on where it stopped.",
    discussion: "Every file gets its name only once it is whole and its checksum fits. The transfer is done by curl.")

  @Argument(help: "The data set: \(DatasetCatalogue.entries.map(\.name).joined(separator: ", ")).")
  var dataset: String

  @Option(help: "The folder to put the files into; by default MLLINT_DATA, and data/NAME without it.")
  var data: String?

  @Flag(name: .shortAndLong, help: "Show no progress.")
  var quiet = false

  func run() throws {
    try ReferenceFailure.explained {
      let entry = try DatasetCatalogue.entry(named: dataset)
      let folder = data ?? Output.environment("MLLINT_DATA") ?? "data/\(dataset)"
      var shown = ""
      try DatasetCatalogue.download(entry, into: URL(filePath: folder, directoryHint: .isDirectory)) { file, received in
        let text = "\(file.name)  \(Figures.decimal(Double(received) / 1e6, 1)) MB"
        if showsProgress, text != shown { Output.show("\r\u{1B}[2K" + text) }
        shown = text
      }
      if showsProgress { Output.show("\r\u{1B}[2K") }
      Output.write("\(entry.title) is in \(folder); train with --dataset \(dataset) --data \(folder)\n")
      if let attribution = entry.attribution { Output.write(attribution + "\n") }
    }
  }

  private var showsProgress: Bool { !quiet && isatty(STDERR_FILENO) == 1 }
}
