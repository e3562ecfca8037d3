import LintModel
import LintRuleKit
import LintSourceText

/// A function returns a long tuple of unnamed values, of which callers discard most.
struct LongTupleReturn: ProjectRule {
  struct Options: RuleOptions {
    /// Minimum number of values before a result is reported if a call discards half of them.
    var minimum: Int
    /// Minimum number of values before a result is reported if any call unpacks it.
    var always: Int
  }

  let options: Options

  struct Fact {
    var evidence: CallEvidenceFact
    /// The values of each callable's longest result.
    var results: [[String]]
  }

  func facts(in file: SourceFile) -> [Fact] {
    let minimum = options.minimum
    let evidence = CallEvidenceFact.read(
      file, where: { Self.isLong($0, minimum) },
      sites: { ($0.unpacked?.count ?? 0) >= minimum || $0.unpacked?.hasRest == true })
    let results = file.model.declarations.filter { Self.isLong($0, minimum) }
    return evidence.map { fact in
      Fact(
        evidence: fact,
        results: fact.callables.map { callable in
          results.first { $0.name.range == callable.range }?.returnedTuple ?? []
        })
    }
  }

  private static func isLong(_ declaration: Declaration, _ minimum: Int) -> Bool {
    declaration.isCallable && declaration.returnedTuple.count >= minimum && !isCustom(declaration)
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    let evidence = CallEvidence(
      facts.map { FileFacts(file: $0.file, facts: $0.facts.map(\.evidence)) }, project)
    let hierarchy = ClassHierarchy(project)
    for file in facts {
      for fact in file.facts {
        for (callable, values) in zip(fact.evidence.callables, fact.results) {
          let place = PlacedCallable(file: file.file, callable: callable)
          if let owner = callable.owner, !hierarchy.isFree(callable.function, of: owner, in: file.file.module) {
            continue
          }
          let sites = evidence.sites(of: place).filter { $0.site.unpacked?.fits(values.count) == true }
          let wasteful = sites.filter { 2 * ($0.site.unpacked?.discarded(of: values.count) ?? 0) >= values.count }
          guard !sites.isEmpty, !wasteful.isEmpty || values.count >= options.always else { continue }
          collector.add(
            .long(callable.function, values, sites.count, wasteful: wasteful.count, file.file.language),
            at: place.location, symbol: callable.symbol,
            related: (wasteful.isEmpty ? sites : wasteful).prefix(3).map {
              Evidence(
                "discards \($0.site.unpacked?.discarded(of: values.count) ?? 0) of \(values.count) values",
                at: $0.location)
            })
        }
      }
    }
  }

  /// Results whose order is well known: the outputs of a model or a training step, the parts of a split, a box.
  private static func isCustom(_ declaration: Declaration) -> Bool {
    switch declaration.name.text {
    case "forward", "call", "step", "__call__", "train_step", "training_step", "update", "backward", "loss", "scan",
      "get_params":
      return true
    default: break
    }
    // In Swift, the labels are part of the type.
    if declaration.returns?.contains(":") == true { return true }
    let values = declaration.returnedTuple.map { $0.split(separator: ".").last.map(String.init) ?? $0 }
    // Coordinates and sizes: `x1, y1, x2, y2`, `top, left, height, width`.
    let short = values.filter { $0.utf8.count <= 2 || coordinates.contains(Name.words(of: $0).last ?? "") }
    if 2 * short.count >= values.count { return true }
    let text = values.joined(separator: " ").lowercased()
    return text.contains("train") && (text.contains("test") || text.contains("val"))
  }

  private static let coordinates: Set<Substring> = [
    "top", "left", "bottom", "right", "height", "width", "min", "max", "none", "nil", "x", "y", "z",
  ]
}

extension CallSite.Unpacking {
  fileprivate func fits(_ values: Int) -> Bool { hasRest ? count <= values + 1 : count == values }

  /// `first, *_ = call()` discards all but one.
  fileprivate func discarded(of values: Int) -> Int {
    hasRest && discardsRest ? discarded - 1 + values - (count - 1) : discarded
  }
}

extension Message {
  fileprivate static func long(
    _ name: String, _ values: [String], _ calls: Int, wasteful: Int, _ language: Language
  ) -> Message {
    let cost = wasteful == 0 ? "" : ", and at least half are discarded in \(wasteful) of \(counted(calls, "call"))"
    let fix = language == .swift ? "label the tuple elements" : "return a named tuple"
    return "'\(name)' returns \(values.count) unnamed values\(cost); \(fix)"
  }
}
