import LintModel
import LintRuleKit
import LintSourceText

/// Long signatures that this project chose, each with a call that shows how hard they are to read.
struct LongSignatures {
  private let places: [PlacedCallable]
  private let evidence: CallEvidence
  private let hierarchy: ClassHierarchy

  init(_ facts: [FileFacts<CallEvidenceFact>], _ project: ProjectIndex) {
    places = facts.callables
    evidence = CallEvidence(facts, project)
    hierarchy = ClassHierarchy(project)
  }

  /// A call with arguments that do not say what they are.
  struct BlindCall {
    let site: CallEvidence.Site
    /// The number of its positional arguments that share no word with their parameter's name.
    let nameless: Int

    var location: Location { site.location }
  }

  /// Copies of one signature are reported once, at the first one with such a call.
  ///
  /// - Parameter minimumNameless: `draw(left, top, right)` reads well if the parameters have these names; a call counts
  ///   only if at least this many of its arguments have other names, or none.
  func forEach(minimumNameless: Int, _ body: (PlacedCallable, BlindCall) -> Void) {
    var seen: Set<String> = []
    for place in places {
      let callable = place.callable
      if let owner = callable.owner, !hierarchy.isFree(callable.function, of: owner, in: place.file.module) { continue }
      let calls = evidence.sites(of: place).map {
        BlindCall(site: $0, nameless: Self.nameless($0.site.arguments, of: callable.positional))
      }
      guard let worst = calls.max(by: { ($0.nameless, $0.site.site.count) < ($1.nameless, $1.site.site.count) }),
        worst.nameless >= minimumNameless,
        seen.insert(callable.family).inserted
      else { continue }
      body(place, worst)
    }
  }

  private static func nameless(_ arguments: [String], of parameters: [OfferedCallable.Parameter]) -> Int {
    zip(arguments, parameters).count { argument, parameter in
      Set(Name.words(of: argument)).isDisjoint(with: Name.words(of: parameter.name))
    }
  }
}

extension LintModel.Parameter {
  /// Passed without a name at the call.
  var isPositional: Bool { kind == .positionalOnly || kind == .positionalOrKeyword }
}
