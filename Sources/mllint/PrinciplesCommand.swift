import ArgumentParser
import Lint
import Rules

struct PrinciplesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "principles",
    abstract: "List every principle, and the rules that encode it, or why none can.")

  func run() throws {
    let principles: [Principle]
    do {
      principles = try StrictDecoder.decode(
        from: .parse(Array(cataloguePrinciples.text.utf8), path: cataloguePrinciples.path))
    } catch {
      throw Failure("the built-in principles are broken: \(error)")
    }
    var text = ""
    for principle in principles {
      text += "\(principle.id)  \(principle.paraphrase.split(whereSeparator: \.isWhitespace).joined(separator: " "))\n"
      if let rules = principle.rules, !rules.isEmpty { text += "     rules: \(rules.joined(separator: ", "))\n" }
      if let planned = principle.planned, !planned.isEmpty {
        text += "     planned: \(planned.joined(separator: ", "))\n"
      }
      if let reason = principle.whyNone {
        text += "     none: \(reason.split(whereSeparator: \.isWhitespace).joined(separator: " "))\n"
      }
    }
    Output.write(text)
  }
}
