/// Explains missing and incomplete data.
struct WarningSection {
  private let runs: [RecordedRun]

  init(_ runs: [RecordedRun]) { self.runs = runs }

  var html: HTML {
    let warnings = runs.flatMap { run in run.warnings.map { runs.count > 1 ? "\(run.name): \($0)" : $0 } }
    guard !warnings.isEmpty else { return .none }
    return """
      <section class="warnings" aria-labelledby="warnings"><h2 id="warnings">Missing data</h2>
      <ul>\(warnings.map { "<li>\($0)</li>" as HTML }.joined())</ul></section>

      """
  }
}
