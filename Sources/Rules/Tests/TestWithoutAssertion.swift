import LintModel
import LintRuleKit
import LintSourceText

/// Tests that check nothing, counted over the project; a single such test may be intended.
struct TestWithoutAssertion: ProjectRule {
  struct Options: RuleOptions {
    /// Maximum percentage of the project's tests that may check nothing.
    var maximumPercent: Double
  }

  struct Fact {
    struct FunctionBody {
      var name: String
      var range: SourceRange
      var isTest: Bool
      var asserts: Bool
      /// Hashes of what it calls.
      var calls: [UInt64]
    }

    var bodies: [FunctionBody]
  }

  let options: Options

  func facts(in file: SourceFile) -> [Fact] {
    guard file.language == .python || file.language == .swift, file.role == .test || file.role == .library else {
      return []
    }
    var bodies: [Int: Fact.FunctionBody] = [:]
    for (index, declaration) in file.model.declarations.enumerated() {
      guard declaration.isCallable || declaration.kind == .test, !declaration.flags.contains(.isLocal) else { continue }
      bodies[index] = Fact.FunctionBody(
        name: declaration.name.text, range: declaration.name.range, isTest: declaration.kind == .test,
        asserts: hasOwnAssertion(declaration, in: file), calls: [])
    }
    func home(_ owner: Int) -> Int? {
      var index: Int? = owner
      while let current = index, bodies[current] == nil { index = file.model.declarations[current].parent }
      return index
    }
    // A helper that throws, or traps, fails the test.
    for site in file.model.raiseSites where site.form == .assert || file.role == .test && site.form != .warning {
      if let owner = site.owner.flatMap(home) { bodies[owner]?.asserts = true }
    }
    // A file calls the same few names again and again.
    var known: [UInt64: Bool] = [:]
    for call in file.model.invocations {
      guard let owner = call.owner.flatMap(home), bodies[owner]?.asserts == false else { continue }
      let asserts = known[call.nameHash] ?? Self.asserts(file.name(of: call))
      known[call.nameHash] = asserts
      // `subprocess.run(command, check=True)`
      if asserts || file.argument("check", of: call) != nil {
        bodies[owner]?.asserts = true
      } else {
        bodies[owner]?.calls.append(call.nameHash)
      }
    }
    let kept = bodies.sorted { $0.key < $1.key }.map(\.value).filter { file.role == .test || $0.asserts }
    return kept.isEmpty ? [] : [Fact(bodies: kept)]
  }

  /// Stubs are left to `empty-test`; a decorator, a fixture or a macro may check something.
  private func hasOwnAssertion(_ declaration: Declaration, in file: SourceFile) -> Bool {
    if declaration.flags.contains(.isStub) || TestMarks.isMarked(declaration, in: file) { return true }
    return ["benchmark", "speed", "smoke", "memory"].contains(where: declaration.name.text.lowercased().contains)
  }

  private static func asserts(_ name: Substring) -> Bool {
    let name = name.lowercased()
    return [
      "assert", "check", "verify", "expect", "ensure", "validate", "compare", "xctassert", "xctfail", "gradcheck",
    ]
    .contains { name.hasPrefix($0) }
      || [
        "raises", "warns", "fail", "skip", "xfail", "snapshot", "require", "record", "confirmation", "withknownissue",
      ].contains(name)
      || ["xctunwrap", "waitforexpectations", "fulfillment"].contains(name)
      || name.contains("assert")
      || name.hasSuffix("_test") || name.hasSuffix("_tests") || name.hasSuffix("_check")
      || name.hasPrefix("run") && name.contains("test")
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    let bodies = facts.flatMap { $0.facts.flatMap(\.bodies) }
    // Callers of a helper with an assertion have one, too; a few rounds reach helpers of helpers.
    var asserting = Set(bodies.filter { $0.asserts && !$0.isTest }.map { Invocation.hash($0.name) })
    for _ in 0..<3 {
      for body in bodies where !body.isTest && body.calls.contains(where: asserting.contains) {
        asserting.insert(Invocation.hash(body.name))
      }
    }
    var total = 0
    var idle: [(Location, String)] = []
    for file in facts where file.file.role == .test {
      for body in file.facts.flatMap(\.bodies) where body.isTest {
        total += 1
        if body.asserts || body.calls.contains(where: asserting.contains) { continue }
        idle.append((Location(path: file.file.path, range: body.range), body.name))
      }
    }
    guard let first = idle.first, total >= 10, Double(idle.count) * 100 > options.maximumPercent * Double(total) else {
      return
    }
    collector.add(
      .idle(idle.count, of: total), at: first.0, symbol: "project",
      related: idle.dropFirst().prefix(4).map { Evidence("'\($0.1)' checks nothing either", at: $0.0) },
      count: idle.count)
  }
}

extension Message {
  fileprivate static func idle(_ count: Int, of total: Int) -> Message {
    "no assertion found in \(count) of \(total) tests (\(100 * count / total)%); check their results"
  }
}
