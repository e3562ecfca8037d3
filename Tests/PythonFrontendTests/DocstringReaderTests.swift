import LintModel
import LintSourceText
import PythonFrontend
import Testing

struct DocstringCase: Sendable, CustomTestStringConvertible {
  var title: String
  var text: String
  var style: Doc.Style
  var names: [String]
  var testDescription: String { title }

  init(_ title: String, _ style: Doc.Style, _ names: [String], _ text: String) {
    self.title = title
    self.style = style
    self.names = names
    self.text = text
  }
}

private let cases: [DocstringCase] = [
  DocstringCase("plain", .plain, [], "Adds x: a number, to y.\n\n    More prose.\n    "),
  DocstringCase(
    "Google", .google, ["x", "dim", "args", "kwargs"],
    "Sum.\n\n    Args:\n        x (Tensor, optional): input\n            over lines\n            mode: of no parameter\n"
      + "        dim: the axis\n        *args: more\n        **kwargs: even more\n\n    Returns:\n        int: the sum\n    "
  ),
  DocstringCase(
    "Google, nested list", .google, ["mode", "size"],
    "Pad.\n\n    Args:\n        mode (str): one of\n\n            - constant: a value\n            - edge: the last\n"
      + "        size: how much\n    "),
  DocstringCase(
    "Google, no blank line and no indentation", .google, ["a", "b"], "Go.\n    Args:\n    a: first\n    b: second\n    "
  ),
  DocstringCase(
    "Google, on the first line", .google, ["a"], "Args:\n        a: first\n\n        Returns:\n            b: no\n"),
  DocstringCase(
    "Google, names over lines", .google, ["a", "b", "c", "d"],
    "Go.\n\n    Args:\n        a, b,\n            c: as above\n        d: last\n    "),
  DocstringCase(
    "Google, names that differ in their last letter", .google, ["max_len_a", "max_len_b", "start", "end"],
    "Go.\n\n    Args:\n        max_len_a/b (int): a and b of ax + b\n        start/end: where\n    "),
  DocstringCase(
    "NumPy, a type that a backslash continues", .numpy, ["mode", "units"],
    "Go.\n\n    Parameters\n    ----------\n    mode : {1, 2}, \\\ndefault=1\n        Which.\n    units : int\n        Width.\n    "
  ),
  DocstringCase("Google, two names", .google, ["a", "b"], "Go.\n\n    Args:\n        a, b (int): sides\n    "),
  DocstringCase(
    "Google, type over lines", .google, ["a"], "Go.\n\n    Args:\n        a (int,\n            optional): side\n    "),
  DocstringCase(
    "Google, no attributes", .google, ["a"],
    "Go.\n\n    Attributes:\n        w: weight\n    Args:\n        a: side\n    "),
  DocstringCase("list", .google, ["a", "b"], "Go.\n\n    Arguments:\n    - `a`: first\n    - **b**: second\n    "),
  DocstringCase(
    "heading", .markdown, ["a"], "Go.\n\n    # Arguments\n        a: first\n\n    # Returns\n        A sum.\n    "),
  DocstringCase("tabs and CRLF", .google, ["a", "b"], "Go.\r\n\r\n\tArgs:\r\n\t\ta: first\r\n\t\tb: second\r\n\t"),
  DocstringCase(
    "NumPy", .numpy, ["a", "b", "mode", "params"],
    "Go.\n\n    Parameters\n    ----------\n    a, b : {int, float}, default=3\n        Sides: two.\n    mode\n"
      + "        A word.\n    **params : dict\n        More.\n\n    Returns\n    -------\n    c : int\n        Sum.\n    "
  ),
  DocstringCase(
    "NumPy, other parameters", .numpy, ["a", "b"],
    "Go.\n\n    Parameters\n    ----------\n    a: int\n        Side.\n\n    Other Parameters\n    ----------------\n    b : int\n    "
  ),
  DocstringCase(
    "Sphinx", .sphinx, ["x", "dim"],
    "Go.\n\n    :param int x: side\n    :arg dim: axis\n        over lines\n    :returns: sum\n    "),
  DocstringCase(
    "Epytext", .epytext, ["x", "y"],
    "Go.\n\n    @param x: side\n    @type x: int\n    @param y the other\n    @return: sum\n    "),
  DocstringCase(
    "Sphinx, a type behind a name and two names", .sphinx, ["x", "a", "b"],
    "Go.\n\n    :param x (int): side\n    :param a, b: both\n    "),
  DocstringCase(
    "Google, a list at the indent of the entries", .google, ["mode", "size"],
    "Go.\n\n    Args:\n        mode: one of\n        - fast: quick\n        - slow: thorough\n        size: side\n    "),
  DocstringCase(
    "NumPy, types over two lines", .numpy, ["mode", "jobs", "size"],
    "Go.\n\n    Parameters\n    ----------\n    mode : {'a',\n    'b'}\n        Kind.\n    jobs : int, or \\\n    all\n"
      + "        Count.\n    size : int\n    "),
]

