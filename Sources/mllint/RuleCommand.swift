import ArgumentParser
import Lint

struct RuleCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, markdown }

  static let configuration = CommandConfiguration(
    commandName: "rule", abstract: "Explain one rule, with its options and examples, or list them all.")

  @Argument(help: "The rule's id, as it stands in brackets in a finding.")
  var id: String?

  @Option(help: "Write it as text, json or markdown.")
  var outputFormat: Format = .text

  func run() throws {
    let catalogue = try Catalogue()
    guard let id else { return Output.write(RuleList(catalogue).write(outputFormat)) }
    guard let file = catalogue.file(of: id) else {
      let hint = Suggestion.nearest(to: id, among: catalogue.ids).map { "did you mean '\($0)'?" }
      throw Failure("no rule is called '\(id)'; \(hint ?? "'mllint rule' lists them all")")
    }
    do {
      let page: RulePage = try StrictDecoder.decode(from: .parse(Array(file.text.utf8), path: file.path))
      Output.write(RuleExplanation(page).write(outputFormat))
    } catch {
      throw Failure("the page of '\(id)' cannot be read: \(error)")
    }
  }
}
