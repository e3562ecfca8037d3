import Lint

/// Public functions and classes that no test names, one finding a module.
struct UntestedApi: ProjectRule {
  struct Options: RuleOptions {
    /// Share of a module's public symbols that must be named by tests for the module to pass.
    var minimumShare: Double
    /// Decorators that enter a symbol in a registry which tests go through as a whole.
    var registries: [String]
  }

  struct Fact: Codable {
    struct Symbol: Codable {
      var name: String
      var range: SourceRange
      var isRegistered: Bool
    }

    /// Public functions and types of a library file.
    var symbols: [Symbol]
    /// What the file refers to.
    var mentions: Mentions
    /// The canonical names of the tests that the file holds: `test_dice_loss`.
    var tests: [String]
  }

  let options: Options

  func facts(in file: SourceFile) -> [Fact] {
    switch file.role {
    case .test:
      let tests = file.model.declarations.filter { $0.kind == .test }.map { Name.canonical($0.name.text) }
      return [Fact(symbols: [], mentions: file.model.mentions, tests: tests)]
    case .library where file.language == .python || file.language == .swift:
      let symbols = file.model.declarations.filter { isApi($0, in: file) }.map { declaration in
        Fact.Symbol(
          name: declaration.name.text, range: declaration.name.range,
          isRegistered: declaration.attributes.contains { attribute in
            options.registries.contains { attribute.text.contains($0) }
          })
      }
      return [Fact(symbols: symbols, mentions: file.model.mentions, tests: [])]
    default: return []
    }
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ report: inout Report) {
    let tests = facts.filter { $0.file.role == .test }
    let modules = facts.filter { $0.file.role == .library && $0.facts.contains { !$0.symbols.isEmpty } }
    guard !modules.isEmpty else { return }
    guard !tests.isEmpty else { return reportNoTests(modules, &report) }
    let evidence = Evidenced(tests: tests, library: facts.filter { $0.file.role == .library })
    for module in modules {
      let symbols = module.facts.flatMap(\.symbols)
      let untested = symbols.filter { !$0.isRegistered && !evidence.covers($0.name) }
      let share = Double(symbols.count - untested.count) / Double(symbols.count)
      guard let first = untested.first, share < options.minimumShare else { continue }
      report.add(
        .untested(untested.map(\.name), of: symbols.count), at: Location(path: module.file.path, range: first.range),
        symbol: module.file.module,
        related: untested.dropFirst().prefix(5).map {
          Evidence("'\($0.name)' is in no test either", at: Location(path: module.file.path, range: $0.range))
        })
    }
  }

  private func reportNoTests(_ modules: [FileFacts<Fact>], _ report: inout Report) {
    let count = modules.reduce(0) { $0 + $1.facts.reduce(0) { $0 + $1.symbols.count } }
    guard let first = modules.first?.file else { return }
    report.add(
      .noTests(symbols: count, modules: modules.count), at: Location(path: first.path, range: .fileStart),
      symbol: first.module)
  }

  private func isApi(_ declaration: Declaration, in file: SourceFile) -> Bool {
    let isTopLevel = declaration.parent.map { file.model.declarations[$0].kind == .module } ?? true
    return isTopLevel && declaration.isPublic && (declaration.kind == .function || declaration.kind == .type)
      && declaration.flags.isDisjoint(with: [.isOverload, .isDeprecated, .isStub])
  }
}

/// What the tests name, directly or one step away.
private struct Evidenced {
  private var named = Mentions()
  /// Runs of words in the names of tests.
  private var runs = Mentions()
  /// Names that a library file refers to which itself is under test.
  private var oneStepAway = Mentions()

  init(tests: [FileFacts<UntestedApi.Fact>], library: [FileFacts<UntestedApi.Fact>]) {
    for fact in tests.flatMap(\.facts) {
      named.formUnion(fact.mentions)
      for test in fact.tests { insertRuns(ofTestName: test) }
    }
    for fact in library.flatMap(\.facts) where fact.symbols.contains(where: { isNamed($0.name) }) {
      oneStepAway.formUnion(fact.mentions)
    }
  }

  func covers(_ name: String) -> Bool { isNamed(name) || oneStepAway.contains(name) }

  private func isNamed(_ name: String) -> Bool {
    named.contains(name) || runs.contains(Name.canonical(name))
  }

  /// `test_dice_loss_reduces` is a test of `DiceLoss` and of `dice_loss`: every run of two words or more counts.
  private mutating func insertRuns(ofTestName name: String) {
    let words = name.split(separator: "_")
    for first in words.indices.dropFirst() {
      for last in words.indices where last > first { runs.insert(words[first...last].joined(separator: "_")) }
    }
  }
}

extension Message {
  fileprivate static func untested(_ names: [String], of total: Int) -> Message {
    let list = names.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
    let rest = names.count > 5 ? " and \(names.count - 5) more" : ""
    return
      "no test names \(names.count) of this module's \(total) public symbols: \(list)\(rest); test them or make them private"
  }

  fileprivate static func noTests(symbols: Int, modules: Int) -> Message {
    "the project has no tests for the \(symbols) public symbols of its \(modules) modules; begin with the one most used"
  }
}
