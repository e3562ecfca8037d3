import Foundation
import Lint
import PythonFrontend

// Reads docstrings, each as its length in bytes on a line and then its bytes, and writes one JSON object a line:
// what mllint makes of them. Used by Tests/PythonFrontendTests/docstring_oracle.py.

struct Row: Encodable {
  var style: String
  var parameters: [String]
  var inherited: Bool
  var sections: [String]
  var examples: Int
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
    let row = Row(
      style: doc.style.rawValue, parameters: doc.parameters.map(\.name.text), inherited: doc.isInherited,
      sections: doc.sections, examples: doc.examples.count)
    output.append(try encoder.encode(row))
    output.append(UInt8(ascii: "\n"))
  }
  offset = newline + 1 + length
}
if isTiming {
  print("\(total) bytes in \(ContinuousClock.now - start)")
} else {
  FileHandle.standardOutput.write(output)
}
