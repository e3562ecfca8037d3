import LintModel
import LintSourceText

/// A file of a project, by the names that different parts need.
package struct ProjectFile: Sendable, Hashable {
  /// Relative to the project's root; patterns and roles use this path.
  package var path: String
  package var absolutePath: String
  /// Relative to the working directory; reports show this path.
  package var shownPath: String
  /// False for files that are analyzed but not reported on.
  package var isReported: Bool
}

/// The files of one repository, and which of them to report on.
package struct Project: Sendable {
  /// Absolute path of its top folder.
  package var root: String
  /// In the order of the paths' bytes.
  package var files: [ProjectFile]
  /// Folders that could not be listed, and ignore files that could not be read.
  package var problems: [Problem] = []
  package var layout = Layout()
  /// Every path below the root that says something about it, those that no front end reads included, in order.
  package var paths: [String] = []
  /// Whether the whole of the root was walked.
  var isWalked = false

  /// The kind of project, inferred from its manifests and folders; a configuration can override it.
  package var profile: Profile { ProfileDetector.profile(of: self) }

  /// A folder or file that could not be read.
  package struct Problem: Sendable {
    package var shownPath: String
    package var message: Message
  }

  /// The folder that a path's analysis has to cover: the nearest repository, or failing that the nearest folder with a
  /// manifest. A package in a larger repository is judged within all of it, from wherever it is linted.
  package static func root(of path: String) -> String? {
    for marks in [[".git"], ["mllint.yml", "pyproject.toml", "Package.swift"]] {
      var folder = path
      while true {
        if marks.contains(where: { FileSystem.exists(Paths.join(folder, $0)) }) { return folder }
        if folder == "/" || folder.isEmpty { break }
        folder = Paths.folder(of: folder)
      }
    }
    return nil
  }
}
