/// Loads datasets by name.
public enum DatasetCatalog {
  /// The built-in dataset, which is generated and needs no files.
  public static let builtIn = "brush-strokes"

  /// All dataset names, the built-in one first.
  public static let names = [builtIn] + DatasetEntries.all.map(\.name)

  /// The datasets that are read from files.
  public static let entries = DatasetEntries.all

  /// Loads a dataset.
  /// - Parameters:
  ///   - name: one of `names`.
  ///   - directory: the directory with its files, or the parent of a directory named after the dataset; not needed for
  ///     `brush-strokes`.
  /// - Throws: `DataError` if the name is unknown or the files are missing, corrupt or inconsistent.
  public static func load(_ name: String, from directory: FilePath? = nil) throws(DataError) -> DatasetSplits {
    if name == builtIn { return BrushStrokes().splits() }
    return try load(try entry(named: name), from: directory)
  }

  /// The entry of a dataset that is read from files.
  /// - Throws: `DataError` with the closest known name if there is none.
  public static func entry(named name: String) throws(DataError) -> DatasetEntry {
    guard let entry = entries.first(where: { $0.name == name }) else {
      throw DataError(name, .unknownDataset(known: names, nearest: Spelling.nearest(to: name, among: names)))
    }
    return entry
  }

  private static func load(_ entry: DatasetEntry, from directory: FilePath?) throws(DataError) -> DatasetSplits {
    guard let directory else { throw DataError(entry.name, .noDirectoryGiven) }
    let files = try DatasetDirectory(entry, in: directory)
    let training = try files.dataset(images: .trainingImages, labels: .trainingLabels)
    let test = try files.dataset(images: .testImages, labels: .testLabels)
    guard (training.height, training.width) == (test.height, test.width) else {
      throw DataError(
        files.path.string,
        .sizeMismatch(training: [training.height, training.width], test: [test.height, test.width]))
    }
    return DatasetSplits(training: training, test: test, attribution: entry.attribution)
  }
}
