import Foundation
import LintModel
import LintSourceText
import PythonFrontend
import Testing

/// Notebooks through the front end, as the engine reads them.
@Suite struct NotebookTests {
  /// Code cells with their stored error, in a notebook of nbformat 4.
  private func notebook(_ cells: [(source: String, error: String?)], kernel: String = "python3") throws -> [UInt8] {
    let content: [String: Any] = [
      "nbformat": 4, "metadata": ["kernelspec": ["name": kernel]],
      "cells": cells.map { cell in
        [
          "cell_type": "code", "source": cell.source,
          "outputs": cell.error.map { [["output_type": "error", "ename": $0]] } ?? [],
        ] as [String: Any]
      },
    ]
    return [UInt8](try JSONSerialization.data(withJSONObject: content))
  }

  private func text(_ cells: [(source: String, error: String?)], kernel: String = "python3") throws -> SourceText {
    try PythonFrontend().decode(notebook(cells, kernel: kernel), path: "a.ipynb")
  }

  private func problems(_ text: SourceText) -> [SyntaxProblem] {
    let reference = FileReference(path: "a.ipynb", language: .python, role: .example, distribution: "", module: "a")
    return PythonFrontend().lower(text, reference).syntaxErrors
  }

  @Test(arguments: [
    "%matplotlib inline", "!pip install timm \\\n  --upgrade", "files = !ls *.py", "value = %env HOME", "array?",
    "?array",
    "cd data/", "pip install timm", "%timeit total(x,\n              y)", "for i in x:\n    %time f(i)",
    "%%bash\nfor i in *; do echo $i; done", "%%time\nx = f(\n    1)", "x = (1\n     % 3)",
    "text = '''\n!not shell\n'''",
  ])
  func magicsAreNotSyntaxErrors(source: String) throws {
    #expect(problems(try text([(source, nil)])).isEmpty)
  }

  @Test func magicsKeepLinePositions() throws {
    let cell = "%cd x\ny = z"
    #expect(String(decoding: try text([(cell, nil)]).bytes, as: UTF8.self) == "0    \ny = z\n")
  }

  @Test func brokenCellDoesNotAffectOthers() throws {
    let text = try text([("x = (", nil), ("def f(lr): ...", nil), ("y = = 1", nil)])
    let found = problems(text)
    #expect(found.map { LineTable(text).cell(of: $0.range.start)?.number } == [1, 3])
  }

  @Test func cellsWithStoredSyntaxErrorsAreSkipped() throws {
    #expect(problems(try text([("x.loc[(:, 1)]", "SyntaxError")])).isEmpty)
    #expect(!problems(try text([("x.loc[(:, 1)]", "KeyError")])).isEmpty)
  }

  @Test(arguments: [
    ("\"x = 1\"", "x = 1\n"), ("[\"x = 1\\n\", \"y = 2\"]", "x = 1\ny = 2\n"), ("null", "\n"),
    (#""s = '\u00e9 \ud83d\ude00 \ud83d \/ \"q\" \\'""#, "s = 'é 😀 \u{FFFD} / \"q\" \\'\n"),
  ])
  func sourcesAreStringsOrLists(json: String, source: String) throws {
    let book =
      #"{"metadata": {"a": [{"b": "]\"}"}, -1.5e3, true], "kernelspec": {"display_name": "P", "name": 3}}, "cells": [{"outputs": [{"data": {"x": "\\"}, "ename": null}], "#
      + #""cell_type": "code", "source": "# + json + "}], \"nbformat\": 4}"
    let text = try PythonFrontend().decode(Array(book.utf8), path: "a.ipynb")
    #expect(String(decoding: text.bytes, as: UTF8.self) == source)
  }

  @Test func oldWorksheetNotebooksAreRead() throws {
    let book = #"{"worksheets": [{"cells": [{"cell_type": "code", "input": ["x = 1"]}]}], "nbformat": 3}"#
    let text = try PythonFrontend().decode(Array(book.utf8), path: "a.ipynb")
    #expect(String(decoding: text.bytes, as: UTF8.self) == "x = 1\n")
  }

  @Test func notebooksInOtherLanguagesAreSkipped() throws {
    #expect(try text([("let x = 1", nil)], kernel: "swift").bytes.isEmpty)
  }

  @Test(arguments: [
    ("x = 1", "expected a notebook, found text that is not JSON; save it again with Jupyter"),
    ("{}", "expected a notebook with 'cells' (nbformat 4) or 'worksheets' (3), found neither"),
    ("[1, 2]", "expected a notebook with 'cells' (nbformat 4) or 'worksheets' (3), found neither"),
    ("{\"cells\": 3}", "expected a notebook with 'cells' (nbformat 4) or 'worksheets' (3), found neither"),
    ("", "expected a notebook, found text that is not JSON; save it again with Jupyter"),
    ("{\"cells\": [", "expected a notebook, found text that is not JSON; save it again with Jupyter"),
    ("{\"cells\": []} x", "expected a notebook, found text that is not JSON; save it again with Jupyter"),
    ("{\"cells\": [{\"source\": \"a\\", "expected a notebook, found text that is not JSON; save it again with Jupyter"),
  ])
  func brokenNotebooksAreErrors(source: String, message: String) {
    let error = #expect(throws: UndecodableFile.self) {
      try PythonFrontend().decode(Array(source.utf8), path: "a.ipynb")
    }
    #expect(error?.message == message)
  }
}
