import Reference
import Testing

@Suite struct DatasetCatalogTests {
  let names = [
    "train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte",
  ]

  /// A directory with a tiny KMNIST: three training and two test images of 2×2 pixels.
  private func tiny(_ change: (TemporaryDirectory) throws -> Void = { _ in }) throws -> TemporaryDirectory {
    let directory = try TemporaryDirectory()
    try directory.write(names[0], DataFixture.gzip(DataFixture.idx([3, 2, 2], Array(0..<12))))
    try directory.write(names[1], DataFixture.gzip(DataFixture.idx([3], [0, 9, 3])))
    try directory.write(names[2], DataFixture.gzip(DataFixture.idx([2, 2, 2], Array(0..<8))))
    try directory.write(names[3], DataFixture.idx([2], [1, 2]))
    try change(directory)
    return directory
  }

  @Test func loadsFromDirectoryOrNamedSubdirectory() throws {
    let directory = try tiny()
    let splits = try DatasetCatalog.load("kmnist", from: directory.path)
    #expect(splits.training.count == 3)
    #expect(splits.training.labels == [0, 9, 3])
    #expect(splits.test.pixels == Array(0..<8))
    #expect(splits.training.classNames == ["お", "き", "す", "つ", "な", "は", "ま", "や", "れ", "を"])
    #expect(splits.attribution?.hasPrefix("\"KMNIST Dataset\" (created by CODH), adapted from") == true)

    let outer = try TemporaryDirectory()
    for name in names { try outer.write("kmnist/\(name)", try directory.bytes(name)) }
    #expect(try DatasetCatalog.load("kmnist", from: outer.path).test.labels == [1, 2])
  }

  @Test func loadsNPZArchives() throws {
    let directory = try TemporaryDirectory()
    for (part, count) in [("train", 3), ("test", 2)] {
      let pixels = [UInt8](repeating: 7, count: count * 4)
      let classes = (0..<count).flatMap { DataFixture.little($0 + 40, 8) }
      try directory.write(
        "k49-\(part)-imgs.npz", DataFixture.zip("arr_0.npy", DataFixture.npy("(\(count), 2, 2)", pixels)))
      try directory.write(
        "k49-\(part)-labels.npz", DataFixture.zip("arr_0.npy", DataFixture.npy("(\(count),)", classes, type: "<i8")))
    }
    let splits = try DatasetCatalog.load("k49", from: directory.path)
    #expect(splits.training.labels == [40, 41, 42])
    #expect(splits.training.classNames.count == 49)
    #expect(splits.training.classNames.last == "ゝ")
  }

  @Test func classMapOverridesClassNames() throws {
    let map = "index,codepoint,char\n" + (0..<10).map { "\($0),U+0041,c\($0)\n" }.joined()
    let directory = try tiny { try $0.write("kmnist_classmap.csv", Array(map.utf8)) }
    #expect(try DatasetCatalog.load("kmnist", from: directory.path).training.classNames[9] == "c9")
  }

  @Test func unknownNameListsKnownNames() {
    let known = "brush-strokes, kmnist, mnist, fashion-mnist, k49, kkanji49-28, kkanji10-64"
    #expect(
      errorMessage { _ = try DatasetCatalog.load("kmnst") }
        == "kmnst: unknown dataset; choose from \(known); did you mean 'kmnist'?")
    #expect(
      errorMessage { _ = try DatasetCatalog.load("imagenet") }
        == "imagenet: unknown dataset; choose from \(known)")
  }

  @Test func missingDirectoryExplainsOptions() {
    #expect(
      errorMessage { _ = try DatasetCatalog.load("kmnist") } == """
        kmnist: its files are not bundled; give their directory with --data DIR or MLLINT_DATA
        """)
    #expect(
      errorMessage { _ = try DatasetCatalog.load("kmnist", from: "/nowhere") } == """
        /nowhere: no such directory; give the directory of the data files with --data DIR or MLLINT_DATA
        """)
  }

  @Test func missingFileListsCandidates() throws {
    let directory = try tiny { try $0.remove(names[2]) }
    #expect(
      errorMessage { _ = try DatasetCatalog.load("kmnist", from: directory.path) } == """
        \(directory.path): no test images of kmnist found (looked for t10k-images-idx3-ubyte.gz, t10k-images-idx3-ubyte, \
        t10k-images.idx3-ubyte, kmnist-test-imgs.npz); add one of these files, or give another directory with --data DIR
        """)
  }

  @Test func countMismatchThrows() throws {
    let directory = try tiny { try $0.write(names[1], DataFixture.idx([2], [0, 1])) }
    #expect(
      errorMessage { _ = try DatasetCatalog.load("kmnist", from: directory.path) } == """
        \(directory.path)/\(names[0]): has 3 images, but \(directory.path)/\(names[1]) has 2 labels; use files from the same \
        source
        """)
  }

  @Test func labelOutOfRangeThrows() throws {
    let directory = try tiny { try $0.write(names[3], DataFixture.idx([2], [1, 10])) }
    #expect(
      errorMessage { _ = try DatasetCatalog.load("kmnist", from: directory.path) } == """
        \(directory.path)/\(names[3]): label 10 at index 1 is out of range; expected 0 to 9
        """)
  }

  @Test func sizeMismatchThrows() throws {
    let directory = try tiny { try $0.write(names[2], DataFixture.idx([2, 1, 4], Array(0..<8))) }
    #expect(
      errorMessage { _ = try DatasetCatalog.load("kmnist", from: directory.path) } == """
        \(directory.path): training images are [2, 2] pixels, but test images are [1, 4]; use files from the same source
        """)
  }

  @Test func wrongRankThrows() throws {
    let directory = try TemporaryDirectory()
    let file = try directory.write("x", DataFixture.npy("(4,)", [1, 2, 3, 4]))
    #expect(
      errorMessage { _ = try ByteArray.read(from: file, rank: 3) }
        == "\(file): expected 3 axes (images), found shape [4]")
  }

  @Test func entriesAreComplete() throws {
    for entry in DatasetCatalog.entries {
      #expect(entry.files.map(\.part) == DatasetFile.Part.allCases, "\(entry.name)")
      #expect(!entry.license.isEmpty)
      #expect(entry.files.allSatisfy { $0.md5?.count ?? 32 == 32 })
    }
    #expect(
      try DatasetCatalog.entry(named: "kmnist").files.compactMap(\.url).last
        == "http://codh.rois.ac.jp/kmnist/dataset/kmnist/t10k-labels-idx1-ubyte.gz")
  }
}
