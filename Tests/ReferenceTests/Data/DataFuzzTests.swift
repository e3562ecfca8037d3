import Reference
import Testing

/// Mutates valid files: the result must be a consistent array or an error, never a crash.
@Suite struct DataFuzzTests {
  static let files: [(name: String, bytes: [UInt8], rank: Int)] = {
    let pixels = (0..<300).map { UInt8(truncatingIfNeeded: $0 * $0) }
    let array = DataFixture.npy("(3, 10, 10)", pixels)
    return [
      ("images.idx", DataFixture.idx([3, 10, 10], pixels), 3),
      ("images.idx.gz", DataFixture.gzip(DataFixture.idx([3, 10, 10], pixels)), 3),
      ("labels.npy", DataFixture.npy("(4,)", [UInt8](repeating: 0, count: 32), type: "<i8"), 1),
      ("stored.npz", DataFixture.zip("arr_0.npy", array, deflated: false), 3),
      ("deflated.npz", DataFixture.zip("arr_0.npy", array), 3),
    ]
  }()

  @Test(arguments: files.indices)
  func mutatedFilesNeverCrash(number: Int) throws {
    let (name, bytes, rank) = Self.files[number]
    let directory = try TemporaryDirectory()
    for round in 0..<150 {
      var random = RandomGenerator(seed: 20).stream(number, round)
      var mutated = bytes
      for _ in 0...random.index(below: 4) {
        mutated[random.index(below: mutated.count)] = UInt8(truncatingIfNeeded: random.next())
      }
      if random.index(below: 4) == 0 { mutated.removeLast(random.index(below: mutated.count)) }
      let file = try directory.write(name, mutated)
      do throws(DataError) {
        let array = try ByteArray.read(from: file, rank: rank, limit: 1 << 20)
        #expect(array.values.count == array.shape.reduce(1, *))
      } catch {
        #expect(error.path.hasPrefix(file.string))
        #expect(!error.description.isEmpty)
      }
    }
  }
}
