import LintModel

/// For project rules that ask only which files there are.
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
