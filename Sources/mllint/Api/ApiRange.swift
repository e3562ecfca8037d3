import LintProject
import LintSourceText

/// The two states of a comparison as named on the command line: `v1 v2`, `v1..v2`, or `v1...v2` from where they parted.
struct ApiRange {
  var old: String
  /// nil for the working tree.
  var new: String?

  init(_ old: String, _ new: String?) throws {
    self.old = old
    self.new = new
    let here = Paths.workingDirectory()
    guard new == nil, !old.contains("/.."), !old.hasPrefix("."),
      FileSystem.kind(of: Paths.absolute(old, in: here)) == nil
    else { return }
    let isFromFork = old.contains("...")
    let sides = old.split(separator: isFromFork ? "..." : "..", maxSplits: 1, omittingEmptySubsequences: false)
    guard sides.count == 2, !sides[0].isEmpty else { return }
    self.old = String(sides[0])
    self.new = sides[1].isEmpty ? "HEAD" : String(sides[1])
    if isFromFork, let other = self.new {
      do {
        self.old = try GitRevision.fork(of: self.old, and: other, around: here)
      } catch let error as GitError {
        throw Failure(error.description)
      }
    }
  }
}
