import LintModel
import LintRuleKit
import LintSourceText

/// The names that tests use, directly or through code that they use.
struct TestEvidence {
  private var named = IdentifierSet()
  /// Sequences of words in the names of tests.
  private var runs = IdentifierSet()
  /// Names in files that are themselves tested.
  private var reached = IdentifierSet()
  /// Names in tests that run programs, notebooks or all files of a folder.
  private var run = IdentifierSet()
  /// Names in tests that iterate over all names of a module.
  private var gone = IdentifierSet()
  /// Stems of test files, without `test`: `dense` of `test_dense.py` and of `dense_test.py`.
  private var stems: Set<Substring> = []
  private var findsDerived = false
  /// Bases that keep track of their subclasses, so that code can reach these without naming them.
  private var trackers: Set<UInt64> = []
  /// Whether tests run commands.
  private var runsCommands = false

  init(
    tests: [FileFacts<UntestedApi.Fact>], others: [FileFacts<UntestedApi.Fact>], discoverers: [String]
  ) {
    for test in tests {
      if let stem = Self.subject(ofTest: test.file.projectPath) { stems.insert(stem) }
      for fact in test.facts {
        named.formUnion(fact.mentions)
        if Self.runners.contains(where: fact.mentions.contains) { run.formUnion(fact.mentions) }
        if fact.goesThroughNames { gone.formUnion(fact.mentions) }
        for name in fact.tests { insertRuns(ofTestName: name) }
      }
    }
    for name in others.lazy.flatMap(\.facts).flatMap(\.started) { reached.insert(hash: name) }
    trackers = Set(others.lazy.flatMap(\.facts).flatMap(\.trackers))
    runsCommands = Self.commandRunners.contains { named.contains($0) }
    findsDerived = discoverers.contains { named.contains($0) }
    reach(others)
  }

  func covers(_ symbol: UntestedApi.Fact.Symbol) -> Bool {
    symbol.isReached || findsDerived && symbol.isDerived || isUsed(symbol.name)
      || symbol.bases.contains { trackers.contains($0) && (named.contains(hash: $0) || reached.contains(hash: $0)) }
  }

  /// Whether a test file is named after the module.
  func hasOwnTests(_ file: FileReference) -> Bool { stems.contains(Paths.stem(of: file.projectPath)) }

  /// Whether a test iterates over the names of a module, or of the package that contains it.
  func goesThrough(_ file: FileReference) -> Bool {
    !gone.isEmpty && file.module.split(separator: ".").dropFirst().suffix(2).contains { gone.contains(String($0)) }
  }

  /// Follows references from tested code, transitively.
  private mutating func reach(_ others: [FileFacts<UntestedApi.Fact>]) {
    var waiting = others
    var aliases = others.flatMap { $0.facts.flatMap(\.aliases) }
    var isGrowing = true
    while isGrowing {
      let (found, rest) = waiting.reduce(into: ([FileFacts<UntestedApi.Fact>](), [FileFacts<UntestedApi.Fact>]())) {
        if $1.facts.contains(where: { isEntryPoint($0) }) || hasOwnTests($1.file) || isRun($1.file) {
          $0.0.append($1)
        } else {
          $0.1.append($1)
        }
      }
      for fact in found.flatMap(\.facts) { reached.formUnion(fact.mentions) }
      waiting = rest
      let used = aliases.filter { isUsed($0.name) }
      aliases.removeAll { isUsed($0.name) }
      for target in used.flatMap(\.targets) { reached.insert(hash: target) }
      isGrowing = !found.isEmpty || !used.isEmpty
    }
  }

  private func isEntryPoint(_ fact: UntestedApi.Fact) -> Bool {
    fact.fillsRegistry || fact.hasCommands && runsCommands || fact.symbols.contains(where: covers)
      || fact.definitions.contains(where: isUsed)
  }

  private func isUsed(_ name: String) -> Bool {
    named.contains(name) || reached.contains(name) || runs.contains(Name.canonical(name))
  }

  /// Names with which tests run the commands of a program.
  private static let commandRunners = [
    "CliRunner", "invoke", "subprocess", "check_call", "check_output", "script_runner",
  ]

  /// Names with which tests run a program, or find the files of a folder.
  private static let runners = [
    "subprocess", "runpy", "run_path", "check_call", "check_output", "nbformat", "nbconvert", "testbook", "papermill",
    "glob", "rglob", "iglob", "listdir", "walk", "iterdir",
  ]

  /// Whether tests may run a file outside the library: they name it, or a folder that contains it.
  private func isRun(_ file: FileReference) -> Bool {
    !run.isEmpty && file.role != .library
      && file.projectPath.split(separator: "/").contains { run.contains(String($0.prefix { $0 != "." })) }
  }

  /// `test_dice_loss_reduces` is a test of `DiceLoss` and of `dice_loss`: every sequence of two or more words counts.
  private mutating func insertRuns(ofTestName name: String) {
    let words = name.split(separator: "_")
    for first in words.indices.dropFirst() {
      for last in words.indices where last > first {
        runs.insert(bytes: name.utf8[words[first].startIndex..<words[last].endIndex])
      }
    }
  }

  private static func subject(ofTest path: String) -> Substring? {
    let stem = Paths.stem(of: path)
    for mark in ["test_", "tests_"] where stem.hasPrefix(mark) { return stem.dropFirst(mark.count) }
    for mark in ["_test", "_tests", "Tests", "Test"] where stem.hasSuffix(mark) { return stem.dropLast(mark.count) }
    return nil
  }
}
