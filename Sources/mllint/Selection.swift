import ArgumentParser
import Lint

/// Which rules run, as the command line says it.
struct SelectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Run these rules instead of the configured ones: ids, families or 'all', separated by commas; repeatable.",
      discussion: "A rule in preview runs if it is named itself.", valueName: "rule"))
  var select: [String] = []

  @Option(
    help: ArgumentHelp("Run these rules besides the configured ones; written as for --select.", valueName: "rule"))
  var extendSelect: [String] = []

  @Option(
    help: ArgumentHelp("Leave these rules out, whatever else selects them; written as for --select.", valueName: "rule")
  )
  var ignore: [String] = []

  @Flag(help: "Run rules in preview too: those whose precision has not been measured on real repositories.")
  var preview = false

  /// The ids of the rules to run.
  func rules(of catalogue: Catalogue) throws -> [String] {
    var chosen = Set(
      select.isEmpty ? catalogue.ids.filter { isOn($0, catalogue) } : try expand(select, catalogue))
    chosen.formUnion(try expand(extendSelect, catalogue))
    for name in split(ignore) { chosen.subtract(try catalogue.rules(named: name)) }
    return chosen.sorted()
  }

  private func expand(_ names: [String], _ catalogue: Catalogue) throws -> [String] {
    try split(names).flatMap { name in
      try catalogue.rules(named: name).filter { $0 == name || isOn($0, catalogue) }
    }
  }

  private func isOn(_ id: String, _ catalogue: Catalogue) -> Bool {
    preview || catalogue.pages[id]?.stability == .stable
  }

  private func split(_ names: [String]) -> [String] {
    names.flatMap { $0.split { $0 == "," || $0 == " " }.map(String.init) }
  }
}
