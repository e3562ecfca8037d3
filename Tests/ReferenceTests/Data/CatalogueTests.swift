import Foundation
import Reference
import Testing

@Suite struct CatalogueTests {
  let names = [
    "train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte",
  ]

  /// A folder with a tiny KMNIST: 3 training and 2 test images of 2 by 2 pixels.
  private func tiny(_ change: (ScratchFolder) throws -> Void = { _ in }) throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.write(names[0], DataFixture.gzip(DataFixture.idx([3, 2, 2], Array(0..<12))))
    try folder.write(names[1], DataFixture.gzip(DataFixture.idx([3], [0, 9, 3])))
    try folder.write(names[2], DataFixture.gzip(DataFixture.idx([2, 2, 2], Array(0..<8))))
    try folder.write(names[3], DataFixture.idx([2], [1, 2]))
    try change(folder)
    return folder
  }

  @Test func loadsTheFolderItselfOrTheOneInIt() throws {
    let folder = try tiny()
    let splits = try DatasetCatalogue.load("kmnist", from: folder.url)
    #expect(splits.training.count == 3)
    #expect(splits.training.labels == [0, 9, 3])
    #expect(splits.test.pixels == Array(0..<8))
    #expect(splits.training.classNames == ["お", "き", "す", "つ", "な", "は", "ま", "や", "れ", "を"])
    #expect(splits.attribution?.hasPrefix("\"KMNIST Dataset\" (created by CODH), adapted from") == true)

    let outer = try ScratchFolder()
    try FileManager.default.copyItem(at: folder.url, to: outer.url.appending(path: "kmnist"))
    #expect(try DatasetCatalogue.load("kmnist", from: outer.url).test.labels == [1, 2])
  }

  @Test func loadsArchives() throws {
    let folder = try ScratchFolder()
    for (part, count) in [("train", 3), ("test", 2)] {
      let pixels = [UInt8](repeating: 7, count: count * 4)
      let classes = (0..<count).flatMap { DataFixture.little($0 + 40, 8) }
      try folder.write(
        "k49-\(part)-imgs.npz", DataFixture.zip("arr_0.npy", DataFixture.npy("(\(count), 2, 2)", pixels)))
      try folder.write(
        "k49-\(part)-labels.npz", DataFixture.zip("arr_0.npy", DataFixture.npy("(\(count),)", classes, type: "<i8")))
    }
    let splits = try DatasetCatalogue.load("k49", from: folder.url)
    #expect(splits.training.labels == [40, 41, 42])
    #expect(splits.training.classNames.count == 49)
    #expect(splits.training.classNames.last == "ゝ")
  }

  @Test func aClassMapBesideTheFilesNamesTheClasses() throws {
    let map = "index,codepoint,char\n" + (0..<10).map { "\($0),U+0041,c\($0)\n" }.joined()
    let folder = try tiny { try $0.write("kmnist_classmap.csv", Array(map.utf8)) }
    #expect(try DatasetCatalogue.load("kmnist", from: folder.url).training.classNames[9] == "c9")
  }

  @Test func anUnknownNameListsTheKnownOnes() {
    let known = "brush-strokes, kmnist, mnist, fashion-mnist, k49, kkanji49-28, kkanji10-64"
    #expect(
      message { _ = try DatasetCatalogue.load("kmnst") }
        == "kmnst: there is no data set of this name, known are \(known); did you mean 'kmnist'?")
    #expect(
      message { _ = try DatasetCatalogue.load("imagenet") }
        == "imagenet: there is no data set of this name, known are \(known)")
  }

  @Test func withoutAFolderTheErrorSaysHowToNameOne() {
    #expect(
      message { _ = try DatasetCatalogue.load("kmnist") } == """
        kmnist: its files are not part of mllint; name the folder that holds them with --data DIR or MLLINT_DATA
        """)
    #expect(
      message { _ = try DatasetCatalogue.load("kmnist", from: URL(filePath: "/nowhere")) } == """
        /nowhere: expected a folder of data, found none; name the folder that holds the files with --data DIR or MLLINT_DATA
        """)
  }

  @Test func aMissingFileListsWhatWasLookedFor() throws {
    let folder = try tiny { try FileManager.default.removeItem(at: $0.url.appending(path: names[2])) }
    #expect(
      message { _ = try DatasetCatalogue.load("kmnist", from: folder.url) } == """
        \(folder.url.path): found no test images of kmnist, looked for t10k-images-idx3-ubyte.gz, t10k-images-idx3-ubyte, \
        t10k-images.idx3-ubyte, kmnist-test-imgs.npz; put one of them there, or name another folder with --data DIR
        """)
  }

  @Test func countsMustAgree() throws {
    let folder = try tiny { try $0.write(names[1], DataFixture.idx([2], [0, 1])) }
    #expect(
      message { _ = try DatasetCatalogue.load("kmnist", from: folder.url) } == """
        \(folder.url.path)/\(names[0]): holds 3 images, but \(folder.url.path)/\(names[1]) holds 2 labels; take both files \
        from the same source
        """)
  }

  @Test func labelsMustBeInRange() throws {
    let folder = try tiny { try $0.write(names[3], DataFixture.idx([2], [1, 10])) }
    #expect(
      message { _ = try DatasetCatalogue.load("kmnist", from: folder.url) } == """
        \(folder.url.path)/\(names[3]): label 10 at index 1 is out of range, expected 0 to 9 for 10 classes
        """)
  }

  @Test func sizesMustAgree() throws {
    let folder = try tiny { try $0.write(names[2], DataFixture.idx([2, 1, 4], Array(0..<8))) }
    #expect(
      message { _ = try DatasetCatalogue.load("kmnist", from: folder.url) } == """
        \(folder.url.path): the training images are [2, 2] pixels, the test images [1, 4]; take both from the same source
        """)
  }

  @Test func theRankIsCheckedForArchivesToo() throws {
    let folder = try ScratchFolder()
    let file = try folder.write("x", DataFixture.npy("(4,)", [1, 2, 3, 4]))
    #expect(
      message { _ = try ByteArray.read(from: file, rank: 3) }
        == "\(file.path): expected 3 dimensions (images), found the shape [4]")
  }

  @Test func everyEntryHasFourPartsAndTerms() throws {
    for entry in DatasetCatalogue.entries {
      #expect(entry.files.map(\.part) == DatasetFile.Part.allCases, "\(entry.name)")
      #expect(!entry.licence.isEmpty)
      #expect(entry.files.allSatisfy { $0.md5?.count ?? 32 == 32 })
    }
    #expect(
      try DatasetCatalogue.entry(named: "kmnist").files.compactMap(\.url).last
        == "http://codh.rois.ac.jp/kmnist/dataset/kmnist/t10k-labels-idx1-ubyte.gz")
  }
}
