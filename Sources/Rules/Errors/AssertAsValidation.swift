import Lint

/// A public function holds its caller's arguments against assertions, which `python -O` takes away.
struct AssertAsValidation: FileRule {
  struct Options: RuleOptions {
    /// Words that begin the name of a function whose business is asserting.
    var checkers: [String]
  }

  let options: Options

  func check(_ file: SourceFile, _ report: inout Report) {
    guard file.role == .library else { return }
    var found: [Int: [Failure]] = [:]
    for failure in file.model.failures where failure.form == .assert && !failure.isCaughtHere {
      guard let owner = failure.owner, isPublic(owner, in: file), validates(failure, of: file.model.declarations[owner])
      else { continue }
      found[owner, default: []].append(failure)
    }
    for (owner, failures) in found.sorted(by: { $0.key < $1.key }) {
      let names = failures.flatMap { $0.tested.filter(isValue).map(\.name) }.reduce(into: [String]()) { names, name in
        if !names.contains(name) { names.append(name) }
      }
      report.add(
        .assertion(names, count: failures.count),
        at: failures[0].range, in: file, of: owner,
        related: failures.dropFirst().prefix(5).map {
          Evidence("and here", at: Location(path: file.reference.path, range: $0.range))
        })
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
  private func validates(_ failure: Failure, of function: Declaration) -> Bool {
    guard failure.tested.contains(where: isValue), let condition = failure.condition else { return false }
    let names = condition.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    return !names.contains { function.assigned.contains(String($0)) }
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
  fileprivate static func assertion(_ names: [String], count: Int) -> Message {
    let listed = names.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
    let more = names.count > 3 ? " and \(names.count - 3) more" : ""
    let what = count == 1 ? "an assertion checks" : "\(count) assertions check"
    return
      "\(what) the caller's \(listed)\(more), which 'python -O' skips; raise a ValueError that says what was expected and received"
  }
}
