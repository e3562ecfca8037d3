import LintModel
import LintRuleKit
import LintSourceText

/// A public function holds its caller's arguments against assertions, which `python -O` takes away.
///
/// Copies of one check are one finding. A project that mostly asserts has decided so: it hears of it once.
struct AssertAsValidation: ProjectRule {
  struct Options: RuleOptions {
    /// Words that begin the name of a function whose business is asserting.
    var checkers: [String]
    /// Functions that must assert before it counts as the project's way.
    var minimumHabit: Int
  }

  /// The public functions of a file that check their arguments.
  struct Fact: Codable {
    struct Site: Codable {
      var symbol: String
      /// The function's name and what it asserts: equal in copies.
      var family: String
      var names: [String]
      /// The assertions, in order; never empty.
      var ranges: [SourceRange]
    }

    var asserting: [Site]
    /// Functions that raise instead.
    var raising: Int
  }

  let options: Options

  func facts(in file: SourceFile) -> [Fact] {
    guard file.role == .library else { return [] }
    var found: [Int: [Failure]] = [:]
    var raising: Set<Int> = []
    for failure in file.model.failures where !failure.isCaughtHere {
      guard failure.form == .assert || failure.form == .raise, let owner = failure.owner, isPublic(owner, in: file)
      else { continue }
      if failure.form == .raise {
        if failure.tested.contains(where: isValue) { raising.insert(owner) }
      } else if validates(failure, of: owner, in: file) {
        found[owner, default: []].append(failure)
      }
    }
    guard !found.isEmpty || !raising.isEmpty else { return [] }
    let sites = found.sorted(by: { $0.key < $1.key }).map { owner, failures in
      let names = failures.flatMap { $0.tested.filter(isValue).map(\.name) }.reduce(into: [String]()) { names, name in
        if !names.contains(name) { names.append(name) }
      }
      let conditions = failures.compactMap(\.condition).joined(separator: "; ")
      return Fact.Site(
        symbol: file.symbol(of: owner), family: "\(file.model.declarations[owner].name.text): \(conditions)",
        names: names, ranges: failures.map(\.range))
    }
    return [Fact(asserting: sites, raising: raising.count)]
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ report: inout Report) {
    for (_, files) in Dictionary(grouping: facts, by: \.file.distribution).sorted(by: { $0.key < $1.key }) {
      judge(files, &report)
    }
  }

  private func judge(_ files: [FileFacts<Fact>], _ report: inout Report) {
    let sites = files.flatMap { file in
      file.facts.flatMap(\.asserting).map { (path: file.file.path, site: $0) }
    }
    let families = Dictionary(grouping: sites.indices) { sites[$0].site.family }.values.sorted { $0[0] < $1[0] }
    let raising = files.reduce(0) { $0 + $1.facts.reduce(0) { $0 + $1.raising } }
    let isHabit = families.count >= options.minimumHabit && families.count > raising
    for (number, family) in families.enumerated() where number == 0 || !isHabit {
      let (path, site) = sites[family[0]]
      let places = site.ranges.dropFirst().map { Evidence("and here", at: Location(path: path, range: $0)) }
      let others = isHabit ? families.dropFirst().map { $0[0] } : Array(family.dropFirst())
      let copies = others.map { other in
        Evidence(
          isHabit ? "here too" : "the same check again",
          at: Location(path: sites[other].path, range: sites[other].site.ranges[0]))
      }
      let message: Message =
        isHabit
        ? .habit(families.count, raising: raising)
        : .assertion(site.names, count: site.ranges.count, copies: family.count)
      report.add(
        message, at: Location(path: path, range: site.ranges[0]), symbol: site.symbol,
        related: Array((isHabit ? copies : places + copies).prefix(5)))
    }
  }

  private func isPublic(_ owner: Int, in file: SourceFile) -> Bool {
    let declaration = file.model.declarations[owner]
    guard declaration.isCallable, declaration.isPublic else { return false }
    // Whoever calls a model runs these: what they assert is how its parts fit together.
    if ["forward", "call", "__call__"].contains(declaration.name.text) { return false }
    if let first = declaration.name.words.first, options.checkers.contains(String(first)) { return false }
    return !file.enclosing(owner).contains {
      $0.kind == .test || !$0.flags.isDisjoint(with: [.isPrivate, .isLocal])
        || $0.attributes.contains { name in Self.compilers.contains { name.text.contains($0) } }
    }
  }

  /// Looks at what the caller passed, and at nothing that the function made of it.
  private func validates(_ failure: Failure, of owner: Int, in file: SourceFile) -> Bool {
    guard failure.tested.contains(where: isValue), let condition = failure.condition else { return false }
    let names = condition.runs(of: \.isIdentifierByte)
    return !file.model.declarations[owner].assigned.contains { names.contains(Substring(file.text[$0])) }
  }

  private func isValue(_ tested: Failure.TestedParameter) -> Bool {
    switch tested.test {
    case .comparison, .membership, .shape: true
    case .known: !tested.source.hasPrefix("type")
    case .type, .none, .truth: false
    }
  }

  /// Functions that are compiled have no other way to fail.
  private static let compilers = ["jit", "triton", "njit", "cuda", "script", "kernel", "compile"]
}

extension Message {
  fileprivate static func assertion(_ names: [String], count: Int, copies: Int) -> Message {
    let listed = names.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
    let more = names.count > 3 ? " and \(names.count - 3) more" : ""
    let what = count == 1 ? "an assertion checks" : "\(count) assertions check"
    let again = copies > 1 ? ", in \(copies) copies of this function," : ","
    return """
      \(what) the caller's \(listed)\(more)\(again) which 'python -O' skips; raise a ValueError that says what was \
      expected and received
      """
  }

  fileprivate static func habit(_ count: Int, raising: Int) -> Message {
    """
    \(count) public functions of this project check their callers' arguments by assertions, which 'python -O' skips, and \
    \(raising) by exceptions; raise a ValueError in new code, and mend the others as they are touched
    """
  }
}
