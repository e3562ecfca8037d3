import LintModel
import LintSourceText
import PythonSyntax

extension Lowering {
  /// The examples of docstrings, and the whole file where it is one.
  mutating func addExamples(_ root: Node) {
    if reference.role == .example || reference.role == .script || reference.path.hasSuffix(".ipynb") {
      model.examples.append(ExampleReader.read(file: root, form: .file))
    }
    guard reference.role == .library else { return }
    var home: ExampleReader.Home?
    for declaration in model.declarations {
      guard let doc = declaration.doc, !doc.examples.isEmpty else { continue }
      let names = home?.names ?? Set(model.declarations.lazy.filter { $0.parent == 0 }.map(\.name.text))
      home = ExampleReader.Home(module: reference.module, names: names)
      var imports: [String: ExampleReader.Value] = [:]
      for range in doc.examples {
        var example = docstringExample(range)
        guard ["", "python", "py", "pycon", "python3"].contains(example.language) else { continue }
        ExampleReader.read(&example, home: home, imports: &imports)
        if !example.uses.isEmpty || !example.syntaxErrors.isEmpty { model.examples.append(example) }
      }
    }
  }

  private func docstringExample(_ range: SourceRange) -> Example {
    var lines: [(start: Int, end: Int)] = []
    var start = Int(range.start)
    // The margin of the first line counts, too.
    while start > 0, text.bytes[start - 1] == UInt8(ascii: " ") { start -= 1 }
    let first = start
    let end = min(Int(range.end), text.bytes.count)
    while start < end {
      let stop = text.bytes[start..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end
      lines.append((start, stop > start && text.bytes[stop - 1] == UInt8(ascii: "\r") ? stop - 1 : stop))
      start = stop + 1
    }
    var example = Example(form: .docstring, language: language(before: first), range: range)
    (example.code, example.hasPrompts) = ExampleText.code(of: lines, in: text.bytes)
    return example
  }

  /// What the fence or directive above says; blank lines and options such as `:linenos:` follow a directive.
  private func language(before offset: Int) -> String {
    var end = offset - 1
    var line: Substring = ""
    while end > 0 {
      let start = (text.bytes[..<end].lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
      line = String(decoding: text.bytes[start..<end], as: UTF8.self).trimmed[...]
      guard line.isEmpty || line.hasPrefix(":") else { break }
      end = start - 1
    }
    if line.hasPrefix("```") || line.hasPrefix("~~~") { return String(line.dropFirst(3)).trimmed.lowercased() }
    if line.hasPrefix(".. testcode") { return "python" }
    guard line.hasPrefix(".. code") || line.hasPrefix(".. sourcecode"), let colons = line.firstRange(of: "::") else {
      return ""
    }
    return String(line[colons.upperBound...]).trimmed.lowercased()
  }
}
