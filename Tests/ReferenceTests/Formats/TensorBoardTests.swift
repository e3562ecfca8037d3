import Foundation
import Reference
import Testing

@Suite struct TensorBoardTests {
  /// The output of read_events.py.
  struct Events: Decodable {
    struct Image: Decodable, Equatable {
      var step, height, width: Int
      var start: String

      init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        step = try list.decode(Int.self)
        height = try list.decode(Int.self)
        width = try list.decode(Int.self)
        start = try list.decode(String.self)
      }
    }

    struct Distribution: Decodable {
      var step: Int
      var low, high, count, sum, sumOfSquares: Double
      var limits, counts: [Double]

      init(from decoder: any Decoder) throws {
        var list = try decoder.unkeyedContainer()
        step = try list.decode(Int.self)
        low = try list.decode(Double.self)
        high = try list.decode(Double.self)
        count = try list.decode(Double.self)
        sum = try list.decode(Double.self)
        sumOfSquares = try list.decode(Double.self)
        limits = try list.decode([Double].self)
        counts = try list.decode([Double].self)
      }
    }

    var fileVersion: Double
    var scalars: [String: [[Double]]]
    var images: [String: [Image]]
    var histograms: [String: [Distribution]]
  }

  @Test func fileStartsWithVersionRecord() throws {
    let directory = try TemporaryDirectory()
    let writer = try TensorBoardWriter(directory: directory.path)
    let bytes = try directory.bytes(writer.path.lastComponent)
    #expect(writer.path.lastComponent.hasPrefix("events.out.tfevents."))
    #expect(Array(bytes[..<8]) == [24, 0, 0, 0, 0, 0, 0, 0])
    // The masked CRC of the length 24, as in every event file of TensorFlow.
    #expect(Array(bytes[8..<12]) == [0xa3, 0x7f, 0x4b, 0x22])
    #expect(bytes.count == 8 + 4 + 24 + 4)
    #expect(Array(bytes[21..<36]) == [0x1a, 13] + Array("brain.Event:2".utf8))
  }

  @Test func newFilesHaveIncreasingTimestamps() throws {
    let directory = try TemporaryDirectory()
    try directory.write("events.out.tfevents.8999999999.other.1", [UInt8]())
    let names = try (0..<3).map { _ in try TensorBoardWriter(directory: directory.path).path.lastComponent }
    #expect(names == names.sorted())
    #expect(Set(names).count == 3)
    #expect(names.allSatisfy { $0 > "events.out.tfevents.8999999999.other.1" })
  }

  @Test func missingDirectoryThrows() throws {
    let directory = try TemporaryDirectory()
    let error = #expect(throws: FileError.self) { try TensorBoardWriter(directory: directory.file("missing")) }
    #expect(error?.errorNumber == ENOENT)
  }

  @Test(.enabled(if: PeerPython.isAvailable, "\(PeerPython.missing)"))
  func tensorBoardReadsAllRecords() throws {
    let directory = try TemporaryDirectory()
    let first = try TensorBoardWriter(directory: directory.path)
    for step in 0..<200 { try first.scalar("loss/training", Float(step) / 8, step: step) }
    try first.image("kernels", height: 2, width: 3, pixels: [0, 50, 100, 150, 200, 255], step: 1)
    try first.histogram("weights", [-1, 0, 0, 3, .nan, .infinity], step: 2)
    try first.histogram("all the same", [2, 2], step: 2)
    try first.histogram("nothing", [], step: 2)
    try first.flush()
    try TensorBoardWriter(directory: directory.path).scalar("loss/training", 7, step: 200)
    // An incomplete record, as left by a killed process.
    let killed = try AppendOnlyFile(extending: first.path)
    try killed.append([24, 0, 0, 0])

    let result = try PeerPython.run("Formats/read_events.py", [directory.path.string])
    let json = try #require(result.output.split(separator: "\n").last { $0.hasPrefix("{") }, "\(result.output)")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let events = try decoder.decode(Events.self, from: Data(json.utf8))
    #expect(events.fileVersion == 2)
    let curve = (0..<200).map { [Double($0), Double($0) / 8] } + [[200, 7]]
    #expect(events.scalars["loss/training"] == curve)
    let image = try #require(events.images["kernels"]?.first)
    #expect((image.step, image.height, image.width) == (1, 2, 3))
    #expect(image.start == "89504e47")
    let weights = try #require(events.histograms["weights"]?.first)
    #expect(
      (weights.step, weights.low, weights.high, weights.count, weights.sum, weights.sumOfSquares) == (
        2, -1, 3, 4, 2, 10
      ))
    #expect(weights.counts.reduce(0, +) == 4)
    #expect(weights.counts.first == 1)
    #expect(weights.counts.last == 1)
    #expect(weights.limits.last == 3)
    #expect(weights.limits == weights.limits.sorted())
    #expect(events.histograms["all the same"]?.first?.counts == [2])
    #expect(events.histograms["nothing"]?.first?.counts == [0])
  }
}
