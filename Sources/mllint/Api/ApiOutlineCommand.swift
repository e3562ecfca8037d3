import ArgumentParser
import LintApiDiff
import LintModel
import LintSourceText

struct ApiOutlineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outline", abstract: "Print the public API; the default of 'mllint api'.",
    discussion: """
      In Python, public names are those in __all__, those that a package's __init__.py imports from its own modules, and \
      those exported by decorators; in Swift, those declared public or open. --write saves a snapshot that 'mllint \
      check' compares the code with (rule unacknowledged-api-change).
      """)

  @Argument(help: "Files and folders whose API is printed.")
  var paths: [String] = ["."]

  @Option(help: "Output format: text, json or markdown.")
  var outputFormat: ApiFormat = .text

  @Option(
    help: ArgumentHelp(
      "Write a snapshot to this file instead, usually \(ApiSnapshot.fileName), and commit it.", valueName: "file")
  )
  var write: String?

  @OptionGroup var reading: ApiReadingOptions

  func run() throws {
    let outline = ApiOutline(try reading.files(of: paths).modules)
    if let write {
      guard Paths.name(of: write) == ApiSnapshot.fileName else {
        throw Failure(
          "a snapshot must be named '\(ApiSnapshot.fileName)' so that 'mllint check' finds it; got '\(write)'")
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
