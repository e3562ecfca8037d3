import LintModel

/// For project rules that need only the list of files.
package struct NoFact: Sendable {}

/// The facts of one file.
package struct FileFacts<Fact: Sendable>: Sendable {
  package let file: FileReference
  package let facts: [Fact]

  package init(file: FileReference, facts: [Fact]) {
    self.file = file
    self.facts = facts
  }
}
