import Foundation
import Testing

/// Every byte, and every invisible scalar, wherever one of our scanners reads text.
@Suite struct HostileByteTests {
  /// By path; `%` stands for the byte.
  private static let templates: [(path: String, text: String)] = [
    ("README.md", "# A %b\n\n%\n\n```\npython a.py % --b%\n%\n```\n\n- [a%](b%.md#%)\n%> [b]: %c\n"),
    ("docs/bash.md", "```bash\n%python a.py --b %\npip install %a%==1 % && b\n\\%\n#%\n'%\n```\n"),
    ("docs/console.md", "```console\n$ %python a.py\n% pip install a\n```\n"),
    ("docs/python.md", "```python\nimport %a\nb(%)\n'%'\n#%\n```\n\n```pycon\n>>> %a\n... %b\n```\n"),
    ("docs/swift.md", "```swift\nlet %a = %b(%)\n// %\n\"%\"\n```\n"),
    (
      "docs/page.rst",
      "Title%\n=====\n\n.. code-block:: python%\n\n   %a = 1\n\n:doc:`%a <b%>`\n\n>>> %\n\nA::\n\n  %\n"
    ),
    ("conf/a.yaml", "# %\na: %b\n%c:\n  - d%\n  - \"%\"\ne: '%'\nf: ${%g}\n"),
    ("conf/a.toml", "# %\n[a%]\nb = \"%\"\n%c = 1\n"),
    ("conf/a.gin", "# %\na.b%.c = %1\n%d.e = @%f\ng.h = '%'\ni.j = (%\n"),
    ("pkg/a.py", "# %\n'''Doc %.\n\nArgs:\n    a%: b % c. Default: %1.\n'''\nimport %a\nx = '%' f'{%y}'\n%z(%)\n"),
    (
      "pkg/doc.py",
      "def f(a=1):\n    \"\"\"F %\n\n    :param a%: % b\n    >>> %f(a)\n    %\n    \"\"\"\n    raise A('%' + %b)\n"
    ),
    ("pkg/A.swift", "/// Doc %.\n/// - Parameter a%: % b\npublic func f%(a%: Int %= 1) -> %B { \"%\\(%c)\" } // %\n"),
    ("pkg/B.swift", "fatalError(\"%\" %+ \"a\")\n/* % */ let x: A<%B> %= .c%\n%\n"),
    ("notebook.ipynb", ##"{"cells": [{"cell_type": "code", "source": ["%!pip %\n", "x = %1\n"], "outputs": []}]}"##),
  ]

  private static var scalars: [Unicode.Scalar] {
    let hidden: [ClosedRange<UInt32>] = [
      0x80...0x9F, 0xAD...0xAD, 0x61C...0x61C, 0x180E...0x180E, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F,
      0xFEFF...0xFEFF, 0xFFF9...0xFFFD, 0xFFFE...0xFFFF, 0xE000...0xE000, 0xE0001...0xE0001, 0x1F600...0x1F600,
      0x300...0x301, 0x201C...0x201D, 0xA0...0xA0, 0x10FFFF...0x10FFFF,
    ]
    return hidden.flatMap { $0.compactMap(Unicode.Scalar.init) }
  }

  @Test(arguments: Self.templates.indices) func everyByteIsHandled(_ index: Int) throws {
    let (path, text) = Self.templates[index]
    let command = try Command(CrashTests.witness)
    let signs = (0...255).map { Data([UInt8($0)]) } + Self.scalars.map { Data(String(Character($0)).utf8) }
    for (number, sign) in signs.enumerated() {
      let data = text.utf8.reduce(into: Data()) { data, byte in
        if byte == UInt8(ascii: "%") { data += sign } else { data.append(byte) }
      }
      try command.write("\(number)/\(path)", data)
    }
    let result = try command.run(
      ["check", "--preview", "--isolated", "--output-format", "concise", "."], limit: 120)
    #expect(CrashTests.isChecked(result), "\(path) \(result.code) \(result.errors.prefix(500))")
  }
}
