import LintModel
import LintRuleKit
import LintSourceText

/// What the tests name, directly or through code that they name.
struct TestEvidence {
  private var named = Mentions()
  /// Runs of words in the names of tests.
  private var runs = Mentions()
  /// Names that a file refers to which itself is under test.
  private var reached = Mentions()
  /// Names in tests that run programs, notebooks or all files of a folder.
  private var run = Mentions()
  /// Names in tests that go through all names of a module.
  private var gone = Mentions()
  /// Stems of test files, without their mark: `dense` of `test_dense.py` and of `dense_test.py`.
  private var stems: Set<Substring> = []
  private var findsDerived = false

  init(
    tests: [FileFacts<UntestedApi.Fact>], others: [FileFacts<UntestedApi.Fact>], discoverers: [String]
  ) {
    for test in tests {
      if let stem = Self.subject(ofTest: test.file.path) { stems.insert(stem) }
      for fact in test.facts {
        named.formUnion(fact.mentions)
        if Self.runners.contains(where: fact.mentions.contains) { run.formUnion(fact.mentions) }
        if fact.goesThroughNames { gone.formUnion(fact.mentions) }
        for name in fact.tests { insertRuns(ofTestName: name) }
      }
    }
    for name in others.lazy.flatMap(\.facts).flatMap(\.started) { reached.insert(hash: name) }
    findsDerived = discoverers.contains { named.contains($0) }
    reach(others)
  }

  func covers(_ symbol: UntestedApi.Fact.Symbol) -> Bool {
    symbol.isReached || findsDerived && symbol.isDerived || isUsed(symbol.name)
  }

  /// Whether a test file goes by the module's name.
  func hasOwnTests(_ file: FileReference) -> Bool { stems.contains(Paths.stem(of: file.path)) }

  /// Whether a test goes through the names of a module, or of the package that it is a part of.
  func goesThrough(_ file: FileReference) -> Bool {
    !gone.isEmpty && file.module.split(separator: ".").dropFirst().suffix(2).contains { gone.contains(String($0)) }
  }

  /// Follows references from code under test, as far as they lead.
  private mutating func reach(_ others: [FileFacts<UntestedApi.Fact>]) {
    var waiting = others
    var aliases = others.flatMap { $0.facts.flatMap(\.aliases) }
    var isGrowing = true
    while isGrowing {
      let (found, rest) = waiting.reduce(into: ([FileFacts<UntestedApi.Fact>](), [FileFacts<UntestedApi.Fact>]())) {
        if $1.facts.contains(where: { isWayIn($0) }) || hasOwnTests($1.file) || isRun($1.file) {
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

  private func isWayIn(_ fact: UntestedApi.Fact) -> Bool {
    fact.fillsRegistry || fact.symbols.contains(where: covers) || fact.definitions.contains(where: isUsed)
  }

  private func isUsed(_ name: String) -> Bool {
    named.contains(name) || reached.contains(name) || runs.contains(Name.canonical(name))
  }

  /// What tests use to run a program, or to find the files of a folder.
  private static let runners = [
    "subprocess", "runpy", "run_path", "check_call", "check_output", "nbformat", "nbconvert", "testbook", "papermill",
    "glob", "rglob", "iglob", "listdir", "walk", "iterdir",
  ]

  /// Whether tests may run a file: they name it or, unless it is a part of the library, a folder that it lies in.
  private func isRun(_ file: FileReference) -> Bool {
    !run.isEmpty && file.role != .library
      && file.path.split(separator: "/").contains { run.contains(String($0.prefix { $0 != "." })) }
  }

  /// `test_dice_loss_reduces` is a test of `DiceLoss` and of `dice_loss`: every run of two words or more counts.
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
