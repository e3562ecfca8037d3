import LintModel
import LintRuleKit
import LintSourceText

/// Public functions and classes that no test reaches: one by one where a module lacks few, else one finding a module.
struct UntestedApi: ProjectRule {
  struct Options: RuleOptions {
    /// Percentage of a module's public symbols that tests must reach for the others to be reported one by one.
    var minimumPercent: Double
    /// Percentage of a project's public symbols below which the project is reported as a whole.
    var projectPercent: Double
    /// Decorators that enter a symbol in a registry which tests go through as a whole.
    var registries: [String]
    /// Functions by which a test finds all classes of a kind.
    var discoverers: [String]
  }

  struct Fact: Codable {
    struct Symbol: Codable {
      var name: String
      var range: SourceRange
      /// Reached whatever the tests name: a registry holds it, or doctest tries it.
      var isReached: Bool
      /// A class with a base class, which a test that looks for all of a kind finds.
      var isDerived: Bool
    }

    /// Another name for things: `from .dense import build as make`, `LAYERS = {"dense": Dense}`.
    struct Alias: Codable {
      var name: String
      /// What it stands for, as hashes.
      var targets: [UInt64]
    }

    /// Public functions and types of a library file.
    var symbols: [Symbol] = []
    /// Names of all the functions and types at the file's top, its private ones too: a test of one is a way in.
    var definitions: [String] = []
    var aliases: [Alias] = []
    /// What the file refers to.
    var mentions: Mentions
    /// Hashes of what the calls at the file's top call and hand over: importing it runs or registers that.
    var started: [UInt64] = []
    /// Whether the file enters anything in a registry, from which tests may take it without naming it.
    var fillsRegistry = false
    /// The canonical names of the tests that the file holds: `test_dice_loss`.
    var tests: [String] = []
    /// Whether a test goes through a module's names rather than write them out.
    var goesThroughNames = false
  }

  /// Missing symbols of a module that are worth a finding each.
  private static let mostSites = 3

  let options: Options

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ report: inout Report) {
    let tests = facts.filter { $0.file.role == .test }
    let modules = PublicApi.modules(of: facts)
    guard let first = modules.first?.file else { return }
    let total = modules.reduce(0) { $0 + $1.facts.reduce(0) { $0 + $1.symbols.count } }
    let start = Location(path: first.path, range: .fileStart)
    guard tests.contains(where: { $0.facts.contains { !$0.tests.isEmpty } }) else {
      guard PublicApi.isWholeProject(modules, in: project) else { return }
      return report.add(
        .noTests(symbols: total, modules: modules.count), at: start, symbol: first.module, count: total)
    }
    let evidence = TestEvidence(
      tests: tests, others: facts.filter { $0.file.role != .test }, discoverers: options.discoverers)
    let untested = modules.map { module in
      evidence.goesThrough(module.file) ? [] : module.facts.flatMap(\.symbols).filter { !evidence.covers($0) }
    }
    let missing = untested.reduce(0) { $0 + $1.count }
    guard Double(total - missing) * 100 >= options.projectPercent * Double(total) else {
      return report.add(
        .fewTests(reached: total - missing, of: total), at: start, symbol: first.module, count: missing)
    }
    for (module, untested) in zip(modules, untested) {
      let count = module.facts.reduce(0) { $0 + $1.symbols.count }
      let isWellTested = Double(count - untested.count) * 100 >= options.minimumPercent * Double(count)
      // What a test file that bears the module's name does not write out, it may reach in ways of its own.
      if isWellTested || !evidence.hasOwnTests(module.file) {
        self.report(untested, of: count, in: module.file, oneByOne: isWellTested, &report)
      }
    }
  }

  private func report(
    _ untested: [Fact.Symbol], of count: Int, in file: FileReference, oneByOne: Bool, _ report: inout Report
  ) {
    func location(_ symbol: Fact.Symbol) -> Location { Location(path: file.path, range: symbol.range) }
    guard let first = untested.first else { return }
    if untested.count == 1 || oneByOne && untested.count <= Self.mostSites {
      for symbol in untested {
        report.add(.untested(symbol.name), at: location(symbol), symbol: "\(file.module).\(symbol.name)")
      }
      return
    }
    report.add(
      .untested(untested.map(\.name), of: count), at: location(first), symbol: file.module,
      related: untested.dropFirst().prefix(5).map { Evidence("'\($0.name)' is in no test either", at: location($0)) },
      count: untested.count)
  }
}

extension Message {
  fileprivate static func untested(_ name: String) -> Message {
    "no test names '\(name)', nor anything that uses it; test it or make it private"
  }

  fileprivate static func untested(_ names: [String], of total: Int) -> Message {
    let list = names.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
    let rest = names.count > 5 ? " and \(names.count - 5) more" : ""
    return
      "no test names \(names.count) of this module's \(total) public symbols: \(list)\(rest); test them or make them private"
  }

  fileprivate static func noTests(symbols: Int, modules: Int) -> Message {
    "the project has no tests for the \(symbols) public symbols of its \(modules) modules; begin with the one most used"
  }

  fileprivate static func fewTests(reached: Int, of total: Int) -> Message {
    "the project's tests name \(reached) of its \(total) public symbols; begin with the one most used"
  }
}
