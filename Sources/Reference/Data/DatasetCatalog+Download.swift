extension DatasetCatalog {
  /// Downloads the official files of a dataset, resuming partial files and verifying checksums. Existing files are kept.
  /// - Parameters:
  ///   - entry: the dataset, see `entry(named:)`.
  ///   - directory: the target directory, created if it is missing.
  ///   - progress: called with the file and the number of bytes received so far, after every chunk of at most 64 KiB.
  /// - Throws: `DownloadError`; files downloaded before are kept.
  public static func download(
    _ entry: DatasetEntry, into directory: FilePath, progress: (_ file: DatasetFile, _ received: Int) -> Void
  ) throws(DownloadError) {
    for file in entry.files {
      guard let url = file.url else { throw DownloadError(entry.name, .notPublished(dataset: entry.title)) }
      try Download(from: url, to: directory.appending(file.name), md5: file.md5).run { progress(file, $0) }
    }
  }
}
