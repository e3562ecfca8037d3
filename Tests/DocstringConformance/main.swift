import Foundation
import LintModel
import LintSourceText
import PythonFrontend

// Reads docstrings, each as its length in bytes on a line and then its bytes, and writes one JSON object a line:
// what mllint makes of them. Used by compare.py beside it.

struct Row: Encodable {
  struct Entry: Encodable {
    var name: String
    var type: String?
    var text: String
    /// What the entry's range covers, for the names of raised errors and their like.
    var source: String

    init(_ entry: Doc.Entry, _ bytes: [UInt8]) {
      name = entry.name.text
      type = entry.type
      text = entry.text
      source = String(decoding: bytes[Int(entry.range.start)..<Int(entry.range.end)], as: UTF8.self)
    }
  }

  var style: String
  var summary: String
  var parameters: [Entry]
  var returns: [Entry]
  var raises: [Entry]
  var inherited: Bool
  var sections: [String]
  var examples: Int

  init(_ doc: Doc, _ bytes: [UInt8]) {
    style = doc.style.rawValue
    summary = doc.summary
    parameters = doc.parameters.map { Entry($0, bytes) }
    returns = doc.returns.map { Entry($0, bytes) }
    raises = doc.raises.map { Entry($0, bytes) }
    inherited = doc.isInherited
    sections = doc.sections
    examples = doc.examples.count
  }
}

let input = [UInt8](FileHandle.standardInput.readDataToEndOfFile())
let encoder = JSONEncoder()
var offset = 0
var output = Data()
let isTiming = CommandLine.arguments.contains("--time")
let start = ContinuousClock.now
var total = 0
while offset < input.count, let newline = input[offset...].firstIndex(of: UInt8(ascii: "\n")) {
  guard let length = Int(String(decoding: input[offset..<newline], as: UTF8.self)), newline + 1 + length <= input.count
  else {
    FileHandle.standardError.write(Data("expected a length in bytes at offset \(offset)\n".utf8))
    exit(2)
  }
  let range = SourceRange(start: UInt32(newline + 1), end: UInt32(newline + 1 + length))
  let doc = DocstringReader.read(input, range: range)
  total += length
  if !isTiming {
    output.append(try encoder.encode(Row(doc, input)))
    output.append(UInt8(ascii: "\n"))
  }
  offset = newline + 1 + length
}
if isTiming {
  print("\(total) bytes in \(ContinuousClock.now - start)")
} else {
  FileHandle.standardOutput.write(output)
}