@Test(arguments: cases)
func readsParameters(_ example: DocstringCase) {
  // A docstring is read in place: the text before and after it must not matter.
  let before = "def f():\n    \"\"\""
  let file = Array((before + example.text + "\"\"\"\n    Args:\n").utf8)
  let start = UInt32(before.utf8.count)
  let doc = DocstringReader.read(
    file, range: SourceRange(start: start, end: start + UInt32(example.text.utf8.count)))
  #expect(doc.style == example.style)
  #expect(doc.parameters.map(\.name.text) == example.names)
  let source = SourceText(bytes: file)
  for entry in doc.parameters {
    // The whole name, although `max_len_a/b` states the common part only once.
    #expect(entry.name.text.hasSuffix(source[entry.name.range]))
    #expect(entry.range.contains(entry.name.range))
    #expect(doc.range.contains(entry.range))
  }
}

private func read(_ text: String) -> Doc {
  DocstringReader.read(Array(text.utf8), range: SourceRange(start: 0, end: UInt32(text.utf8.count)))
}

@Test func readsTypesAndTexts() throws {
  let google = read(
    "Go.\n\n    Args:\n        x (List[int]): first\n            and last\n    Raises:\n        ValueError: if odd\n")
  let x = try #require(google.parameters.first)
  #expect(x.type == "List[int]")
  #expect(x.text == "first and last")
  #expect(google.raises.map(\.name.text) == ["ValueError"])
  let sphinx = read("Go.\n\n    :param x: first\n    :type x: int\n    :rtype: float\n    :raises ValueError: if odd\n")
  #expect(sphinx.parameters.map(\.type) == ["int"])
  #expect(sphinx.returns.map(\.type) == ["float"])
  #expect(sphinx.raises.map(\.name.text) == ["ValueError"])
}

@Test(arguments: [
  "{inheritdoc}", "Fit. See base class.", "Go.\n\n    %(params)s\n", "Go.\n\n    {{ params }}\n", "Go {doc_params}",
  "Go.\n\n    .. include:: x.rst\n", "Refer to :class:`A` for more.", "Go.\n\n    Args: see above\n",
  "Go.\n\n    Parameters\n    ----------\n    See :class:`A`\n",
])
func detectsInheritedDocumentation(_ text: String) {
  #expect(read(text).isInherited)
}

@Test func anEntryReferringElsewhereSpeaksForItself() throws {
  let doc = read("Go.\n\n    Args:\n        x: See the parameters of `A`.\n        y: side\n")
  #expect(!doc.isInherited)
  #expect(doc.parameters.map(\.refersElsewhere) == [true, false])
  #expect(read("Go.\n\n    Args:\n        x: side\n        kwargs: See the parameters of `A`.\n").isInherited)
}

@Test(arguments: ["Adds 3 % of {x: 1}.", "See the paper for the proof.", "Refer to the paper."])
func proseIsNotInheritedDocumentation(_ text: String) {
  #expect(!read(text).isInherited)
}

@Test(arguments: [
  ("Go.\n\n    >>> f(1)\n    2\n\n    >>> f(2)\n    3\n\n    End.", [">>> f(1)\n    2\n\n    >>> f(2)\n    3"]),
  ("Go.\n\n    ```python\n    f(1)\n    ```\n", ["f(1)"]),
  ("Go.\n\n    Example::\n\n        f(1)\n        f(2)\n\n    End.", ["f(1)\n        f(2)"]),
])
func findsExamples(_ text: String, _ examples: [String]) {
  let source = SourceText(bytes: Array(text.utf8))
  #expect(read(text).examples.map { source[$0] } == examples)
}

@Test func truncatedDocstringsAreHandled() {
  for example in cases {
    let bytes = Array(example.text.utf8)
    for end in 0...bytes.count {
      let doc = DocstringReader.read(bytes, range: SourceRange(start: UInt32(end / 3), end: UInt32(end)))
      #expect(doc.parameters.allSatisfy { doc.range.contains($0.range) })
    }
  }
}
