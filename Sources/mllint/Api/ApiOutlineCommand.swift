import ArgumentParser
import LintApiDiff
import LintModel
import LintSourceText

struct ApiOutlineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outline", abstract: "Print the public API as its callers see it (what 'mllint api' does).",
    discussion: """
      Public is what a caller can name without an underscore: __all__, what a package's __init__.py takes from its own \
      modules, names exported by decorators; in Swift what is public or open. With --write the outline becomes the \
      snapshot that 'mllint check' compares with (rule unacknowledged-api-change).
      """)

  @Argument(help: "Files and folders whose API to print.")
  var paths: [String] = ["."]

  @Option(help: "Write it as text, json or markdown.")
  var outputFormat: ApiFormat = .text

  @Option(
    help: ArgumentHelp(
      "Write the snapshot to this file instead, \(ApiSnapshot.fileName) by custom, to be committed.", valueName: "file")
  )
  var write: String?

  @OptionGroup var reading: ApiReadingOptions

  func run() throws {
    let outline = ApiOutline(try reading.modules(of: paths))
    if let write {
      guard Paths.name(of: write) == ApiSnapshot.fileName else {
        throw Failure(
          "a snapshot is called '\(ApiSnapshot.fileName)', or 'mllint check' does not find it; got '\(write)'")
      }
      try Output.write(ApiSnapshot.write(outline), toFile: write)
      let size = outline.size
      return Output.complain("wrote \(size.names) names, \(size.parameters) parameters to \(write)")
    }
    let report = ApiOutlineReport(outline)
    switch outputFormat {
    case .text: Output.write(report.text())
    case .markdown: Output.write(report.markdown())
    case .json: Output.write(report.json())
    }
  }
}
