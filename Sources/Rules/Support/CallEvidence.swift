import LintModel
import LintRuleKit
import LintSourceText

/// What one file adds to a question that looks at both ends of a call.
struct CallEvidenceFact: Codable {
  var callables: [OfferedCallable]
  /// The names of all functions and methods of the file, to tell which of them a call can mean.
  var definitions: [String]
  var sites: [CallSite]

  /// Nil where the file has nothing to say.
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

/// The calls of a repository, found by what they call.
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

  /// The noted calls that can only mean this callable: no other in the project goes by its name.
  func sites(of place: PlacedCallable) -> [Site] {
    let callable = place.callable
    guard let all = sites[callable.callee] else { return [] }
    if callable.isInitializer {
      guard project.types[callable.callee]?.count == 1 else { return [] }
      // `nn.Embedding(...)` is another library's.
      return all.filter { $0.site.receiver == .none }
    }
    guard definitions[callable.function] == 1, project.types[callable.function] == nil else { return [] }
    // A short name may well be another library's: `x.view(...)`.
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
