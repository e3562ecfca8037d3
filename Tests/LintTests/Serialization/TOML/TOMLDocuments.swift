/// Seed documents: every form of TOML, and every kind of error.
enum TOMLDocuments {
  static let valid = [
    "", "\n\n", "# comment only", "a=1", "\r\na = 1\r\n",
    """
    # This is a TOML document
    title = "TOML Example"

    [owner]
    name = "Tom Preston-Werner"
    dob = 1979-05-27T07:32:00-08:00

    [database]
    enabled = true
    ports = [ 8000, 8001, 8002 ]
    data = [ ["delta", "phi"], [3.14] ]
    temp_targets = { cpu = 79.5, case = 72.0 }

    [servers]

    [servers.alpha]
    ip = "10.0.0.1"
    role = "frontend"
    """,
    """
    [build-system]
    requires = ["setuptools>=61", 'wheel']  # both
    build-backend = "setuptools.build_meta"

    [project]
    name = "nets"
    authors = [{name = "A", email = "a@example.org"}, {name = "B"}]
    dependencies = [
      "numpy>=1.20",   # arrays
      "torch ; python_version >= '3.8'",
    ]
    [project.optional-dependencies]
    dev = ["pytest"]
    [tool.mllint]
    preview = true
    rules.missing-space = {severity = "error"}
    [[tool.mllint.overrides]]
    files = ["legacy/"]
    ignore = ["errors"]
    [[tool.mllint.overrides]]
    files = ["x"]
    [tool.mllint.overrides.rules]
    a = "off"
    """,
    """
    bare_key = 1
    bare-key = 2
    1234 = 3
    "127.0.0.1" = 4
    'quoted "value"' = 5
    "" = 6
    "ʎǝʞ" = 7
    physical . "shape" . 'deep' = 8
    3.14159 = 9
    """,
    #"""
    a = "tab \t quote \" backslash \\ \u00E9 \U0001F600 \b\n\f\r"
    b = 'C:\Users\n'
    c = """
    Roses are red
    Violets are "blue" ""
    """
    d = """\
        The quick \
          brown \

          fox."""
    e = '''
    I [dw]on't need \d{2} ''apples'''
    f = """"quoted""""
    g = '''''two'''''
    h = """\t\"""\""""
    """#,
    """
    a = [+99, 42, 0, -17, 1_000, 5_349_221, 1_2_3_4_5]
    b = [0xDEADBEEF, 0xdead_beef, 0o01234567, 0o755, 0b11010110]
    c = [+1.0, 3.1415, -0.01, 5e+22, 1e06, -2E-2, 6.626e-34, 224_617.445_991_228]
    d = [inf, +inf, -inf, nan, +nan, -nan, -0.0, +0, -0]
    e = [9223372036854775807, -9223372036854775808, 1e400, 1e-400]
    """,
    """
    a = 1979-05-27T07:32:00Z
    b = 1979-05-27T00:32:00-07:00
    c = 1979-05-27T00:32:00.999999-07:00
    d = 1979-05-27 07:32:00Z
    e = 1979-05-27T07:32:00
    f = 1979-05-27T00:32:00.5
    g = 1979-05-27
    h = 07:32:00
    i = [00:32:00.999999999, 2000-02-29, 1979-05-27t07:32:00z, 2024-02-29 23:59:59.1+14:00]
    """,
    """
    [fruit]
    apple.color = "red"
    apple.taste.sweet = true
    [fruit.apple.texture]
    smooth = true
    [x.y.z.w]
    [x]
    y.v = 1
    [a.b.c]
    z = 9
    [a]
    q = 1
    """,
    """
    [[products]]
    name = "Hammer"
    [[products]]
    [[products]]
    name = "Nail"
    [[fruits]]
    name = "apple"
    [fruits.physical]
    color = "red"
    [[fruits.varieties]]
    name = "red delicious"
    [[fruits.varieties]]
    name = "granny smith"
    [[fruits]]
    name = "banana"
    [[fruits.varieties]]
    name = "plantain"
    """,
    """
    a = {}
    b = { x = 1, y = 2 }
    c = { x.y = 1, x.z = 2, "q r" = [1, {s = {}}] }
    d = [ # comment
      1, [2, 3,],
      # another
      {k = 'v'}
      ,
    ]
    e = [[[[]]]]
    """,
  ]

  static let invalid = [
    "a", "a =", "= 1", "a = 1 b = 2", "a == 1", "a = 1 = 2", "[a", "[a]]", "[[a]", "[]", "[[]]", "[a.]", "[.a]",
    "[a..b]",
    "[a] b = 1", "a.b.", "a. = 1", ".a = 1", "a b = 1", "é = 1", "a\n= 1", "a =\n1", "\"a\nb\" = 1",
    "\"\"\"a\"\"\" = 1",
    "'''a''' = 1",
    "a = 1\na = 2", "a = 1\n\"a\" = 2", "[a]\n[a]", "[a.b]\n[a]\nb = 1", "[a.b]\n[a]\nb.c = 1", "a.b = 1\n[a]",
    "a.b = 1\na = 2", "a = 1\na.b = 2", "a = 1\n[a.b]", "a = {}\n[a]", "a = {}\n[a.b]", "a = {}\na.b = 1",
    "a = []\n[[a]]", "a = [{}]\n[a.b]", "[[a]]\n[a]", "[a]\n[[a]]", "[[a.b]]\n[a]\nb.y = 2",
    "[a.b.c]\nz = 9\n[a]\nb.c.t = 1",
    "[a.b.c.d]\nz = 9\n[a]\nb.c.d.k.t = 1", "[fruit]\napple.color = 1\n[fruit.apple]", "[x]\ny.z = 1\n[x.y]",
    "a.b.c = 1\n[a.b]",
    "[a]\nb = {c = 1}\nb.d = 2", "[a]\nb = 1\n[a.b]", "[a]\n[a.b]\n[a]", "[[a]]\n[[a.b]]\n[a.b]",
    "a = {b = 1, b = 2}", "a = {b = 1, b.c = 2}", "a = {b.c = 1, b = 2}", "a = {b = {c = 1}, b.d = 2}", "a = {b = 1,}",
    "a = {,}", "a = {b = 1 c = 2}", "a = {b = 1\n}", "a = {\nb = 1}", "a = {b = 1 # c\n}", "a = {", "a = {b",
    "a = {b = ",
    "a = [", "a = [1", "a = [1,", "a = [1 2]", "a = [,]", "a = [1,,2]", "a = ]", "a = [1]]", "a = [1}",
    "a = \"", "a = \"b", "a = \"b\n\"", "a = '", "a = 'b\n'", "a = \"\"\"b", "a = '''b", "a = \"\"\"b\"\"",
    "a = \"b\"\"",
    "a = '''b''''''", "a = \"\"\"b\"\"\"\"\"\"", "a = \"\\q\"", "a = \"\\u12\"", "a = \"\\ud800\"",
    "a = \"\\U00110000\"",
    "a = \"\\x41\"", "a = \"\\e\"", "a = \"\"\"\\ b\"\"\"", "a = \"\"\"\\", "a = \"\\", "a = \"\u{0}\"",
    "a = \"\u{1F}\"", "a = \"\u{7F}\"",
    "a = '\u{8}'", "a = '''\u{8}'''", "a = \"\"\"\u{8}\"\"\"", "# \u{0}", "# \u{7F}", "# a\rb", "a = 1\r", "\r",
    "a = '''\r'''",
    "a = \"\"\"\r\"\"\"", "a = \"\"\"\\\r\"\"\"", "\u{C}", "a\u{B}= 1", "a = 1\r\r\n",
    "a = 01", "a = +01", "a = 1_", "a = _1", "a = 1__0", "a = 0x", "a = 0x_1", "a = 0x1_", "a = +0x1", "a = 0X1",
    "a = 0b2",
    "a = 0o8", "a = 1.", "a = .1", "a = 1.e5", "a = 1e", "a = 1e+", "a = 1_.0", "a = 1._0", "a = 1e_5", "a = 1.2.3",
    "a = 0.1_", "a = 00.5", "a = 1e1.5", "a = ++1", "a = + 1", "a = infinity", "a = Inf", "a = NaN", "a = -", "a = +",
    "a = 1,000", "a = 9223372036854775808", "a = 0xFFFFFFFFFFFFFFFF",
    "a = True", "a = FALSE", "a = yes", "a = truee", "a = tru", "a = null", "a = bare", "a = `b`",
    "a = 1979-13-01", "a = 1979-00-01", "a = 1979-02-30", "a = 2023-02-29", "a = 1900-02-29", "a = 1979-5-27",
    "a = 79-05-27",
    "a = 1979-05-27T", "a = 1979-05-27T07", "a = 1979-05-27T07:32", "a = 1979-05-27T24:00:00",
    "a = 1979-05-27T07:60:00",
    "a = 1979-05-27T07:32:61", "a = 1979-05-27T07:32:00.", "a = 1979-05-27T07:32:00+24:00",
    "a = 1979-05-27T07:32:00+0700",
    "a = 1979-05-27T07:32:00ZZ", "a = 1979-05-27  07:32:00", "a = 1979-05-27 07", "a = 1979-05-27x", "a = 07:32",
    "a = 7:32:00",
    "a = 07:32:00Z", "a = 24:00:00", "a = 07:32:00.", "a = 1979-05-27_07:32:00",
  ]
}
