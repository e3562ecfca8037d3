import LintModel
import LintRuleKit
import LintSourceText

/// A public function validates its arguments with assertions, which `python -O` removes.
///
/// Copies of one check are reported once. A project that mostly asserts has chosen to, and gets a single finding.
struct AssertAsValidation: ProjectRule {
  struct Options: RuleOptions {
    /// First words in the names of functions whose purpose is to assert.
    var checkers: [String]
    /// The whole project is reported once if at least this many functions assert and they outnumber those that raise.
    var minimumHabit: Int
  }

  /// The public functions of a file that validate their arguments.
  struct Fact {
    struct Site {
      var symbol: String
      /// The function's name and what it asserts; the same for all copies.
      var family: String
      var names: [String]
      /// The assertions in source order; never empty.
      var ranges: [SourceRange]
      /// Whether all of them have a message.
      var areExplained: Bool
    }

    var asserting: [Site]
    /// Functions that raise instead.
    var raising: Int
  }

  let options: Options

  func facts(in file: SourceFile) -> [Fact] {
    guard file.role == .library else { return [] }
    var found: [Int: [RaiseSite]] = [:]
    var raising: Set<Int> = []
    for failure in file.model.raiseSites where !failure.isCaughtHere {
      guard failure.form == .assert || failure.form == .raise, let owner = failure.owner, isPublic(owner, in: file)
      else { continue }
      if failure.form == .raise {
        if failure.guardedParameters.contains(where: isValue) { raising.insert(owner) }
      } else if validates(failure, of: owner, in: file) {
        found[owner, default: []].append(failure)
      }
    }
    guard !found.isEmpty || !raising.isEmpty else { return [] }
    let sites = found.sorted(by: { $0.key < $1.key }).map { owner, failures in
      let names = failures.flatMap { $0.guardedParameters.filter(isValue).map(\.name) }.reduce(into: [String]()) {
        names, name in
        if !names.contains(name) { names.append(name) }
      }
      let conditions = failures.compactMap(\.condition).joined(separator: "; ")
      return Fact.Site(
        symbol: file.symbol(of: owner), family: "\(file.model.declarations[owner].name.text): \(conditions)",
        names: names, ranges: failures.map(\.range),
        areExplained: failures.allSatisfy { if case .nothing = $0.message { false } else { true } })
    }
    return [Fact(asserting: sites, raising: raising.count)]
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    for (_, files) in Dictionary(grouping: facts, by: \.file.distribution).sorted(by: { $0.key < $1.key }) {
      judge(files, &collector)
    }
  }

  private func judge(_ files: [FileFacts<Fact>], _ collector: inout FindingCollector) {
    let sites = files.flatMap { file in
      file.facts.flatMap(\.asserting).map { (path: file.file.path, site: $0) }
    }
    let families = Dictionary(grouping: sites.indices) { sites[$0].site.family }.values.sorted { $0[0] < $1[0] }
    let raising = files.reduce(0) { $0 + $1.facts.reduce(0) { $0 + $1.raising } }
    let isConvention = families.count >= options.minimumHabit && families.count > raising
    for (number, family) in families.enumerated() where number == 0 || !isConvention {
      let (path, site) = sites[family[0]]
      let places = site.ranges.dropFirst().map { Evidence("here too", at: Location(path: path, range: $0)) }
      let others = isConvention ? families.dropFirst().map { $0[0] } : Array(family.dropFirst())
      let copies = others.map { other in
        Evidence(
          isConvention ? "here too" : "the same check again",
          at: Location(path: sites[other].path, range: sites[other].site.ranges[0]))
      }
      let message: Message =
        isConvention
        ? .habit()
        : .assertion(site, copies: family.count)
      collector.add(
        message, at: Location(path: path, range: site.ranges[0]), symbol: site.symbol,
        related: isConvention ? copies : places + copies, count: isConvention ? families.count : nil)
    }
  }

