import ArgumentParser
import LintModel
import LintProject
import LintRuleKit
import LintSerialization
import LintSourceText
import LintWorkspace

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a commented mllint.yml to start from; never overwrites one.")

  @Argument(help: "The folder to configure.")
  var folder = "."

  @Flag(help: "Write the words that the code agrees on under 'vocabulary:'; from then on they beat the statistics.")
  var vocabulary = false

  @Flag(help: "Print it instead of writing it.")
  var print = false

  func run() throws {
    guard FileSystem.kind(of: Paths.absolute(folder, in: Paths.workingDirectory())) == .folder else {
      throw Failure("'\(folder)' is no folder; name the one that 'mllint.yml' is to stand in")
    }
    let path = folder == "." ? ConfigurationLoader.fileName : Paths.join(folder, ConfigurationLoader.fileName)
    if !print { try refuseToOverwrite(path) }
    var words: [VocabularyEntry] = []
    if vocabulary {
      let source = try VocabularySource.parse(["--isolated"])
      words = StarterConfiguration.merged(try source.reports(of: [folder]).map(\.entries))
    }
    let text = StarterConfiguration(words: vocabulary ? words : nil).write()
    if print { return Output.write(text) }
    try Output.write(Array(text.utf8), toFile: path)
    Output.write("wrote \(path)\n")
  }

  private func refuseToOverwrite(_ path: String) throws {
    if FileSystem.exists(path) {
      throw Failure("'\(path)' is there already; remove it first, or print a new one to copy from with --print")
    }
    let here = Paths.workingDirectory()
    let loader = ConfigurationLoader(workingDirectory: here)
    let absolute = Paths.absolute(folder, in: here)
    do {
      guard let found = try loader.find(from: absolute, upTo: absolute) else { return }
      throw Failure(
        "'\(Paths.relative(found, to: here))' configures mllint already, under [tool.mllint]; remove that table first, "
          + "or print a new configuration to copy from with --print")
    } catch let error as YAMLError {
      throw Failure("\(error)")
    }
  }
}
