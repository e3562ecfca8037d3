

/// A glossary to commit among a project's documents: no line numbers, which would change with every commit.
struct VocabularyMarkdown {
  private let report: VocabularyReport

  init(_ report: VocabularyReport) { self.report = report }

  func write() -> String {
    var text = "# The words of \(report.title)\n\n"
    text += "Made by `mllint vocabulary --output-format markdown` from what the code says today.\n"
    let words = (report.led + report.settled).sorted { $0.id < $1.id }
    if !words.isEmpty {
      text += "\n## What to call things\n\n| Thing | Word | Used by | Not |\n| --- | --- | --- | --- |\n"
      for entry in words {
        let others = entry.names.dropFirst().map { "`\($0.text)` (\($0.count))" }.joined(separator: ", ")
        text +=
          "| \(entry.meaning) | `\(entry.names[0].text)` | \(VocabularyReport.counts(of: entry.names[0])) | \(others) |\n"
      }
    }
    if !report.split.isEmpty {
      text += "\n## No word is settled\n\n| Thing | Names | Where |\n| --- | --- | --- |\n"
      for entry in report.split {
        for (index, usage) in entry.names.enumerated() {
          let thing = index == 0 ? entry.meaning : ""
          text +=
            "| \(thing) | `\(usage.text)`: \(VocabularyReport.counts(of: usage)) | \(VocabularyReport.packages(of: usage)) |\n"
        }
      }
    }
    if let first = report.affixes.first {
      let total = report.affixes.reduce(0) { $0 + $1.uses }
      text +=
        "\n## Counts\n\nNumbers of things are written `\(first.affix.pattern)` in \(first.uses) of \(total) signatures.\n"
    }
    if !report.orders.isEmpty {
      text += "\n## Order\n\n| First | Second | Signatures |\n| --- | --- | --- |\n"
      for (pair, counts) in report.orders {
        let isUsual = 2 * counts.usual.count >= counts.uses
        let names = [pair.first[0], pair.second[0]]
        let uses = max(counts.usual.count, counts.uses - counts.usual.count)
        text += "| `\(names[isUsual ? 0 : 1])` | `\(names[isUsual ? 1 : 0])` | \(uses) of \(counts.uses) |\n"
      }
    }
    return text
  }
}
