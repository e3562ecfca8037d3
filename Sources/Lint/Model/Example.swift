import LintSourceText

/// Code that shows how to use something: a block of a document, of a docstring, or a whole notebook or example script.
package struct Example: Sendable {
  /// Where it was found.
  package enum Form: String, Sendable, Codable {
    case document, docstring
    /// A notebook, or a script that is there to be read.
    case file
  }

  package var form: Form
  /// What its fence or directive says it is, in lower case: `python`, `bash`; empty if it says nothing.
  package var language: String
  /// The code, prompts and margin left out, and where its lines stand; empty for a file.
  package var code = ExampleText()
  /// The whole block.
  package var range: SourceRange
  /// True if the code was after `>>>`.
  package var hasPrompts = false
  /// What it uses of what it imports.
  package var uses: [ExampleUse] = []
  /// The names that it defines itself.
  package var definitions: Set<String> = []
  /// Where it does not follow its language's grammar.
  package var syntaxErrors: [SyntaxProblem] = []

  package init(form: Form, language: String, range: SourceRange) {
    self.form = form
    self.language = language
    self.range = range
  }
}
