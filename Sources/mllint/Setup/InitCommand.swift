import ArgumentParser
import LintModel
import LintProject
import LintRuleKit
import LintSerialization
import LintSourceText
import LintWorkspace

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a commented mllint.yml; never overwrite an existing one.")

  @Argument(help: "The folder to configure.")
  var folder = "."

  @Flag(help: "Write the dominant names under 'vocabulary:', where they override the statistics.")
  var vocabulary = false

  @Flag(help: "Print the configuration instead of writing it.")
  var print = false

  func run() throws {
    guard FileSystem.kind(of: Paths.absolute(folder, in: Paths.workingDirectory())) == .folder else {
      throw Failure("'\(folder)' is not a folder; pass the folder for 'mllint.yml'")
    }
    let path = folder == "." ? ConfigurationLoader.fileName : Paths.join(folder, ConfigurationLoader.fileName)
    if !print { try refuseToOverwrite(path) }
    var words: [VocabularyEntry] = []
    if vocabulary {
      let source = try VocabularySource.parse(["--isolated"])
      words = StarterConfiguration.merged(try source.reports(of: [folder]).map(\.entries))
    }
    let text = StarterConfiguration(words: vocabulary ? words : nil, ruffFile: try ruffFile()).write()
    if print { return Output.write(text) }
    try Output.write(Array(text.utf8), toFile: path)
    Output.write("wrote \(path)\n")
  }

  /// The name of the file that configures ruff in the folder; nil without one.
  private func ruffFile() throws -> String? {
    let here = Paths.workingDirectory()
    do {
      return try RuffConfiguration(of: Paths.absolute(folder, in: here), workingDirectory: here)?.path
    } catch {
      throw Failure("\(error)")
    }
  }

  private func refuseToOverwrite(_ path: String) throws {
    if FileSystem.exists(path) {
      throw Failure("'\(path)' already exists; remove it first, or use --print")
    }
    let here = Paths.workingDirectory()
    let loader = ConfigurationLoader(workingDirectory: here)
    let absolute = Paths.absolute(folder, in: here)
    do {
      guard let found = try loader.find(from: absolute, upTo: absolute) else { return }
      throw Failure(
        "'\(Paths.relative(found, to: here))' already has a [tool.mllint] table; remove it first, "
          + "or use --print")
    } catch let error as YAMLError {
      throw Failure("\(error)")
    }
  }
}
