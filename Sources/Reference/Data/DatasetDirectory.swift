/// The files of one dataset in a directory.
struct DatasetDirectory {
  /// The given directory, or its subdirectory named after the dataset.
  let path: FilePath
  private let entry: DatasetEntry
  // The largest dataset has 182 million pixels and 2 MB of labels as 64-bit integers.
  private static let imagesLimit = 1 << 28
  private static let labelsLimit = 1 << 24
  private let classNames: [String]

  /// Locates the directory and reads its class map, if there is one.
  /// - Throws: `DataError` if there is no such directory or the class map is invalid.
  init(_ entry: DatasetEntry, in directory: FilePath) throws(DataError) {
    self.entry = entry
    let subdirectory = directory.appending(entry.name)
    path = subdirectory.isDirectory ? subdirectory : directory
    guard path.isDirectory else { throw DataError(directory.string, .directoryNotFound) }
    let map = path.appending("\(entry.name)_classmap.csv")
    classNames = map.exists ? try ClassMap.read(from: map) : entry.classNames
  }

  /// Reads one split.
  /// - Throws: `DataError` if a file is missing or corrupt, or if images and labels do not match.
  func dataset(images: DatasetFile.Part, labels: DatasetFile.Part) throws(DataError) -> ImageDataset {
    let (imagesFile, labelsFile) = (try find(images), try find(labels))
    try checkDataset(of: labelsFile, labels)
    let pixels = try ByteArray.read(from: imagesFile, rank: 3, limit: Self.imagesLimit)
    let classes = try ByteArray.read(from: labelsFile, rank: 1, limit: Self.labelsLimit)
    guard pixels.shape[0] == classes.values.count else {
      throw DataError(
        imagesFile.string,
        .countMismatch(images: pixels.shape[0], labels: classes.values.count, labelsPath: labelsFile.string))
    }
    if let index = classes.values.firstIndex(where: { $0 >= classNames.count }) {
      let label = Int(classes.values[index])
      throw DataError(
        labelsFile.string, .labelOutOfRange(label: label, index: index, classCount: classNames.count))
    }
    return ImageDataset(
      name: entry.name, height: pixels.shape[1], width: pixels.shape[2], pixels: pixels.values, labels: classes.values,
      classNames: classNames)
  }

  private func find(_ part: DatasetFile.Part) throws(DataError) -> FilePath {
    let names = entry.file(of: part)?.names ?? []
    if let file = names.map(path.appending).first(where: \.exists) { return file }
    throw DataError(path.string, .missingFile(contents: part.rawValue, candidates: names, dataset: entry.name))
  }

  /// Detects the wrong directory: MNIST and its variants share file names, but the checksums of their labels are known.
  private func checkDataset(of file: FilePath, _ part: DatasetFile.Part) throws(DataError) {
    let checksum = try MD5.digest(ofFile: file)
    let actual = DatasetCatalog.entries.first { $0.file(of: part)?.md5 == checksum }
    if let actual, actual.name != entry.name {
      throw DataError(file.string, .datasetMismatch(expected: entry.name, found: actual.name))
    }
  }
}
