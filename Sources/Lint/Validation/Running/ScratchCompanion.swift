import LintProject
import LintSerialization
import LintSourceText

/// The companion repository, written to a temporary folder as long as it is needed.
package final class ScratchCompanion: Sendable {
  package let folder: String

  /// - Throws: If the system refuses.
  package init() throws(FileSystem.Failure) {
    folder = try FileSystem.createScratchFolder()
    try FileSystem.createFolder(Paths.join(folder, ".git"))
    for file in companionFiles {
      let path = Paths.join(folder, file.path)
      try FileSystem.createFolder(Paths.folder(of: path))
      try FileSystem.write(Array(file.text.utf8), to: path, isDurable: false)
    }
  }

  deinit { FileSystem.remove(folder) }
}
