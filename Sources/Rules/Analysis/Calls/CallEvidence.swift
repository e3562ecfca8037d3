import LintModel
import LintRuleKit
import LintSourceText

/// The callables and call sites of one file, for rules that compare the two.
struct CallEvidenceFact {
  var callables: [OfferedCallable]
  /// The names of all functions and methods of the file, to resolve which of them a call means.
  var definitions: [String]
  var sites: [CallSite]

  /// Empty if the file has none of them.
  static func read(
    _ file: SourceFile, where isWorthKeeping: (Declaration) -> Bool, sites isTelling: (CallSite) -> Bool
  ) -> [CallEvidenceFact] {
    let fact = CallEvidenceFact(
      callables: OfferedCallable.all(in: file, where: isWorthKeeping),
      definitions: file.model.declarations.filter {
        $0.isCallable && !$0.isInitializer && !$0.flags.contains(.isOverload)
      }
      .map(\.name.text),
      sites: file.model.calls.sites.filter(isTelling))
    return fact.callables.isEmpty && fact.definitions.isEmpty && fact.sites.isEmpty ? [] : [fact]
  }
}

/// The calls of a repository, by the name of the callee.
struct CallEvidence {
  struct Site {
    let file: FileReference
    let site: CallSite

    var location: Location { Location(path: file.path, range: site.callee.range) }
  }

  private var sites: [String: [Site]] = [:]
  private var definitions: [String: Int] = [:]
  private let project: ProjectIndex

  init(_ facts: [FileFacts<CallEvidenceFact>], _ project: ProjectIndex) {
    self.project = project
    for file in facts where file.file.role != .vendored {
      for fact in file.facts {
        for name in fact.definitions { definitions[name, default: 0] += 1 }
        for site in fact.sites { sites[site.callee.text, default: []].append(Site(file: file.file, site: site)) }
      }
    }
  }

  /// The recorded calls that can only mean this callable, because no other in the project has its name.
  func sites(of place: PlacedCallable) -> [Site] {
    let callable = place.callable
    guard let all = sites[callable.callee] else { return [] }
    if callable.isInitializer {
      guard project.types[callable.callee]?.count == 1 else { return [] }
      // `nn.Embedding(...)` belongs to another library.
      return all.filter { $0.site.receiver == .none }
    }
    guard definitions[callable.function] == 1, project.types[callable.function] == nil else { return [] }
    // A short name may belong to another library: `x.view(...)`.
    let isTelling = Name.words(of: callable.function).count > 1
    if callable.owner == nil {
      return all.filter { $0.site.receiver == .none || isTelling && $0.site.receiver == .other }
    }
    return all.filter { $0.site.receiver == .own || isTelling && $0.site.receiver == .other }
  }
}

extension Array where Element == FileFacts<CallEvidenceFact> {
  /// The callables in the order of their files.
  var callables: [PlacedCallable] {
    flatMap { file in file.facts.flatMap(\.callables).map { PlacedCallable(file: file.file, callable: $0) } }
  }
}