  private func isPublic(_ owner: Int, in file: SourceFile) -> Bool {
    let declaration = file.model.declarations[owner]
    guard declaration.isCallable, declaration.isPublic else { return false }
    // Called through the model: these assert that its parts fit together.
    let name = declaration.name.text
    if ["forward", "call", "__call__"].contains(name) { return false }
    // A protocol of the language or a framework calls these, never a caller with arguments of its own.
    if name.hasPrefix("__"), name.hasSuffix("__"), name != "__init__" { return false }
    if name.hasSuffix("_kernel") || isRegistered(declaration) { return false }
    // The rules of a primitive are called with what the tracer found, not with what a user passed.
    if let type = declaration.parent.map({ file.model.declarations[$0] }),
      type.bases.contains(where: { $0.hasSuffix("Primitive") || $0.hasSuffix("Function") })
    {
      return false
    }
    if let first = declaration.name.words.first, options.checkers.contains(String(first)) { return false }
    return !file.enclosing(owner).contains {
      $0.kind == .test || !$0.flags.isDisjoint(with: [.isPrivate, .isLocal])
        || $0.attributes.contains { name in Self.compilers.contains { name.text.contains($0) } }
    }
  }

  /// Whether the signature is that of a handler: `(func, types, args, kwargs)` of `__torch_dispatch__`, `(ctx, ...)` of
  /// a derivative.
  private func isRegistered(_ declaration: Declaration) -> Bool {
    let names = declaration.parameters.map(\.name.text)
    return names.first == "ctx" || names.contains("args") && names.contains("types")
      || names.starts(with: ["func", "args"])
  }

  /// Whether the next statement fails for the same values: `assert len(x) == 2`, then `height, width = x`.
  private func isUnpacked(_ tested: RaiseSite.GuardedParameter, after failure: RaiseSite, in file: SourceFile) -> Bool {
    guard tested.source == "len(\(tested.name))" else { return false }
    let rest = SourceRange(start: failure.range.end, end: failure.range.end + 200)
    return file.model.flow.steps(in: rest).contains { step in
      step.kind == .assignment && file.text[step.value] == tested.name && file.text[step.targets].contains(",")
    }
  }

  /// Whether the assertion tests only what the caller passed, and nothing that the function computed.
  private func validates(_ failure: RaiseSite, of owner: Int, in file: SourceFile) -> Bool {
    let variadic = file.model.declarations[owner].parameters.filter { $0.kind == .variadicKeyword }.map(\.name.text)
    guard
      failure.guardedParameters.contains(where: { tested in
        isValue(tested) && !variadic.contains(tested.name) && !isUnpacked(tested, after: failure, in: file)
      }), let condition = failure.condition,
      !condition.contains(" is ") || condition.contains(" is None")
        || condition.contains(" is not None")
    else { return false }
    let names = condition.runs(of: \.isIdentifierByte)
    return !file.model.declarations[owner].assigned.contains { names.contains(Substring(file.text[$0])) }
  }

  private func isValue(_ tested: RaiseSite.GuardedParameter) -> Bool {
    switch tested.test {
    case .comparison, .membership, .shape: true
    case .known: !tested.source.hasPrefix("type")
    case .type, .none, .truth: false
    }
  }

  /// Compiled functions cannot raise errors.
  private static let compilers = ["jit", "triton", "njit", "cuda", "script", "kernel", "compile"]
}

extension Message {
  fileprivate static func assertion(_ site: AssertAsValidation.Fact.Site, copies: Int) -> Message {
    let names = site.names
    let again = copies > 1 ? " (in \(copies) copies of this function)" : ""
    let validated = "\(names.quoted(upTo: 3)) \(names.count == 1 ? "is" : "are") validated by"
    return """
      \(validated) \(site.ranges.count == 1 ? "an assertion" : "assertions")\(again), which 'python -O' removes; \
      raise a ValueError with \(site.areExplained ? "the same message" : "the expected and received values")
      """
  }

  fileprivate static func habit() -> Message {
    """
    most public functions that validate their arguments do so with assertions, which 'python -O' \
    removes; raise a ValueError in new code and convert the rest
    """
  }
}
