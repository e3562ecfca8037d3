import Foundation

/// Loads data sets by their names.
public enum DatasetCatalogue {
  /// The data set that is drawn by the program itself and needs no files.
  public static let embedded = "brush-strokes"

  /// All names that `load` takes, the embedded one first.
  public static let names = [embedded] + DatasetEntries.all.map(\.name)

  /// What is known of the data sets on disk.
  public static let entries = DatasetEntries.all

  /// Loads a data set.
  /// - Parameters:
  ///   - name: one of `names`.
  ///   - folder: the folder that holds its files, or that holds a folder of the data set's name; not needed for
  ///     `brush-strokes`.
  /// - Throws: `DataError` where the name is unknown, a file is missing or damaged, or where the files do not fit together.
  public static func load(_ name: String, from folder: URL? = nil) throws(DataError) -> DatasetSplits {
    if name == embedded { return BrushStrokes().splits() }
    return try load(try entry(named: name), from: folder)
  }

  /// What is known of a data set on disk.
  /// - Throws: `DataError` with the nearest known name where there is none of this name.
  public static func entry(named name: String) throws(DataError) -> DatasetEntry {
    guard let entry = entries.first(where: { $0.name == name }) else {
      throw DataError(name, .unknownDataset(known: names, nearest: Spelling.nearest(to: name, among: names)))
    }
    return entry
  }

  private static func load(_ entry: DatasetEntry, from folder: URL?) throws(DataError) -> DatasetSplits {
    guard let folder else { throw DataError(entry.name, .noFolderGiven) }
    let files = try DatasetFolder(entry, in: folder)
    let training = try files.dataset(images: .trainingImages, labels: .trainingLabels)
    let test = try files.dataset(images: .testImages, labels: .testLabels)
    guard (training.height, training.width) == (test.height, test.width) else {
      throw DataError(
        files.folder.path,
        .sizesDisagree(training: [training.height, training.width], test: [test.height, test.width]))
    }
    return DatasetSplits(training: training, test: test, attribution: entry.attribution)
  }
}
