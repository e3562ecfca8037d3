import Foundation
import Reference
import Testing

@Suite struct ReportPageTests {
  private let samples: SampleRuns

  init() throws { samples = try SampleRuns() }

  private func page(_ directories: [FilePath]) throws -> String {
    let runs = try directories.map { try RecordedRun(reading: $0) }
    let board = try Leaderboard.all(in: samples.directory, dataset: runs[0].dataset).first
    return ReportPage(runs: runs, leaderboard: board, generator: "mllint 0.1.0").html
  }

  private func page(_ run: SampleRun) throws -> String { try page([try samples.write(run)]) }

  @Test func testAccuracyComesBeforeValidationAccuracy() throws {
    let page = try page(SampleRun())
    let test = try #require(page.firstRange(of: "98.12<small>\u{202f}%</small></p><h2>Test accuracy</h2>"))
    let validation = try #require(page.firstRange(of: "</small></p><h2>Validation accuracy</h2>"))
    #expect(test.upperBound < validation.lowerBound)
    #expect(page[test.upperBound...].hasPrefix("<p>On the official test split, 10,000 images, which was not used"))
    #expect(page.contains("Used to select epoch 14, so it is slightly optimistic."))
  }

  @Test func pageHasAllSections() throws {
    let page = try page(SampleRun())
    for title in [
      "Training curves", "Confusion matrix", "Per-class accuracy", "Most confident mistakes",
      "Leaderboard: KMNIST, official test split", "Configuration",
    ] { #expect(page.contains(">\(title)</h2>")) }
    #expect(
      page.contains(
        "<b>2026-11-28-cheap</b> ranks 6th of 10, 0.29 percentage points behind PreActResNet-18, input mixup."))
    #expect(
      page.contains("Data: &quot;KMNIST Dataset&quot; (created by CODH), adapted from &quot;Kuzushiji Dataset&quot;"))
    #expect(page.contains("epoch 14 (best): validation accuracy"))
    #expect(page.components(separatedBy: "data:image/png;base64,").count == 1 + 48)
    #expect(page.contains("alt=\"Test image 97: お, predicted as き\""))
    #expect(page.contains("<tr><th scope=\"row\">weight_decay</th><td>0.0005</td></tr>"))
    #expect(!page.contains("Missing data"))
  }

  @Test func classesAreSortedByAccuracy() throws {
    let confusion = [[90, 10], [1, 99]]
    var files = SampleRun(classNames: ["good", "bad"]).result
    files["class_names"] = ["worse", "better"]
    files["confusion"] = confusion
    let text = String(decoding: try JSONSerialization.data(withJSONObject: files), as: UTF8.self)
    try samples.write(text, to: "two/result.json")
    let page = try page([samples.directory.appending("two")])
    #expect(page.contains("<b>worse</b> predicted as <b>better</b>: 10 of 100 (10.0\u{202f}%)"))
    let classes = try #require(page.firstRange(of: "<table class=\"classes\">"))
    let worse = try #require(page[classes.upperBound...].firstRange(of: "<th scope=\"row\">worse</th>"))
    let better = try #require(page[classes.upperBound...].firstRange(of: "<th scope=\"row\">better</th>"))
    #expect(worse.lowerBound < better.lowerBound)
  }

  @Test func comparisonMarksRunsAndDifferences() throws {
    let page = try page([
      samples.write(SampleRun(name: "first")), samples.write(SampleRun(name: "second", seed: 2, testAccuracy: 0.9842)),
    ])
    #expect(page.contains("<h1>2 runs <span>on KMNIST</span></h1>"))
    #expect(page.contains("<b class=\"chip\">B</b> second"))
    #expect(page.contains(">A val.</text>"))
    #expect(page.contains(">B train.</text>"))
    #expect(page.contains("<tr class=\"differs\"><th scope=\"row\">seed \u{2260}</th><td>1</td><td>2</td></tr>"))
    #expect(
      page.contains(
        """
        The runs differ only in the seed: test accuracy over 2 seeds is 98.27\u{202f}% on average, with a standard deviation \
        of 0.21\u{202f}%.
        """
      ))
    #expect(page.contains("<td class=\"number best\">98.42\u{202f}%</td>"))
  }

  @Test func unfinishedRunIsReportedWithWarning() throws {
    let page = try page(SampleRun(finishedEpochs: 6))
    #expect(page.contains(">Missing data</h2>"))
    #expect(page.contains("Not available yet. The official test split is evaluated once, at the end of training."))
    #expect(page.contains("Best so far: epoch 6."))
    #expect(page.contains(">Training curves</h2>"))
    #expect(!page.contains("Confusion matrix"))
  }

  @Test func missingMistakesAreReported() throws {
    let directory = try samples.write(SampleRun())
    try samples.remove("2026-11-28-cheap/mistakes.json")
    let page = try page([directory])
    #expect(page.contains("<li>mistakes.json is missing, so misclassified images cannot be shown.</li>"))
    #expect(!page.contains("data:image"))
  }

  @Test func contentOfFilesIsEscaped() throws {
    let markup = "</style><script>alert('1')</script>\" onload=\"x"
    var run = SampleRun(
      name: "a<b>&\"'", model: markup, dataset: markup, testImages: 2000, classNames: [markup, "b<i>"])
    run.epochs = 3
    let page = try page(run)
    #expect(!page.contains("<script"))
    #expect(!page.contains("\" onload="))
    #expect(!page.contains("b<i>"))
    #expect(page.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot; onload=&quot;x"))
    #expect(HTML(escaping: "\u{0}\u{1b}\n").markup == "\u{fffd}\u{fffd}\n")
    let name = "<i>"
    #expect(("<b>\(name)</b>" as HTML).markup == "<b>&lt;i&gt;</b>")
  }

  @Test func pageMakesNoRequests() throws {
    let page = try page(SampleRun())
    for forbidden in ["http:", "https:", "url(", "@import", "<script", "<link", "<iframe", "src=\"/"] {
      #expect(!page.contains(forbidden))
    }
    #expect(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\""))
  }

  /// Extreme values must not produce invalid coordinates.
  @Test(arguments: [
    #""training_accuracy":1,"validation_accuracy":1,"training_loss":0,"validation_loss":0,"learning_rate":0"#,
    #""training_accuracy":0,"validation_accuracy":0,"training_loss":1e300,"validation_loss":1e-300,"learning_rate":5e-324"#,
    #""training_loss":NaN,"validation_loss":Infinity,"learning_rate":-Infinity"#,
    #""training_loss":-1,"validation_loss":1.7e308,"learning_rate":1.7e308,"seconds":1e300,"images_per_second":-5"#,
    "\"step\":1000000000000000",
  ])
  func chartsHandleExtremeValues(fields: String) throws {
    for epochs in [[1], [1, 2], [1, 1_000_000_000_000_000]] {
      let lines = epochs.map { "{\"kind\":\"epoch\",\"epoch\":\($0),\(fields)}\n" }
      try samples.write(lines.joined(), to: "edge/metrics.jsonl")
      try samples.write(
        "{\"epochs\": 9223372036854775807, \"seed\": 18446744073709551615}", to: "edge/configuration.json")
      let page = try page([samples.directory.appending("edge")])
      #expect(!page.contains("nan") && !page.contains("inf,") && !page.contains("\"inf"))
    }
  }

  @Test func elementsAreProperlyNested() throws {
    let directories = try [SampleRun(name: "a"), SampleRun(name: "b", finishedEpochs: 2)].map { try samples.write($0) }
    for page in [try page(directories), try page([directories[0]]), try page([directories[1]])] {
      var open: [Substring] = []
      for match in page.matches(of: #/<(/?)([a-z][a-z0-9]*)[^>]*?(/?)>/#) {
        let name = match.output.2
        if match.output.1 == "/" {
          #expect(open.popLast() == name)
        } else if match.output.3.isEmpty, !["meta", "br", "img"].contains(name) {
          open.append(name)
        }
      }
      #expect(open.isEmpty)
    }
  }
}
