import Foundation
import Reference
import Testing

@Suite struct WandBTests {
  struct Configuration: Encodable {
    var learningRate: Float = 0.1
    var model = "cheap"
    var data: String? = nil
    var nested = ["a": [1, 2]]
    var ratio = Double.infinity
  }

  /// The output of read_run.py.
  struct Run: Decodable {
    struct Record: Decodable {
      var kind: String
      var id, project, name: String?
      var resumed: Bool?
      var values: [String: String]?
    }

    var records: [Record]
    var inspected: [String: String]
    var summary: [String: String]
  }

  @Test func fileStartsWithFormatHeader() throws {
    let directory = try TemporaryDirectory()
    let writer = try WandBWriter(directory: directory.path, name: "a", configuration: Configuration())
    let bytes = try AtomicFile.read(writer.path)
    #expect(Array(bytes[..<7]) == [0x3a, 0x57, 0x26, 0x42, 0xe1, 0xbe, 0])
    // Record 1, a header: length, fragment type "full", record number, field 21.
    #expect(Array(bytes[11..<18]) == [15, 0, 1, 8, 1, 0xaa, 1])
    let run = writer.path.parent
    #expect(writer.path.lastComponent == "run-\(writer.identifier).wandb")
    #expect(
      run.lastComponent.wholeMatch(of: /offline-run-\d{8}_\d{6}-[a-z0-9]{8}/) != nil, "\(run.lastComponent)")
    #expect(run.parent.lastComponent == "wandb")
  }

  @Test func resumedRunKeepsIdentifier() throws {
    let directory = try TemporaryDirectory()
    let first = try WandBWriter(directory: directory.path, name: "a", configuration: Configuration())
    let second = try WandBWriter(directory: directory.path, name: "a", configuration: Configuration(), isResumed: true)
    let other = try WandBWriter(directory: directory.path, name: "a", configuration: Configuration())
    #expect(second.identifier == first.identifier)
    #expect(second.path != first.path)
    #expect(other.identifier != first.identifier)
  }

  @Test func configurationMustBeAnObject() throws {
    let directory = try TemporaryDirectory()
    #expect(throws: EncodingError.self) {
      try WandBWriter(directory: directory.path, name: "a", configuration: [1, 2])
    }
    #expect(try directory.names().isEmpty)
  }

  @Test(.enabled(if: PeerPython.isAvailable, "\(PeerPython.missing)"))
  func wandbReadsAllRecords() throws {
    let directory = try TemporaryDirectory()
    let writer = try WandBWriter(
      directory: directory.path, name: "a run", project: "glyphs", configuration: Configuration(), isResumed: true)
    for step in 0..<500 { try writer.history(["loss": Double(step) / 8, "validation_accuracy": 0.5], step: step) }
    try writer.history(["loss": .nan], step: 500)
    try writer.finish(summary: ["test_accuracy": 0.75])
    let run = try read(writer.path)

    let settings = try #require(run.records.dropFirst().first)
    #expect(run.records.first?.kind == "header")
    #expect(
      (settings.kind, settings.id, settings.project, settings.name) == ("run", writer.identifier, "glyphs", "a run"))
    #expect(settings.resumed == false)
    #expect(
      settings.values
        == ["learning_rate": "0.1", "model": "\"cheap\"", "nested": "{\"a\":[1,2]}", "ratio": "\"Infinity\""])
    let history = run.records.filter { $0.kind == "history" }
    #expect(history.map { $0.values?["_step"] } == (0...500).map(String.init))
    #expect(history[3].values?["loss"] == "0.375")
    #expect(history.last?.values?["loss"] == "nan")
    #expect(run.records.last?.kind == "exit")
    #expect(run.inspected["run_id"] == writer.identifier)
    #expect(run.inspected["state"] == "finished")
    #expect(run.inspected["step"] == "500")
    #expect(run.summary["test_accuracy"] == "0.75")
    #expect(run.summary["validation_accuracy"] == "0.5")
  }

  @Test(.enabled(if: PeerPython.isAvailable, "\(PeerPython.missing)"))
  func wandbRecognizesResumedRun() throws {
    let directory = try TemporaryDirectory()
    let first = try WandBWriter(directory: directory.path, configuration: ["epochs": 2])
    try first.history(["loss": 1], step: 0)
    let second = try WandBWriter(directory: directory.path, configuration: ["epochs": 2], isResumed: true)
    try second.history(["loss": 0.5], step: 1)
    let run = try read(second.path).records[1]
    #expect((run.id, run.resumed, run.name) == (first.identifier, true, directory.path.lastComponent))
    #expect(try read(first.path).records[1].resumed == false)
  }

  /// The key lengths make records end before, at and after block boundaries.
  @Test(.enabled(if: PeerPython.isAvailable, "\(PeerPython.missing)"), arguments: [32_000, 100_000])
  func wandbReadsRecordsThatCrossBlocks(length: Int) throws {
    let directory = try TemporaryDirectory()
    let writer = try WandBWriter(
      directory: directory.path, name: "a", configuration: ["key": String(repeating: "x", count: length)])
    for step in 0..<40 { try writer.history([String(repeating: "y", count: 1000 + step): 1], step: step) }
    let run = try read(writer.path)
    #expect(
      run.records.map(\.kind) == ["header", "run"] + Array(repeating: ["summary", "history"], count: 40).joined())
    #expect(run.inspected["state"] != "finished")
    #expect(run.inspected["step"] == "39")
  }

  private func read(_ path: FilePath) throws -> Run {
    let result = try PeerPython.run("Formats/read_run.py", [path.string])
    let json = try #require(result.output.split(separator: "\n").last { $0.hasPrefix("{") }, "\(result.output)")
    return try JSONDecoder().decode(Run.self, from: Data(json.utf8))
  }
}
