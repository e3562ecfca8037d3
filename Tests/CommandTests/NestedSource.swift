import Testing

/// A construct that can be repeated without limit, nested or in sequence.
struct NestedSource: Sendable, CustomTestStringConvertible {
  var path: String
  var text: @Sendable (Int) -> String
  var testDescription: String

  init(_ path: String, _ before: String, _ unit: String, _ after: String = "") {
    self.path = path
    text = { before + String(repeating: unit, count: $0) + after }
    testDescription = "\(before)\(unit)\(after)"
  }

  /// The same with its closing tokens.
  init(_ path: String, _ before: String, open: String, _ middle: String, close: String) {
    self.path = path
    text = { before + String(repeating: open, count: $0) + middle + String(repeating: close, count: $0) }
    testDescription = "\(before)\(open)\(middle)\(close)"
  }

  static let all = swift + python + documents + settings

  private static func swift(_ before: String, _ unit: String, _ after: String = "") -> NestedSource {
    NestedSource("A.swift", before, unit, after)
  }

  private static let swift: [NestedSource] = [
    swift("let x: ", "A<"), NestedSource("A.swift", "let x: ", open: "A<", "B", close: ">"), swift("f<", "f<", "A>()"),
    swift("let x: ", "() -> ", "Int"), swift("if a {}", " else if a {}"), swift("", "else if "), swift("", "#if A\n"),
    NestedSource("A.swift", "", open: "#if A\n", "", close: "#endif\n"), swift("", "try ", "f()"),
    swift("", "await ", "f()"), swift("let x: (", "repeat each ", "T)"), swift("if case ", "let ", "x = y {}"),
    swift("", "case let ", "x"), swift("let x: ", "some ", "P"), swift("let x: ", "any ", "P"),
    swift("func f(x: ", "inout ", "Int) {}"), swift("let x = ", "-", "1"), swift("let x = ", "- ", "1"),
    swift("let x = ", "!", "a"), swift("let x = ", "~", "1"), swift("let x = ", "a ? b : ", "c"),
    swift("let x = ", "a ? ", "b"), swift("", "{"), NestedSource("A.swift", "let x = ", open: "{", "", close: "}"),
    swift("let x = ", "\"\\("), swift("", "@a ", "func f() {}"), swift("", "@a\n", "func f() {}"),
    swift("", "@a(", "func f() {}"), swift("let x = a", " as B"), swift("let x = a", " is B"),
    swift("let x = a", ".b"), swift("let x = a", ".b()"), swift("let x = a", ".b { }"), swift("let x = a", "[0]"),
    swift("let x = a", "()"), swift("let x = a", "!"), swift("let x = a", "?"), swift("let x = a", " + b"),
    swift("let x = a", " && b"), swift("fatalError(\"a\"", " + \"a\"", ")"), swift("", "("), swift("let x = ", "["),
    NestedSource("A.swift", "let x = ", open: "[", "1", close: "]"),
    NestedSource("A.swift", "let x: ", open: "[", "A", close: "]"), swift("let x = ", "a["), swift("let x = ", "f("),
    swift("", "if a\n"), swift("", "struct S\n"), swift("", "struct S { "), swift("let x: A", "?"),
    swift("let x: A", ".Type"), swift("let x: A", " & B"), swift("let x = \\A", ".b"), swift("a", " {}"),
    swift("let x = [", "1, ", "1]"), swift("", "let x = 1\n"), swift("", "a; "), swift("", "func f() {}\n"),
    swift("", "guard a else "), swift("", "switch a { case b: "), swift("", "switch a\ncase b:\n"),
    swift("func f<T>() where ", "T == A<", "B"), swift("", "throw "), swift("let x = ", "{ a in "),
    swift("let (", "a, (", "b"), swift("", "public\n"), swift("", "actor init\n"), swift("", "func f(\n"),
    swift("", ")"),
    swift("", "}"), swift("", "]"), swift("", "\u{201C}"), swift("", "<<<<<<< a\n"), swift("", "#/\n"), swift("", "#"),
    swift("", "\\"), swift("", "\u{01}"), swift("", "\u{FFFD}"), swift("", "let s \u{0C}= 1\n"),
    swift("fatalError(\"", "\\u{", "\")"), swift("/// ```swift\n/// let x = ", "A<", "\n/// ```\npublic func f() {}"),
  ]

