import LintModel
import LintSourceText
import PythonSyntax

/// Lowers Python files and notebooks to the model.
package struct PythonFrontend: Frontend {
  package init() {}

  package var fileExtensions: [String] { ["py", "pyi", "ipynb"] }

  package func decode(_ bytes: [UInt8], path: String) throws(UndecodableFile) -> SourceText {
    if path.hasSuffix(".ipynb") { return try NotebookText.read(bytes) }
    return SourceText(bytes: SourceEncoding.utf8(of: bytes))
  }

  package func lower(_ text: SourceText, _ reference: FileReference) -> FileModel {
    let tree = Tree.parse(utf8: text.bytes)
    if tree.errors.isEmpty || text.cells.isEmpty { return lower(tree, text, reference) }
    let (repaired, problems) = NotebookCells.clearingBroken(text)
    var model = lower(Tree.parse(utf8: repaired.bytes), repaired, reference)
    model.syntaxErrors = problems
    return model
  }

  package var exampleLanguages: [String] { ["python", "py", "python3", "pycon", "ipython", "ipython3"] }

  package func read(_ examples: inout [Example], of reference: FileReference) {
    var imports: [String: ExampleReader.Value] = [:]
    for index in examples.indices { ExampleReader.read(&examples[index], home: nil, imports: &imports) }
  }

  private func lower(_ tree: Tree, _ text: SourceText, _ reference: FileReference) -> FileModel {
    if let problem = tree.excessiveDepth {
      var model = lower(Tree.parse(utf8: []), text, reference)
      model.syntaxErrors = [problem]
      return model
    }
    return tree.withRoot { root in
      var lowering = Lowering(tree: tree, text: text, reference: reference)
      lowering.run(root)
      return lowering.model
    }
  }
}
