import Lint

/// What the tests name, directly or through code that they name.
struct TestEvidence {
  private var named = Mentions()
  /// Runs of words in the names of tests.
  private var runs = Mentions()
  /// Names that a library file refers to which itself is under test.
  private var reached = Mentions()
  /// Stems of test files, without their mark: `dense` of `test_dense.py` and of `dense_test.py`.
  private var stems: Set<Substring> = []
  private var findsDerived = false

  init(
    tests: [FileFacts<UntestedApi.Fact>], library: [FileFacts<UntestedApi.Fact>], discoverers: [String]
  ) {
    for test in tests {
      if let stem = Self.subject(ofTest: test.file.path) { stems.insert(stem) }
      for fact in test.facts {
        named.formUnion(fact.mentions)
        for name in fact.tests { insertRuns(ofTestName: name) }
      }
    }
    findsDerived = discoverers.contains { named.contains($0) }
    reach(library)
  }

  func covers(_ symbol: UntestedApi.Fact.Symbol) -> Bool {
    symbol.isRegistered || findsDerived && symbol.isDerived || isNamed(symbol.name) || reached.contains(symbol.name)
  }

  /// Whether a test file goes by the module's name.
  func hasOwnTests(_ file: FileReference) -> Bool {
    stems.contains(Self.stem(file.path))
  }

  /// Follows references from code under test, as far as they lead.
  private mutating func reach(_ library: [FileFacts<UntestedApi.Fact>]) {
    var waiting = library
    var isGrowing = true
    while isGrowing {
      let (found, rest) = waiting.reduce(into: ([FileFacts<UntestedApi.Fact>](), [FileFacts<UntestedApi.Fact>]())) {
        if $1.facts.contains(where: { isWayIn($0) }) || hasOwnTests($1.file) {
          $0.0.append($1)
        } else {
          $0.1.append($1)
        }
      }
      for fact in found.flatMap(\.facts) { reached.formUnion(fact.mentions) }
      isGrowing = !found.isEmpty
      waiting = rest
    }
  }

  private func isWayIn(_ fact: UntestedApi.Fact) -> Bool {
    fact.fillsRegistry || fact.symbols.contains(where: covers)
      || fact.definitions.contains { isNamed($0) || reached.contains($0) }
  }

  private func isNamed(_ name: String) -> Bool {
    named.contains(name) || runs.contains(Name.canonical(name))
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

  private static func stem(_ path: String) -> Substring {
    let name = path.split(separator: "/").last ?? ""
    return name.split(separator: ".").first ?? name
  }

  private static func subject(ofTest path: String) -> Substring? {
    let stem = stem(path)
    for mark in ["test_", "tests_"] where stem.hasPrefix(mark) { return stem.dropFirst(mark.count) }
    for mark in ["_test", "_tests", "Tests", "Test"] where stem.hasSuffix(mark) { return stem.dropLast(mark.count) }
    return nil
  }
}
