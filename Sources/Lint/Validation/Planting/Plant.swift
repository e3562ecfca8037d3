import LintModel
import LintSourceText

/// One flaw to plant: a change of one file, and where a finding about it is expected.
package struct Plant: Sendable {
  /// The file that changes, by its shown path.
  package var path: String
  package var edits: [Fix.Edit]
  /// Where the finding is expected, as ranges of the unchanged file: in one of these. Empty for anywhere in the file.
  package var expected: [SourceRange]
  /// A change of the stored bytes instead of the text: of a notebook, or to what is no text any more.
  package var rewriting: (@Sendable ([UInt8]) -> [UInt8]?)?
  /// Files that the change removes, by their shown paths. The finding is then expected in any file.
  package var removed: [String] = []

  package init(_ path: String, _ edits: [Fix.Edit], expected: [SourceRange]) {
    self.path = path
    self.edits = edits
    self.expected = expected
  }

  init(_ file: SourceFile, _ edits: [Fix.Edit], expected: SourceRange...) {
    self.init(file.reference.path, edits, expected: expected)
  }

  /// A change that is also where the finding is expected.
  init(_ file: SourceFile, replace range: SourceRange, with text: String) {
    self.init(file.reference.path, [Fix.Edit(range, text)], expected: [range])
  }
}