  private static func python(_ before: String, _ unit: String, _ after: String = "\n") -> NestedSource {
    NestedSource("a.py", before, unit, after)
  }

  private static let python: [NestedSource] = [
    python("def f():\n    raise ValueError('a'", " + 'a'", ")\n"),
    python("def f():\n    raise ValueError('a'", " + b", ")\n"),
    python("raise ValueError('a'", " % b", ")\n"), python("raise ValueError('a'", ".format(b)", ")\n"),
    python("x = a", " + b"), python("x = a", ".b"), python("x = a", ".b()"), python("x = a", "[0]"),
    python("x = ", "not ", "a\n"), python("x = ", "- ", "a\n"), python("x = ", "~", "a\n"),
    python("x = ", "a if b else ", "c\n"), python("x = ", "a if ", "c\n"), python("x = ", "lambda: ", "c\n"),
    python("", "@d\n", "def f(): pass\n"), python("if a: pass\n", "elif a: pass\n", ""),
    python("def f(a):\n    if a == 0: pass\n", "    elif a == 1: raise ValueError('bad')\n", ""),
    python("def f(a):\n", "    if a == 1: return 1\n    raise ValueError('bad')\n", ""),
    python("x = ", "f\"{"), python("x = f\"", "{a}", "\"\n"), python("x = [a", " for a in b", "]\n"),
    python("x = [a for a in b", " if a", "]\n"), python("", "("), python("x = ", "["), python("x = ", "f("),
    NestedSource("a.py", "x = ", open: "[", "", close: "]"), NestedSource("a.py", "x = ", open: "(", "", close: ")"),
    python("x = a", " and b"), python("x = a", " and b or c"), python("x = a", " < b"), python("x = a", " ** b"),
    python("", "a = ", "b\n"), python("x = (", "'a' ", ")\n"),
    python("def f(x):\n    if ", "not ", "x:\n        raise ValueError('bad x')\n"),
    python("def f(x):\n    if x > 0", " and x > 0", ":\n        raise ValueError('bad x')\n"),
    python("args = p.parse_args()\nx = ", "args if args else ", "args\n"), python("x = ", "(a := ", "1\n"),
    python("x = ", "{1: "), python("match x:\n    case ", "a | ", "b: pass\n"), python("def f(x: ", "A[", "): pass\n"),
    python("def f(x: A", " | B", "): pass\n"), python("def f(x=", "a.", "b): pass\n"),
    python("f(", "a, ", ")\n"), python("f(", "a=1, ", ")\n"), python("", "a = b\n", ""), python("", "a; "),
    python("", "def f(a, b=1):\n    return a\n", ""), python("", "f(__name__, \n", ""),
    python("def f(a=1):\n    '''F.\n\n    Args:\n        a: default: ", "1*", "1\n    '''\n"),
    python("def f(a=1):\n    '''F.\n\n    Args:\n        a: default: ", "(", "\n    '''\n"),
  ]

  private static let documents: [NestedSource] = ["README.md", "docs/page.rst"].flatMap { path in
    [
      "[", "<", "(", "[a](", "![", "`", "``` ", "```\n", "> ", ">\n", "#", "# a\n", "# a\n[x](#b)\n", "*", "- ", "|",
      "<a href=\"", "[a]: b\n", "&", "<!--", "a::\n", "\\", "http://a ", "_", "\t", " ", "\n", "[[", "{#", "<h1>",
    ].map { NestedSource(path, "", $0) } + [
      NestedSource(path, "```bash\n", "python a.py --b\n", "```\n"), NestedSource(path, "```bash\n", "pip install a "),
      NestedSource(path, "```bash\n", "\u{1B}[0m"), NestedSource(path, "```swift\nlet x = ", "A<"),
      NestedSource(path, "```python\nx = a", " + b"), NestedSource(path, "```\n", "\u{0C}"),
    ]
  }

  private static let settings: [NestedSource] = ["conf/a.yaml", "conf/a.toml", "conf/a.gin"].flatMap { path in
    [
      "[", "{", "- ", "? ", "a: ", "a: 1\n", "# a\n", "#", "---\n", "'", "\"", "!a ", "&a ", "[a]\n", "a.", "a = [",
      "@",
      "a.b = @c\n", "${",
    ].map { NestedSource(path, "", $0) }
  }
}
