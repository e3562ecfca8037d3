import LintEngine
import LintSourceText

extension Engine {
  /// What each file of a project can contribute to its API. Files that cannot be read contribute nothing.
  package static func apiModules(of request: Request) -> [ApiModule] {
    let files = request.project.files.filter { ["py", "pyi", "swift"].contains(Paths.fileExtension(of: $0.path)) }
    let phase = FilePhase(request)
    return WorkQueue.map(files, order: largestFirst(files), jobs: request.jobs) { file in
      guard file.isReported, let source = phase.source(of: file) else { return nil }
      return ApiModule(source, lines: LineTable(source.text))
    }.compactMap { $0 }
  }
}
