import LintEngine
import LintModel
import LintSourceText

/// The API that the files of a state declare, and the names that they use.
package struct ApiReading: Sendable {
  package var modules: [ApiModule] = []
  /// The names that each file mentions, tests and examples included.
  package var mentions: [IdentifierSet] = []

  package init() {}

  package mutating func append(_ other: ApiReading) {
    modules += other.modules
    mentions += other.mentions
  }
}

extension Engine {
  /// What each file of a project can contribute to its API. Files that cannot be read contribute nothing.
  package static func apiReading(of request: Request) -> ApiReading {
    let files = request.project.files.filter { ["py", "pyi", "swift"].contains(Paths.fileExtension(of: $0.path)) }
    let phase = FilePhase(request)
    let read = WorkQueue.map(files, order: largestFirst(files), jobs: request.jobs) { file in
      guard file.isReported, let source = phase.source(of: file) else {
        return (module: ApiModule?.none, mentions: IdentifierSet?.none)
      }
      return (ApiModule(source, lines: LineTable(source.text)), source.model.mentions)
    }
    var reading = ApiReading()
    for (module, mentions) in read {
      if let module { reading.modules.append(module) }
      if let mentions { reading.mentions.append(mentions) }
    }
    return reading
  }
}
