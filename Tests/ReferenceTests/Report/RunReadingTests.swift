import Foundation
import Reference
import Testing

@Suite struct RunReadingTests {
  private let samples: SampleRuns

  init() throws { samples = try SampleRuns() }

  private func error(reading folder: URL) -> String? {
    do throws(ReportError) {
      _ = try RecordedRun(reading: folder)
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test func aFinishedRunIsReadWhole() throws {
    let run = try RecordedRun(reading: try samples.write(SampleRun()))
    #expect(run.name == "2026-11-28-cheap")
    #expect((run.dataset, run.model) == ("kmnist", "cheap"))
    #expect(run.setting("weight_decay") == "0.0005")
    #expect(run.epochs.map(\.epoch) == Array(1...15))
    #expect(run.steps.count == 15 * 8)
    #expect(run.bestEpoch == 14)
    #expect(run.result?.testAccuracy == 0.9812)
    #expect(run.result?.confusion?.total == 10_000)
    #expect(run.mistakes?.count == 48)
    #expect(run.gaps.isEmpty)
  }

  @Test func aRunningRunSaysWhatIsMissing() throws {
    let run = try RecordedRun(reading: try samples.write(SampleRun(finishedEpochs: 6)))
    #expect(run.result == nil)
    #expect(run.bestEpoch == 6)
    #expect(run.gaps.count == 1)
    #expect(run.gaps.first?.contains("stopped, after epoch 6 of 15") == true)
  }

  @Test func aTornLastLineIsLeftOut() throws {
    let folder = try samples.write(SampleRun(finishedEpochs: 3))
    let metrics = folder.appending(path: "metrics.jsonl")
    let whole = try Data(contentsOf: metrics)
    let lines = whole.split(separator: UInt8(ascii: "\n")).count
    try (whole + Data(#"{"epoch":4,"hold"#.utf8)).write(to: metrics)
    let run = try RecordedRun(reading: folder)
    #expect(run.epochs.count == 3)
    #expect(run.gaps.contains { $0.hasPrefix("Line \(lines + 1) of metrics.jsonl is torn") })
  }

  @Test func aDamagedLineElsewhereIsAnError() throws {
    let folder = try samples.write(SampleRun(finishedEpochs: 1))
    try samples.write("{\"kind\":\"epoch\",\"epoch\":1}\n{\"kind\":\"ep\n{}\n", to: "2026-11-28-cheap/metrics.jsonl")
    let found = try #require(error(reading: folder))
    #expect(
      found.contains("metrics.jsonl:2:12: the file is damaged: expected a closing quote, found the end of the file"))
  }

  @Test func aResumedRunRepeatsEpochs() throws {
    let text = [(1, 0.5), (2, 0.6), (2, 0.7), (3, 0.8)].map { epoch, accuracy in
      "{\"kind\":\"epoch\",\"epoch\":\(epoch),\"holdout_accuracy\":\(accuracy)}\n"
    }
    try samples.write(text.joined(), to: "resumed/metrics.jsonl")
    let run = try RecordedRun(reading: samples.folder.appending(path: "resumed"))
    #expect(run.epochs.map(\.holdoutAccuracy) == [0.5, 0.7, 0.8])
    #expect(run.gaps.contains { $0.hasPrefix("configuration.json is missing") })
  }

  @Test func unknownKindsAndLiteralsOfPythonAreTaken() throws {
    let text = """
      {"kind":"gradient","norm":3}

      {"kind":"epoch","epoch":1,"training_loss":NaN,"holdout_loss":-Infinity,"holdout_accuracy":null}

      """
    try samples.write(text, to: "diverged/metrics.jsonl")
    let run = try RecordedRun(reading: samples.folder.appending(path: "diverged"))
    #expect(run.epochs.first?.trainingLoss?.isNaN == true)
    #expect(run.epochs.first?.holdoutAccuracy == nil)
    #expect(run.gaps.contains { $0.contains("the run diverged") })
  }

  @Test(arguments: [
    (
      "result.json", "{\n  \"test_accuracy\": 98.1\n}", ":2: 'test_accuracy' must be a fraction from 0 to 1, found 98.1"
    ),
    ("result.json", "[1, 2]", ":1: 'result' must be an object, found an array of 2"),
    ("result.json", "{\"model\": 3}", ":1: 'model' must be a text, found 3"),
    (
      "result.json", "{\"parameters\": -1}",
      ":1: 'parameters' must be a whole number from 0 to 1,000,000,000,000,000, found -1"
    ),
    ("result.json", "{\"parameters\": 1e300}", ":1: 'parameters' must be a whole number"),
    ("result.json", "{\"seconds\": \"long\"}", ":1: 'seconds' must be a number, found the text \"long\""),
    (
      "result.json", "{\"class_names\": [\"a\", \"b\"],\n\"confusion\": [[1, 2], [3]]}",
      ":2: 'confusion' must be 2 rows of 2 counts, found 2 rows of 1 or 2"
    ),
    ("result.json", "{\"a\": 1,}", ":1:9: the file is damaged: expected a key in quotes, found '}'"),
    ("result.json", "{\"a\": 1} x", ":1:10: the file is damaged: expected the end of the file, found 'x'"),
    ("result.json", "", ":1:1: the file is damaged: expected a value, found the end of the file"),
    ("result.json", "{\"a\": nul}", ":1:7: the file is damaged: expected a value, found 'nul}'"),
    ("result.json", "{\"a\": \"\\u12\"}", ":1:10: the file is damaged: expected four hexadecimal digits"),
    ("mistakes.json", "{}", ":1: 'mistakes' must be an array of objects, found an object of 0"),
    ("mistakes.json", "[\n{\"index\": 1}]", ":2: 'label' must be the true class, found nothing"),
  ])
  func damageIsNamedWithItsPlace(file: String, text: String, message: String) throws {
    let folder = try samples.write(SampleRun())
    try samples.write(text, to: "2026-11-28-cheap/\(file)")
    let found = try #require(error(reading: folder))
    #expect(found.contains("\(file)\(message)"))
    #expect(found.contains("remove it to report the rest of the run"))
  }

  @Test(arguments: [
    ("\"pixels\": \"AAAA\"", "'pixels' must be 4 bytes in base64, found 3 bytes"),
    ("\"pixels\": \"=\"", "'pixels' must be 4 bytes in base64, found a text that is not base64"),
    ("\"pixels\": \"AAAAAA==\", \"label\": 10", "'label' must be a whole number below 10, found 10"),
    ("\"pixels\": \"AAAAAA==\", \"height\": 100000", "'height' must be a whole number below 1025, found 100000"),
    ("\"pixels\": \"\", \"height\": 0", "'pixels' must be 0 bytes in base64, found 0 bytes"),
  ])
  func aMistakeHasAnImageOfItsSize(fields: String, message: String) throws {
    let folder = try samples.write(SampleRun())
    let text = "[{\"index\":1,\"label\":1,\"predicted\":2,\"confidence\":0.5,\"height\":2,\"width\":2,\(fields)}]"
    try samples.write(text, to: "2026-11-28-cheap/mistakes.json")
    #expect(error(reading: folder)?.contains(message) == true)
  }

  @Test func nestingIsBounded() throws {
    let folder = try samples.write(SampleRun())
    try samples.write(String(repeating: "[", count: 100_000), to: "2026-11-28-cheap/result.json")
    #expect(error(reading: folder)?.contains("expected at most 64 levels of nesting") == true)
  }

  @Test func escapesOfJSONAreRead() throws {
    try samples.write(#"{"model":"\u304a \ud83c\udf8c \ud800 \"\\\/\n"}"#, to: "escapes/result.json")
    let run = try RecordedRun(reading: samples.folder.appending(path: "escapes"))
    #expect(run.model == "お 🎌 \u{fffd} \"\\/\n")
  }

  @Test func runsAreFoundAndTheNewestChosen() throws {
    for (age, name) in [(2, "a"), (1, "b"), (3, "c")] {
      let folder = try samples.write(SampleRun(name: name, finishedEpochs: 1))
      for file in ["configuration.json", "metrics.jsonl"] {
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSinceNow: -3600 * Double(age))],
          ofItemAtPath: folder.appending(path: file).path)
      }
    }
    try samples.write("no run", to: "notes/readme.txt")
    #expect(try RunFolders.all(in: samples.folder).map(\.lastPathComponent) == ["a", "b", "c"])
    #expect(try RunFolders.newest(in: samples.folder).lastPathComponent == "b")
    #expect(
      error(reading: samples.folder.appending(path: "notes"))?.contains("notes' is no run folder: expected") == true)
    #expect(throws: ReportError.noRuns(folder: samples.folder.appending(path: "notes").relativePath)) {
      _ = try RunFolders.newest(in: samples.folder.appending(path: "notes"))
    }
    let nowhere = samples.folder.appending(path: "nowhere")
    #expect(throws: ReportError.noRuns(folder: nowhere.relativePath)) { _ = try RunFolders.newest(in: nowhere) }
  }

  /// Cut off anywhere, a file gives a report or a clear error; it never takes the program down.
  @Test func noCutIsFatal() throws {
    let folder = try samples.write(SampleRun(epochs: 2))
    for name in ["configuration.json", "metrics.jsonl", "result.json", "mistakes.json"] {
      let url = folder.appending(path: name)
      let whole = try Data(contentsOf: url)
      for length in stride(from: 0, to: whole.count, by: max(1, whole.count / 40)) {
        try whole.prefix(length).write(to: url)
        if let message = error(reading: folder) {
          #expect(message.contains("\(name):1:"))
        } else {
          let run = try RecordedRun(reading: folder)
          #expect(ReportPage(runs: [run], leaderboard: nil, generator: "test").html.hasSuffix("</html>\n"))
        }
      }
      try whole.write(to: url)
    }
  }
}
