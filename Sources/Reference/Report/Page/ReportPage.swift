/// One HTML page that tells all of a run, or compares several: no script, no font, no image and no request of its own.
public struct ReportPage: Sendable {
  private let runs: [RecordedRun]
  private let leaderboard: Leaderboard?
  private let generator: String

  /// - Parameters:
  ///   - runs: at least one; single classes and images are shown of the first.
  ///   - leaderboard: the board that the first run stands on, if there is one.
  ///   - generator: the program and its version, for the foot of the page.
  public init(runs: [RecordedRun], leaderboard: Leaderboard?, generator: String) {
    precondition(!runs.isEmpty, "a report is of at least one run")
    self.runs = runs
    self.leaderboard = leaderboard
    self.generator = generator
  }

  /// The page, in UTF-8.
  public var html: String { document.markup }

  /// The browser itself is told to load and run nothing, whatever a file of the run may have held.
  private static let policy: HTML = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

  private var document: HTML {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
    <title>\(title)</title>
    <style>
    \(Stylesheet.css)
    </style>
    </head>
    <body>
    <main>
    \(body)</main>
    <footer><p>\(footer)</p></footer>
    </body>
    </html>

    """
  }

  private var title: String {
    let run = runs[0]
    let dataset = DatasetNotes(of: run.dataset).title
    return runs.count == 1 ? "\(run.model) on \(dataset)" : "\(runs.count) runs on \(dataset)"
  }

  private var body: HTML {
    let run = runs[0]
    let shown = runs.count > 1 ? "Run \(TrainingCurves.letter(0)), \(run.name)" : nil
    var sections = [runs.count == 1 ? RunHeading(run).html : ComparisonHeading(runs).html]
    sections.append(GapNotes(runs).html)
    sections.append(CurveSection(runs).html)
    if let confusion = run.result?.confusion {
      let parts = ConfusionSection(confusion, of: shown).html + ClassSection(confusion, of: shown).html
      let isSmall = confusion.classNames.count < ConfusionSection.manyClasses
      sections.append(isSmall ? "<div class=\"pair\">\n\(parts)</div>\n" : parts)
    }
    sections.append(MistakeSection(run, of: shown).html)
    if let leaderboard { sections.append(LeaderboardSection(leaderboard, runs).html) }
    sections.append(ConfigurationSection(runs).html)
    return sections.joined()
  }

  private var footer: HTML {
    let folders = runs.map { $0.folder.relativePath }.joined(separator: ", ")
    return """
      Written by \(generator) from \(folders). The page is complete in itself: it loads nothing and runs nothing.
      """
  }
}
