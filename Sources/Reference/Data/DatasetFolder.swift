import Foundation

/// The files of one data set, found in a folder.
struct DatasetFolder {
  /// Where the files are: the folder that was named, or the one of the data set's name in it.
  let folder: URL
  private let entry: DatasetEntry
  // The largest of the data sets has 182 million pixels and, as 64-bit numbers, 2 million bytes of labels.
  private static let imagesLimit = 1 << 28
  private static let labelsLimit = 1 << 24
  private let classNames: [String]

  /// Looks for the folder and for a class map in it.
  /// - Throws: `DataError` where there is no folder, or where the class map is damaged.
  init(_ entry: DatasetEntry, in folder: URL) throws(DataError) {
    self.entry = entry
    let own = folder.appending(path: entry.name)
    self.folder = Self.isFolder(own) ? own : folder
    guard Self.isFolder(self.folder) else { throw DataError(folder.path, .noSuchFolder) }
    let map = self.folder.appending(path: "\(entry.name)_classmap.csv")
    classNames = FileManager.default.fileExists(atPath: map.path) ? try ClassMap.read(from: map) : entry.classNames
  }

  /// Reads one split.
  /// - Throws: `DataError` where a file is missing or damaged, or where images and labels do not fit together.
  func dataset(images: DatasetFile.Part, labels: DatasetFile.Part) throws(DataError) -> ImageDataset {
    let (imagesFile, labelsFile) = (try find(images), try find(labels))
    try checkOwner(of: labelsFile, labels)
    let pixels = try ByteArray.read(from: imagesFile, rank: 3, limit: Self.imagesLimit)
    let classes = try ByteArray.read(from: labelsFile, rank: 1, limit: Self.labelsLimit)
    guard pixels.shape[0] == classes.values.count else {
      throw DataError(
        imagesFile.path,
        .countsDisagree(images: pixels.shape[0], labels: classes.values.count, labelsPath: labelsFile.path))
    }
    if let index = classes.values.firstIndex(where: { $0 >= classNames.count }) {
      let label = Int(classes.values[index])
      throw DataError(
        labelsFile.path, .labelOutOfRange(label: label, index: index, classCount: classNames.count))
    }
    return ImageDataset(
      name: entry.name, height: pixels.shape[1], width: pixels.shape[2], pixels: pixels.values, labels: classes.values,
      classNames: classNames)
  }

  private func find(_ part: DatasetFile.Part) throws(DataError) -> URL {
    let names = entry.file(of: part)?.names ?? []
    for name in names {
      let file = folder.appending(path: name)
      if FileManager.default.fileExists(atPath: file.path) { return file }
    }
    throw DataError(folder.path, .missingFile(what: part.rawValue, lookedFor: names, dataset: entry.name))
  }

  /// MNIST and its kin share their file names, so the wrong folder would go unnoticed; the official label files are known.
  private func checkOwner(of file: URL, _ part: DatasetFile.Part) throws(DataError) {
    let checksum = try MD5.digest(ofFile: file)
    let owner = DatasetCatalogue.entries.first { $0.file(of: part)?.md5 == checksum }
    if let owner, owner.name != entry.name {
      throw DataError(file.path, .otherDataset(asked: entry.name, found: owner.name))
    }
  }

  private static func isFolder(_ url: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && isFolder.boolValue
  }
}
