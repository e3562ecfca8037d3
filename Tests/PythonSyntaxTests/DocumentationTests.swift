import Foundation
import PythonSyntax
import Testing

@Suite("Documentation")
struct DocumentationTests {
  // The example of GettingStarted.md begins here.
  func printCalls(in source: [UInt8]) -> [String] {
    let tree = Tree.parse(source)
    for error in tree.errors {
      let position = tree.position(at: error.range.lowerBound)
      print("\(position.line):\(position.column): \(error.message)")
    }
    return tree.withRoot { root in
      var found: [String] = []
      var walker = Walker(root)
      while let node = walker.next() {
        guard let call = Call(node), call.function.textEquals("print") else { continue }
        let function = walker.nearest { $0 == .functionDefinition }.flatMap(FunctionDefinition.init)
        found.append("line \(tree.line(at: node.start)) in \(function?.name.text ?? "the module"): \(node.text)")
      }
      return found
    }
  }
  // The example ends here.

  @Test("the example of GettingStarted.md does what it says")
  func example() {
    let found = printCalls(in: Array("def f():\n  print(1)\nprint('a', b)\nx = (\n".utf8))
    #expect(found == ["line 2 in f: print(1)", "line 3 in the module: print('a', b)"])
  }

  @Test("the example of GettingStarted.md is the one tested here")
  func exampleIsCurrent() throws {
    let here = URL(filePath: #filePath)
    let article = here.deletingLastPathComponent().appending(
      path: "../../Sources/PythonSyntax/PythonSyntax.docc/GettingStarted.md")
    let lines = try String(contentsOf: here, encoding: .utf8).components(separatedBy: "\n")
    let start = try #require(lines.firstIndex { $0.hasSuffix("// The example of GettingStarted.md begins here.") })
    let end = try #require(lines.firstIndex { $0.hasSuffix("// The example ends here.") })
    let code = lines[start + 1..<end].map { String($0.dropFirst(2)) }.joined(separator: "\n")
    #expect(try String(contentsOf: article, encoding: .utf8).contains("import PythonSyntax\n\n\(code)\n```"))
  }
}
