import LintModel
import LintRuleKit
import LintSourceText

/// Public functions and classes that no test reaches: one finding each if a module has few, otherwise one per module.
struct UntestedApi: ProjectRule {
  struct Options: RuleOptions {
    /// Minimum percentage of a module's public symbols that tests must reach for the others to be reported one by one.
    var minimumPercent: Double
    /// Minimum percentage of the project's public symbols that tests must reach; below it, the project is one finding.
    var projectPercent: Double
    /// Decorators that add a symbol to a registry, over which tests iterate.
    var registries: [String]
    /// Functions with which a test finds all subclasses of a class.
    var discoverers: [String]
  }

  struct Fact {
    struct Symbol {
      var name: String
      var range: SourceRange
      /// Reached without being named: it is in a registry, or has a doctest.
      var isReached: Bool
      /// A class with a base class, which a test that searches for subclasses finds.
      var isDerived: Bool
      /// Hashes of the last names of its bases.
      var bases: [UInt64] = []
      /// Whether its own file names it outside its definition.
      var isUsedHere = true
    }

    /// An alias: `from .dense import build as make`, `LAYERS = {"dense": Dense}`.
    struct Alias {
      var name: String
      /// Hashes of the names that it stands for.
      var targets: [UInt64]
    }

    /// Public functions and types of a library file.
    var symbols: [Symbol] = []
    /// Names of all top-level functions and types, including private ones: a test of one reaches the file.
    var definitions: [String] = []
    var aliases: [Alias] = []
    /// The names that the file mentions.
    var mentions: IdentifierSet
    /// Hashes of the callees and arguments of top-level calls: importing the file runs or registers them.
    var started: [UInt64] = []
    /// Whether the file adds anything to a registry, from which tests may get it without naming it.
    var fillsRegistry = false
    /// Whether the file adds commands to a command line, through which tests may run them.
    var hasCommands = false
    /// Classes in the file that keep track of their subclasses.
    var trackers: [UInt64] = []
    /// The canonical names of the tests in the file: `test_dice_loss`.
    var tests: [String] = []
    /// Whether a test iterates over the names of a module.
    var goesThroughNames = false
    /// Whether only its mentions count, as of a document or a configuration.
    var onlyMentions = false
  }

  /// Maximum number of separate findings in one module.
  private static let mostSites = 3

  let options: Options

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    let all = facts
    let facts = all.filter { !$0.facts.contains(where: \.onlyMentions) }
    let tests = facts.filter { $0.file.role == .test }
    let modules = PublicApi.modules(of: facts).filter { !project.swift.isOfMacro($0.file) }
    guard !modules.isEmpty else { return }
    let total = modules.reduce(0) { $0 + $1.facts.reduce(0) { $0 + $1.symbols.count } }
    guard tests.contains(where: { $0.facts.contains { !$0.tests.isEmpty } }) else {
      guard PublicApi.isWholeProject(modules, in: project) else { return }
      let symbols = UntestedSymbols(modules.map { ($0.file, $0.facts.flatMap(\.symbols)) }, usedBy: facts)
      return symbols.add(
        { .noTests(symbols: total, modules: modules.count, start: $0) }, to: &collector)
    }
    let evidence = TestEvidence(
      tests: tests, others: facts.filter { $0.file.role != .test }, discoverers: options.discoverers)
    let untested = modules.map { module in
      evidence.goesThrough(module.file) ? [] : module.facts.flatMap(\.symbols).filter { !evidence.covers($0) }
    }
    let missing = untested.reduce(0) { $0 + $1.count }
    let untouched = zip(modules, untested).count { $0.facts.reduce(0) { $0 + $1.symbols.count } == $1.count }
    if Double(total - missing) * 100 < options.projectPercent * Double(total) || untouched * 2 > modules.count {
      let symbols = UntestedSymbols(zip(modules, untested).map { ($0.file, $1) }, usedBy: facts)
      return symbols.add({ .fewTests(reached: total - missing, of: total, start: $0) }, to: &collector)
    }
    for (module, untested) in zip(modules, untested) {
      let count = module.facts.reduce(0) { $0 + $1.symbols.count }
      let isWellTested = Double(count - untested.count) * 100 >= options.minimumPercent * Double(count)
      // A test file named after the module may reach symbols without naming them.
      if isWellTested || !evidence.hasOwnTests(module.file) {
        let unused = untested.filter { symbol in
          !symbol.isUsedHere
            && !all.contains { other in
              other.file != module.file && other.facts.contains { $0.mentions.contains(symbol.name) }
            }
        }
        self.collector(
          untested, of: count, in: module.file, oneByOne: isWellTested, unused: Set(unused.map(\.name)), &collector)
      }
    }
  }

  private func collector(
    _ untested: [Fact.Symbol], of count: Int, in file: FileReference, oneByOne: Bool, unused: Set<String>,
    _ collector: inout FindingCollector
  ) {
    func location(_ symbol: Fact.Symbol) -> Location { Location(path: file.path, range: symbol.range) }
    guard let first = untested.first else { return }
    if untested.count == 1 || oneByOne && untested.count <= Self.mostSites {
      for symbol in untested {
        collector.add(
          unused.contains(symbol.name) ? .unused(symbol.name) : .untested(symbol.name), at: location(symbol),
          symbol: "\(file.module).\(symbol.name)")
      }
      return
    }
    collector.add(
      .untested(untested.map(\.name), of: count, areUnused: unused.count == untested.count), at: location(first),
      symbol: file.module,
      related: untested.dropFirst().map { Evidence("no test uses '\($0.name)' either", at: location($0)) },
      count: untested.count)
  }
}

extension Message {
  fileprivate static func untested(_ name: String) -> Message {
    "no test uses '\(name)', directly or indirectly; add one"
  }

  fileprivate static func unused(_ name: String) -> Message {
    "neither a test nor other code in this repository uses '\(name)'; remove it, or add a test"
  }

  fileprivate static func untested(_ names: [String], of total: Int, areUnused: Bool) -> Message {
    let which = names.count < total ? "\(names.count)" : total == 2 ? "either" : "any"
    let users = areUnused ? "neither a test nor other code uses" : "no test uses"
    return """
      \(users) \(which) of the \(counted(total, "public symbol")) in this module: \(names.quoted(upTo: 3)); \
      \(areUnused ? "remove them, or add tests" : "add tests")
      """
  }

  fileprivate static func noTests(symbols: Int, modules: Int, start: String) -> Message {
    """
    the project has no tests for its \(counted(symbols, "public symbol")) in \(counted(modules, "module")); \
    start with '\(start)'
    """
  }

  fileprivate static func fewTests(reached: Int, of total: Int, start: String) -> Message {
    "the project's tests use \(reached) of its \(counted(total, "public symbol")); start with '\(start)'"
  }
}
