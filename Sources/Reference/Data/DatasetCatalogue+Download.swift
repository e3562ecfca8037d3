import Foundation

extension DatasetCatalogue {
  /// Fetches the official files of a data set into a folder, each with resume and checksum; files that are there stay.
  /// - Parameters:
  ///   - entry: which data set, see `entry(named:)`.
  ///   - folder: where to put the files; made if it is not there.
  ///   - progress: is called with the file and the number of its bytes that are there, every 64 KiB.
  /// - Throws: `DownloadError`; files that were fetched before it stay.
  public static func download(
    _ entry: DatasetEntry, into folder: URL, progress: (_ file: DatasetFile, _ received: Int) -> Void
  ) throws(DownloadError) {
    for file in entry.files {
      guard let url = file.url else { throw DownloadError(entry.name, .notPublished(dataset: entry.title)) }
      try Download(from: url, to: folder.appending(path: file.name), md5: file.md5).run { progress(file, $0) }
    }
  }
}
