/// Sets of related constants, which are defined completely even if the code does not need all of them.
struct ConstantSets {
  /// The numbers of used constants by common prefix or suffix.
  private var families: [String: Int] = [:]
  /// Members of levels of which others are used.
  private var levels: Set<String> = []

  /// Minimum number of members that make a set.
  private static let size = 3

  /// - Parameters:
  ///   - constants: The constants of a file, in order.
  ///   - unused: Those that are not used.
  init(_ constants: [UnusedConstant.Fact.Constant], unused: [UnusedConstant.Fact.Constant]) {
    let unused = Set(unused.map(\.name))
    for name in Set(constants.map(\.name)).subtracting(unused) {
      for family in Self.families(of: name) { families[family, default: 0] += 1 }
    }
    for run in Self.evenlySpaced(constants) where run.contains(where: { !unused.contains($0) }) {
      levels.formUnion(run)
    }
  }

  /// Whether a constant completes a set that the code uses.
  func need(_ constant: UnusedConstant.Fact.Constant) -> Bool {
    levels.contains(constant.name) || Self.families(of: constant.name).contains { (families[$0] ?? 0) >= Self.size }
  }

  /// Names that follow each other with evenly spaced values: `QUIET, NORMAL, LOUD = 0, 1, 2`, one a line.
  private static func evenlySpaced(_ constants: [UnusedConstant.Fact.Constant]) -> [[String]] {
    var runs: [[String]] = []
    var run: [(name: String, value: Int)] = []
    func close() {
      if run.count >= size { runs.append(run.map(\.name)) }
    }
    for constant in constants {
      guard let value = constant.value else {
        close()
        run = []
        continue
      }
      let (step, isTooLarge) = value.subtractingReportingOverflow(run.last?.value ?? value)
      if isTooLarge || run.count > 1 && step != run[1].value - run[0].value || run.count == 1 && step == 0 {
        close()
        run = []
      }
      run.append((constant.name, value))
    }
    close()
    return runs
  }

  /// `COLOR_` of `COLOR_RED`, `_LOSS` of `L1_LOSS`.
  private static func families(of name: String) -> [String] {
    let words = name.split(separator: "_")
    guard words.count > 1, let first = words.first, let last = words.last else { return [] }
    return ["\(first)_", "_\(last)"]
  }
}
