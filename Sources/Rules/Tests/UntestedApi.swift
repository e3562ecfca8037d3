import Lint

/// Public functions and classes that no test names, one finding a module.
struct UntestedApi: ProjectRule {
  struct Options: RuleOptions {
    /// Share of a module's public symbols that must be named by tests for the module to pass.
    var minimumShare: Double
    /// Share of a project's public symbols below which the project is reported as a whole.
    var projectShare: Double
    /// Decorators that enter a symbol in a registry which tests go through as a whole.
    var registries: [String]
    /// Functions by which a test finds all classes of a kind.
    var discoverers: [String]
  }

  struct Fact: Codable {
    struct Symbol: Codable {
      var name: String
      var range: SourceRange
      /// Reached by tests that go through a registry, or run as an example of its own documentation.
      var isRegistered: Bool
      /// A class with a base class, which a test that looks for all of a kind finds.
      var isDerived: Bool
    }

    /// Public functions and types of a library file.
    var symbols: [Symbol]
    /// Names of all the functions and types at the file's top, its private ones too: a test of one is a way in.
    var definitions: [String]
    /// What the file refers to.
    var mentions: Mentions
    /// Whether the file enters anything in a registry, from which tests may take it without naming it.
    var fillsRegistry: Bool
    /// The canonical names of the tests that the file holds: `test_dice_loss`.
    var tests: [String]
  }

  let options: Options

  func facts(in file: SourceFile) -> [Fact] {
    switch file.role {
    case .test:
      let tests = file.model.declarations.filter { $0.kind == .test }.map { Name.canonical($0.name.text) }
      return [Fact(symbols: [], definitions: [], mentions: file.model.mentions, fillsRegistry: false, tests: tests)]
    case .library where file.language == .python || file.language == .swift:
      let isJudged = file.coverage == nil && !PublicApi.isTool(file)
      let symbols: [Fact.Symbol] =
        !isJudged
        ? []
        : file.model.declarations.indices.filter { PublicApi.isTestable($0, in: file) }.map { index in
          let declaration = file.model.declarations[index]
          return Fact.Symbol(
            name: declaration.name.text, range: declaration.name.range,
            isRegistered: isRegistered(declaration) || PublicApi.hasDoctest(declaration, in: file),
            isDerived: declaration.kind == .type && declaration.bases.contains { $0 != "object" })
        }
      return [
        Fact(
          symbols: symbols, definitions: PublicApi.definitions(in: file), mentions: file.model.mentions,
          fillsRegistry: fillsRegistry(file), tests: [])
      ]
    default: return []
    }
  }

  private func isRegistered(_ declaration: Declaration) -> Bool {
    declaration.attributes.contains { attribute in options.registries.contains { attribute.text.contains($0) } }
  }

  /// By a decorator, or by a call in a package's `__init__`.
  private func fillsRegistry(_ file: SourceFile) -> Bool {
    if file.model.declarations.contains(where: isRegistered) { return true }
    guard file.reference.path.hasSuffix("/__init__.py") else { return false }
    let source = String(decoding: file.text.bytes, as: UTF8.self)
    return options.registries.contains { source.contains($0) }
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ report: inout Report) {
    let tests = facts.filter { $0.file.role == .test }
    let modules = PublicApi.modules(of: facts)
    guard let first = modules.first?.file else { return }
    let total = modules.reduce(0) { $0 + $1.facts.reduce(0) { $0 + $1.symbols.count } }
    guard tests.contains(where: { $0.facts.contains { !$0.tests.isEmpty } }) else {
      guard PublicApi.isWholeProject(modules, in: project) else { return }
      let start = Location(path: first.path, range: .fileStart)
      return report.add(.noTests(symbols: total, modules: modules.count), at: start, symbol: first.module)
    }
    let evidence = TestEvidence(
      tests: tests, library: facts.filter { $0.file.role == .library }, discoverers: options.discoverers)
    let untested = modules.map { module in module.facts.flatMap(\.symbols).filter { !evidence.covers($0) } }
    let reached = total - untested.reduce(0) { $0 + $1.count }
    guard Double(reached) >= options.projectShare * Double(total) else {
      let start = Location(path: first.path, range: .fileStart)
      return report.add(.fewTests(reached: reached, of: total), at: start, symbol: first.module)
    }
    for (module, untested) in zip(modules, untested) where !evidence.hasOwnTests(module.file) {
      let count = module.facts.reduce(0) { $0 + $1.symbols.count }
      let share = Double(count - untested.count) / Double(count)
      guard let first = untested.first, share < options.minimumShare else { continue }
      report.add(
        .untested(untested.map(\.name), of: count), at: Location(path: module.file.path, range: first.range),
        symbol: module.file.module,
        related: untested.dropFirst().prefix(5).map {
          Evidence("'\($0.name)' is in no test either", at: Location(path: module.file.path, range: $0.range))
        })
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

  fileprivate static func fewTests(reached: Int, of total: Int) -> Message {
    "the project's tests name \(reached) of its \(total) public symbols; begin with the one most used"
  }
}
