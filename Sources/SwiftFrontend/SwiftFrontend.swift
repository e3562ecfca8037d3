import LintModel
import LintSourceText
import SwiftParser
import SwiftSyntax

/// Reads Swift source with swift-syntax and lowers it to the model that rules look at.
package struct SwiftFrontend: Frontend {
  package init() {}

  package var fileExtensions: [String] { ["swift"] }

  /// Accepts UTF-8, with or without a byte order mark; the mark stays, so that offsets are those of the file.
  package func decode(_ bytes: [UInt8], path: String) throws(UndecodableFile) -> SourceText {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw UndecodableFile(message: "expected UTF-8, found the byte order mark of UTF-16; save the file as UTF-8")
    }
    guard let offset = firstInvalidByte(in: bytes) else { return SourceText(bytes: bytes) }
    let line = bytes[..<offset].reduce(1) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
    throw UndecodableFile(
      message: "expected UTF-8, found the byte 0x\(String(bytes[offset], radix: 16)) at offset \(offset) "
        + "(line \(line)); save the file as UTF-8")
  }

  package func lower(_ text: SourceText, _ reference: FileReference) -> FileModel {
    text.bytes.withUnsafeBufferPointer { bytes in
      if let problem = excessiveNesting(in: bytes) {
        var model = FileModel()
        model.syntaxErrors = [problem]
        return model
      }
      let tree = Parser.parse(source: bytes)
      let lowering = Lowering(bytes: bytes, role: reference.role)
      lowering.walk(tree)
      lowering.finish()
      var model = lowering.model
      (model.mentions, model.taggedComments) = MentionScanner.scan(
        bytes, includingTexts: [.test, .example, .script, .docs].contains(reference.role))
      model.directives = directives(in: tree, bytes)
      if reference.role == .library { addExamples(to: &model, bytes) }
      if tree.hasError { model.syntaxErrors = syntaxProblems(in: tree, limit: 10) }
      return model
    }
  }

  package var exampleLanguages: [String] { ["swift"] }

  package func read(_ examples: inout [Example], of reference: FileReference) {
    for index in examples.indices { SwiftExampleReader.read(&examples[index]) }
  }

  private func firstInvalidByte(in bytes: [UInt8]) -> Int? {
    guard bytes.contains(where: { $0 >= 0x80 }), String(validating: bytes, as: UTF8.self) == nil else { return nil }
    var parser = Unicode.UTF8.ForwardParser()
    var input = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &input) {
      case .valid(let scalar): offset += scalar.count
      case .emptyInput: return nil
      case .error: return min(offset, bytes.count - 1)
      }
    }
  }
}
