/// Folders and files whose names were chosen elsewhere or long ago: `Rules/vocabulary/folders.yml`.
package struct ExcludedPaths: Decodable, Sendable {
  /// Folders excluded with everything below them.
  package var folders: [String] = []
  /// Folders of which only the subfolders are excluded.
  package var parents: [String] = []
  /// Names of files, without their extension.
  package var files: [String] = []

  package init() {}

  /// - Parameter path: Relative to the project's root.
  package func contains(_ path: String) -> Bool {
    var parts = path.split(separator: "/")
    guard let file = parts.popLast()?.prefix(while: { $0 != "." }) else { return false }
    return files.contains { $0 == file } || parts.contains { part in folders.contains { $0 == part } }
      || parts.dropLast().contains { part in parents.contains { $0 == part } }
  }
}
