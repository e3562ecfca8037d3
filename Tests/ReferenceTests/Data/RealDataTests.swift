import Foundation
import Reference
import Testing

/// Where real data lies: the folder of `MLLINT_DATA`, or `shared/data` beside the repository.
enum RealData {
  static let folder: URL? = {
    let repository = (0..<4).reduce(URL(filePath: #filePath)) { folder, _ in folder.deletingLastPathComponent() }
    let beside = repository.deletingLastPathComponent().appending(path: "shared/data")
    let named = ProcessInfo.processInfo.environment["MLLINT_DATA"].map { URL(filePath: $0) }
    return [named, beside].compactMap { $0 }.first {
      FileManager.default.fileExists(atPath: $0.appending(path: "kmnist").path)
    }
  }()

  static let missing = "real data is absent: point MLLINT_DATA to a folder with kmnist/ and mnist/ in it"

  static func file(_ path: String) throws -> URL { try #require(folder).appending(path: path) }
}

@Suite(.enabled(if: RealData.folder != nil, "\(RealData.missing)"))
struct RealDataTests {
  @Test func kmnistIsTheOfficialOne() throws {
    let splits = try DatasetCatalogue.load("kmnist", from: RealData.folder)
    #expect(splits.training.count == 60_000)
    #expect(splits.test.count == 10_000)
    #expect(splits.training.labels.prefix(10) == [8, 7, 0, 1, 4, 2, 4, 8, 1, 1])
    #expect(splits.training.classNames == ["お", "き", "す", "つ", "な", "は", "ま", "や", "れ", "を"])
    for file in try DatasetCatalogue.entry(named: "kmnist").files {
      let path = try RealData.file("kmnist/\(file.name)")
      #expect(try MD5.digest(ofFile: path) == file.md5, "\(file.name)")
      #expect(
        try FileManager.default.attributesOfItem(atPath: path.path)[.size] as? Int == file.byteCount, "\(file.name)")
    }
  }

  @Test func mnistHasTheWellKnownLabels() throws {
    let splits = try DatasetCatalogue.load("mnist", from: RealData.folder)
    #expect(splits.training.labels.prefix(10) == [5, 0, 4, 1, 9, 2, 1, 3, 1, 4])
    #expect(splits.test.labels.prefix(10) == [7, 2, 1, 0, 4, 1, 4, 9, 5, 9])
  }

  @Test func kanjiComeInBothSizes() throws {
    let small = try DatasetCatalogue.load("kkanji49-28", from: RealData.folder)
    #expect((small.training.count, small.test.count) == (34_623, 5748))
    #expect(small.training.classNames.count == 49)
    #expect(small.training.classNames.first == "一")
    let large = try DatasetCatalogue.load("kkanji10-64", from: RealData.folder)
    #expect((large.training.count, large.test.count) == (11_944, 1987))
    #expect((large.training.height, large.training.width) == (64, 64))
  }

  @Test func theArchiveHoldsTheSameTestSplit() throws {
    let images = try ByteArray.read(from: RealData.file("kmnist-npz/kmnist-test-imgs.npz"), rank: 3)
    #expect(images == (try ByteArray.read(from: RealData.file("kmnist/t10k-images-idx3-ubyte.gz"), rank: 3)))
    let labels = try ByteArray.read(from: RealData.file("kmnist-npz/kmnist-test-labels.npz"), rank: 1)
    #expect(labels == (try ByteArray.read(from: RealData.file("kmnist/t10k-labels-idx1-ubyte.gz"), rank: 1)))
  }

  @Test func aFolderOfAnotherDataSetIsNoticed() throws {
    let folder = try RealData.file("mnist")
    #expect(
      message { _ = try DatasetCatalogue.load("kmnist", from: folder) } == """
        \(folder.path)/train-labels-idx1-ubyte.gz: this is a file of mnist, but kmnist was asked for; ask for mnist or name \
        another folder
        """)
  }

  @Test(arguments: ["kmnist/t10k-images-idx3-ubyte.gz", "kmnist-npz/kmnist-test-labels.npz"])
  func filesCutOffAreErrors(path: String) throws {
    let whole = [UInt8](try Data(contentsOf: RealData.file(path)))
    let folder = try ScratchFolder()
    for length in [1, 3, 9, 17, 18, 19, 30, 100, whole.count / 2, whole.count - 9, whole.count - 1] {
      let file = try folder.write("x", Array(whole.prefix(length)))
      let says = message { _ = try ByteArray.read(from: file, rank: path.contains("images") ? 3 : 1) }
      #expect(says.hasPrefix(file.path), "cut to \(length) bytes: \(says)")
    }
  }
}
