import ArgumentParser
import Lint
import LintCatalog
import LintModel

struct PrinciplesCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, markdown }

  static let configuration = CommandConfiguration(
    commandName: "principles",
    abstract: "List the principles and the rules that encode them.")

  @Option(help: "Output format: text, json or markdown.")
  var outputFormat: Format = .text

  func run() throws {
    let list: PrincipleList
    do {
      let catalog = try Catalog.builtIn()
      list = PrincipleList(try catalog.principles(), catalog.headers)
    } catch {
      throw Failure("the built-in principles are broken: \(error)")
    }
    switch outputFormat {
    case .text: Output.write(list.text)
    case .json: Output.write(list.json)
    case .markdown: Output.write(list.markdown())
    }
  }
}
