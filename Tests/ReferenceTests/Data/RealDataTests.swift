import Foundation
import Reference
import Testing

/// Real datasets: the directory of `MLLINT_DATA`, or `shared/data` next to the repository.
enum RealData {
  static let directory: FilePath? = {
    let repository = (0..<4).reduce(FilePath(#filePath)) { path, _ in path.parent }
    let given = ProcessInfo.processInfo.environment["MLLINT_DATA"].map { FilePath($0) }
    return [given, repository.parent.appending("shared/data")].compactMap { $0 }.first {
      $0.appending("kmnist").exists
    }
  }()

  static let missing = "no real data: set MLLINT_DATA to a directory that contains kmnist/ and mnist/"

  static func file(_ path: String) throws -> FilePath { try #require(directory).appending(path) }
}

@Suite(.enabled(if: RealData.directory != nil, "\(RealData.missing)"))
struct RealDataTests {
  @Test func kmnistFilesAreOfficial() throws {
    let splits = try DatasetCatalog.load("kmnist", from: RealData.directory)
    #expect(splits.training.count == 60_000)
    #expect(splits.test.count == 10_000)
    #expect(splits.training.labels.prefix(10) == [8, 7, 0, 1, 4, 2, 4, 8, 1, 1])
    #expect(splits.training.classNames == ["お", "き", "す", "つ", "な", "は", "ま", "や", "れ", "を"])
    for file in try DatasetCatalog.entry(named: "kmnist").files {
      let path = try RealData.file("kmnist/\(file.name)")
      #expect(try MD5.digest(ofFile: path) == file.md5, "\(file.name)")
      #expect(try AtomicFile.read(path).count == file.byteCount, "\(file.name)")
    }
  }

  @Test func mnistLabelsMatchPublishedOnes() throws {
    let splits = try DatasetCatalog.load("mnist", from: RealData.directory)
    #expect(splits.training.labels.prefix(10) == [5, 0, 4, 1, 9, 2, 1, 3, 1, 4])
    #expect(splits.test.labels.prefix(10) == [7, 2, 1, 0, 4, 1, 4, 9, 5, 9])
  }

  @Test func kanjiDatasetsHaveExpectedSizes() throws {
    let small = try DatasetCatalog.load("kkanji49-28", from: RealData.directory)
    #expect((small.training.count, small.test.count) == (34_623, 5748))
    #expect(small.training.classNames.count == 49)
    #expect(small.training.classNames.first == "一")
    let large = try DatasetCatalog.load("kkanji10-64", from: RealData.directory)
    #expect((large.training.count, large.test.count) == (11_944, 1987))
    #expect((large.training.height, large.training.width) == (64, 64))
  }

  @Test func npzArchivesMatchIDXFiles() throws {
    let images = try ByteArray.read(from: RealData.file("kmnist-npz/kmnist-test-imgs.npz"), rank: 3)
    #expect(images == (try ByteArray.read(from: RealData.file("kmnist/t10k-images-idx3-ubyte.gz"), rank: 3)))
    let labels = try ByteArray.read(from: RealData.file("kmnist-npz/kmnist-test-labels.npz"), rank: 1)
    #expect(labels == (try ByteArray.read(from: RealData.file("kmnist/t10k-labels-idx1-ubyte.gz"), rank: 1)))
  }

  @Test func directoryOfAnotherDatasetIsDetected() throws {
    let directory = try RealData.file("mnist")
    #expect(
      errorMessage { _ = try DatasetCatalog.load("kmnist", from: directory) } == """
        \(directory)/train-labels-idx1-ubyte.gz: this file belongs to mnist, not kmnist; pass --dataset mnist or another \
        --data directory
        """)
  }

  @Test(arguments: ["kmnist/t10k-images-idx3-ubyte.gz", "kmnist-npz/kmnist-test-labels.npz"])
  func truncatedFilesThrow(path: String) throws {
    let whole = try AtomicFile.read(RealData.file(path))
    let directory = try TemporaryDirectory()
    for length in [1, 3, 9, 17, 18, 19, 30, 100, whole.count / 2, whole.count - 9, whole.count - 1] {
      let file = try directory.write("x", Array(whole.prefix(length)))
      let message = errorMessage { _ = try ByteArray.read(from: file, rank: path.contains("images") ? 3 : 1) }
      #expect(message.hasPrefix(file.string), "truncated to \(length) bytes: \(message)")
    }
  }
}
