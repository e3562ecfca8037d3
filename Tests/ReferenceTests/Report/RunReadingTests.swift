import Foundation
import Reference
import Testing

@Suite struct RunReadingTests {
  private let samples: SampleRuns

  init() throws { samples = try SampleRuns() }

  private func error(reading directory: FilePath) -> String? {
    do throws(ReportError) {
      _ = try RecordedRun(reading: directory)
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test func readsFinishedRun() throws {
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
    #expect(run.warnings.isEmpty)
  }

  @Test func unfinishedRunHasWarning() throws {
    let run = try RecordedRun(reading: try samples.write(SampleRun(finishedEpochs: 6)))
    #expect(run.result == nil)
    #expect(run.bestEpoch == 6)
    #expect(run.warnings.count == 1)
    #expect(run.warnings.first?.contains("stopped after epoch 6 of 15") == true)
  }

  @Test func incompleteLastLineIsSkipped() throws {
    let directory = try samples.write(SampleRun(finishedEpochs: 3))
    let metrics = directory.appending("metrics.jsonl")
    let lines = try AtomicFile.read(metrics).split(separator: UInt8(ascii: "\n")).count
    try AppendOnlyFile(extending: metrics).append(Array(#"{"epoch":4,"vali"#.utf8))
    let run = try RecordedRun(reading: directory)
    #expect(run.epochs.count == 3)
    #expect(run.warnings.contains { $0.hasPrefix("Line \(lines + 1) of metrics.jsonl is incomplete") })
  }

  @Test func invalidEarlierLineThrows() throws {
    let directory = try samples.write(SampleRun(finishedEpochs: 1))
    try samples.write("{\"kind\":\"epoch\",\"epoch\":1}\n{\"kind\":\"ep\n{}\n", to: "2026-11-28-cheap/metrics.jsonl")
    let found = try #require(error(reading: directory))
    #expect(
      found.contains("metrics.jsonl:2:12: invalid JSON: expected a closing quote, found the end of the file"))
  }

  @Test func repeatedEpochsOfResumedRunReplaceEarlierOnes() throws {
    let text = [(1, 0.5), (2, 0.6), (2, 0.7), (3, 0.8)].map { epoch, accuracy in
      "{\"kind\":\"epoch\",\"epoch\":\(epoch),\"validation_accuracy\":\(accuracy)}\n"
    }
    try samples.write(text.joined(), to: "resumed/metrics.jsonl")
    let run = try RecordedRun(reading: samples.directory.appending("resumed"))
    #expect(run.epochs.map(\.validationAccuracy) == [0.5, 0.7, 0.8])
    #expect(run.warnings.contains { $0.hasPrefix("configuration.json is missing") })
  }

  @Test func unknownKindsAndNonFiniteNumbersAreAccepted() throws {
    let text = """
      {"kind":"gradient","norm":3}

      {"kind":"epoch","epoch":1,"training_loss":NaN,"validation_loss":-Infinity,"validation_accuracy":null}

      """
    try samples.write(text, to: "diverged/metrics.jsonl")
    let run = try RecordedRun(reading: samples.directory.appending("diverged"))
    #expect(run.epochs.first?.trainingLoss?.isNaN == true)
    #expect(run.epochs.first?.validationAccuracy == nil)
    #expect(run.warnings.contains { $0.contains("The run diverged") })
  }

  @Test(arguments: [
    (
      "result.json", "{\n  \"test_accuracy\": 98.1\n}", ":2: 'test_accuracy' must be a fraction from 0 to 1, found 98.1"
    ),
    ("result.json", "[1, 2]", ":1: 'result' must be an object, found an array of length 2"),
    ("result.json", "{\"model\": 3}", ":1: 'model' must be a string, found 3"),
    (
      "result.json", "{\"parameters\": -1}",
      ":1: 'parameters' must be an integer from 0 to 1,000,000,000,000,000, found -1"
    ),
    ("result.json", "{\"parameters\": 1e300}", ":1: 'parameters' must be an integer"),
    ("result.json", "{\"seconds\": \"long\"}", ":1: 'seconds' must be a number, found the string \"long\""),
    (
      "result.json", "{\"class_names\": [\"a\", \"b\"],\n\"confusion\": [[1, 2], [3]]}",
      ":2: 'confusion' must be 2 rows of 2 counts, found 2 rows of 1 or 2"
    ),
    ("result.json", "{\"a\": 1,}", ":1:9: invalid JSON: expected a key in quotes, found '}'"),
    ("result.json", "{\"a\": 1} x", ":1:10: invalid JSON: expected the end of the file, found 'x'"),
    ("result.json", "", ":1:1: invalid JSON: expected a value, found the end of the file"),
    ("result.json", "{\"a\": nul}", ":1:7: invalid JSON: expected a value, found 'nul}'"),
    ("result.json", "{\"a\": \"\\u12\"}", ":1:10: invalid JSON: expected four hexadecimal digits"),
    ("mistakes.json", "{}", ":1: 'mistakes' must be an array of objects, found an object with 0 keys"),
    ("mistakes.json", "[\n{\"index\": 1}]", ":2: 'label' must be the true class, found nothing"),
  ])
  func invalidValuesReportLine(file: String, text: String, message: String) throws {
    let directory = try samples.write(SampleRun())
    try samples.write(text, to: "2026-11-28-cheap/\(file)")
    let found = try #require(error(reading: directory))
    #expect(found.contains("\(file)\(message)"))
    #expect(found.contains("delete it to report the rest of the run"))
  }

  @Test(arguments: [
    ("\"pixels\": \"AAAA\"", "'pixels' must be 4 bytes in base64, found 3 bytes"),
    ("\"pixels\": \"=\"", "'pixels' must be 4 bytes in base64, found invalid base64"),
    ("\"pixels\": \"AAAAAA==\", \"label\": 10", "'label' must be an integer below 10, found 10"),
    ("\"pixels\": \"AAAAAA==\", \"height\": 100000", "'height' must be an integer below 1025, found 100000"),
    ("\"pixels\": \"\", \"height\": 0", "'pixels' must be 0 bytes in base64, found 0 bytes"),
  ])
  func invalidMistakeThrows(fields: String, message: String) throws {
    let directory = try samples.write(SampleRun())
    let text = "[{\"index\":1,\"label\":1,\"predicted\":2,\"confidence\":0.5,\"height\":2,\"width\":2,\(fields)}]"
    try samples.write(text, to: "2026-11-28-cheap/mistakes.json")
    #expect(error(reading: directory)?.contains(message) == true)
  }

  @Test func nestingDepthIsLimited() throws {
    let directory = try samples.write(SampleRun())
    try samples.write(String(repeating: "[", count: 100_000), to: "2026-11-28-cheap/result.json")
    #expect(error(reading: directory)?.contains("expected at most 64 levels of nesting") == true)
  }

  @Test func escapeSequencesAreDecoded() throws {
    try samples.write(#"{"model":"\u304a \ud83c\udf8c \ud800 \"\\\/\n"}"#, to: "escapes/result.json")
    let run = try RecordedRun(reading: samples.directory.appending("escapes"))
    #expect(run.model == "お 🎌 \u{fffd} \"\\/\n")
  }

  @Test func findsAllRunsAndTheNewest() throws {
    for (age, name) in [(2, "a"), (1, "b"), (3, "c")] {
      let directory = try samples.write(SampleRun(name: name, finishedEpochs: 1))
      for file in ["configuration.json", "metrics.jsonl"] {
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSinceNow: -3600 * Double(age))],
          ofItemAtPath: directory.appending(file).string)
      }
    }
    try samples.write("not a run", to: "notes/readme.txt")
    #expect(try RunDirectories.all(in: samples.directory).map(\.lastComponent) == ["a", "b", "c"])
    #expect(try RunDirectories.newest(in: samples.directory).lastComponent == "b")
    let notes = samples.directory.appending("notes")
    #expect(error(reading: notes)?.contains("notes' is not a run directory: ") == true)
    #expect(throws: ReportError.noRuns(directory: notes.string)) { _ = try RunDirectories.newest(in: notes) }
    let nowhere = samples.directory.appending("nowhere")
    #expect(throws: ReportError.noRuns(directory: nowhere.string)) { _ = try RunDirectories.newest(in: nowhere) }
  }

  /// Truncated files must produce a report or an error, never a crash.
  @Test func truncatedFilesNeverCrash() throws {
    let directory = try samples.write(SampleRun(epochs: 2))
    for name in ["configuration.json", "metrics.jsonl", "result.json", "mistakes.json"] {
      let path = directory.appending(name)
      let whole = try AtomicFile.read(path)
      for length in stride(from: 0, to: whole.count, by: max(1, whole.count / 40)) {
        try AtomicFile.write(Array(whole.prefix(length)), to: path)
        if let message = error(reading: directory) {
          #expect(message.contains("\(name):1:"))
        } else {
          let run = try RecordedRun(reading: directory)
          #expect(ReportPage(runs: [run], leaderboard: nil, generator: "test").html.hasSuffix("</html>\n"))
        }
      }
      try AtomicFile.write(whole, to: path)
    }
  }
}
