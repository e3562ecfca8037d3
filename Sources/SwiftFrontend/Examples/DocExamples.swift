import LintModel
import LintSourceText

/// Adds the examples in the documentation of a file's declarations.
func addExamples(to model: inout FileModel, _ bytes: UnsafeBufferPointer<UInt8>) {
  for declaration in model.declarations {
    guard let doc = declaration.doc, !declaration.flags.contains(.isDeprecated) else { continue }
    for range in doc.examples {
      var example = example(range, bytes)
      guard example.language == "swift" else { continue }
      SwiftExampleReader.read(&example)
      if !example.uses.isEmpty { model.examples.append(example) }
    }
  }
}

private func example(_ range: SourceRange, _ bytes: UnsafeBufferPointer<UInt8>) -> Example {
  var start = Int(range.start)
  while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
  var example = Example(form: .docstring, language: language(before: start, bytes), range: range)
  var lines: [(start: Int, end: Int)] = []
  while start < min(Int(range.end), bytes.count) {
    let stop = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    let end = stop > start && bytes[stop - 1] == UInt8(ascii: "\r") ? stop - 1 : stop
    lines.append((contents(start..<end, bytes), end))
    start = stop + 1
  }
  example.code = ExampleText.code(of: lines, in: Array(bytes)).text
  return example
}

/// Where the text of a comment's line begins, after its sign.
private func contents(_ line: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
  var start = line.lowerBound
  while start < line.upperBound, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
  guard start + 2 < line.upperBound, bytes[start] == UInt8(ascii: "/"), bytes[start + 1] == bytes[start] else {
    return line.lowerBound
  }
  while start < line.upperBound, bytes[start] == UInt8(ascii: "/") { start += 1 }
  return start
}

/// What the fence above a block says; Swift where it says nothing.
private func language(before start: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> String {
  var end = start
  var fence = start
  while fence > 0 {
    end = fence - 1
    fence = end
    while fence > 0, bytes[fence - 1] != UInt8(ascii: "\n") { fence -= 1 }
    let line = bytes[contents(fence..<end, bytes)..<end].filter { $0 > 0x20 }
    // Blank lines may be before the code.
    if line.isEmpty { continue }
    let word = String(decoding: line.drop { $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "~") }, as: UTF8.self)
    return word.isEmpty ? "swift" : word.lowercased()
  }
  return ""
}
