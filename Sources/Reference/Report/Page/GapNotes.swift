/// Says what a report cannot show, and why.
struct GapNotes {
  private let runs: [RecordedRun]

  init(_ runs: [RecordedRun]) { self.runs = runs }

  var html: HTML {
    let gaps = runs.flatMap { run in run.gaps.map { runs.count > 1 ? "\(run.name): \($0)" : $0 } }
    guard !gaps.isEmpty else { return .none }
    return """
      <section class="gaps" aria-labelledby="gaps"><h2 id="gaps">What is missing</h2>
      <ul>\(gaps.map { "<li>\($0)</li>" as HTML }.joined())</ul></section>

      """
  }
}
